import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { AtenaNumber } from "../../../shared/domain/ids.ts";
import {
  exempted,
  incomeOf,
  modelOf,
  months,
  putIncome,
  putOnFile,
  record,
  staged,
  unpaidList,
} from "../../support/income-outputs.ts";
import {
  csvRows,
  decide,
  examiner,
  extractOf,
  listOf,
  manager,
  openOutputOffice,
  otherManager,
  putOut,
  requested,
  take,
} from "../../support/outputs.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { suspensionClaim } from "../../support/requests.ts";

type Office = ReturnType<typeof openOutputOffice>;

const suspend = async (office: Office, atenaNumber: AtenaNumber | string, scopes = ["use"]): Promise<string> => {
  const { status, body } = await office.ask("POST", "/v1/suspensions", {
    ...manager,
    body: {
      requestId: await suspensionClaim(office, atenaNumber),
      atenaNumber,
      scopes,
      until: null,
      documentNumber: "8目国発第12号",
    },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.suspensionId;
};
const lift = (office: Office, suspensionId: string) =>
  office.ask("POST", `/v1/suspensions/${suspensionId}/lifting`, {
    ...otherManager,
    body: { documentNumber: "8目国発第13号" },
  });

const namesIn = (file: Uint8Array | undefined) =>
  csvRows(file ?? Buffer.from(""))
    .map(({ 氏名 }) => 氏名)
    .toSorted();

describe("抽出", () => {
  it("利用の停止がかかった人を開きもせず、外した数だけを記す。提供の停止だけの人は入る", async () => {
    const office = openOutputOffice();
    const [zero, one] = [await putOnFile(office, 0), await putOnFile(office, 1)];
    await putOnFile(office, 2);
    await suspend(office, zero);
    await suspend(office, one, ["provision"]);
    const [{ subjects = [] } = {}] = office.entries().filter(({ action }) => action === "placeSuspension");
    const [file] = await putOut(office, extractOf());
    expect(namesIn(file)).toEqual([modelOf(1).name, modelOf(2).name].toSorted());
    const [output] = (await office.ask("GET", "/v1/outputs", manager)).body.outputs;
    expect(output).toMatchObject({ leftOut: 1, lines: 2 });
    const opened = office.entries().filter(({ kind, result }) => kind === "output" && result === "done");
    expect(opened.flatMap((entry) => entry.subjects)).toHaveLength(2);
    expect(opened.flatMap((entry) => entry.subjects)).not.toContain(subjects[0]);
  });

  it("申請の後、承認の前にかかった停止に従う", async () => {
    const office = openOutputOffice();
    const zero = await putOnFile(office, 0);
    await putOnFile(office, 1);
    const path = await requested(office, extractOf());
    await suspend(office, zero);
    await decide(office, path);
    const { status, body } = await take(office, path);
    expect(status).toBe(200);
    expect(namesIn(Buffer.from(body.contentBase64, "base64"))).toEqual([modelOf(1).name]);
  });

  it("作った後にかかった停止では受け取れない。作り直せば、その人を除いて受け取れる", async () => {
    const office = openOutputOffice();
    const zero = await putOnFile(office, 0);
    await putOnFile(office, 1);
    const path = await requested(office, extractOf());
    await decide(office, path);
    const suspensionId = await suspend(office, zero);
    expect(await take(office, path)).toMatchObject({ status: 409, body: { code: "output-outdated" } });
    await lift(office, suspensionId);
    expect(await take(office, path)).toMatchObject({ status: 409, body: { code: "output-outdated" } });
    const [file] = await putOut(office, extractOf());
    expect(namesIn(file)).toEqual([modelOf(0).name, modelOf(1).name].toSorted());
  });
});

describe("一覧表と帳票", () => {
  it("ファイルと帳票には停止された人の届出を載せず、画面の一覧は仕事のために載せる", async () => {
    const office = openOutputOffice();
    const people = applicants(2);
    const ids: string[] = [];
    for (const [nth, person] of people.entries())
      ids.push(
        (
          await office.ask("POST", "/v1/filings/acquisition", {
            key: `bulk-use-test-${nth}`,
            body: acquisitionOf(person, { filedOn: "2026-11-20" }),
          })
        ).body.filingId,
      );
    await suspend(office, people[0]?.atenaNumber ?? "");
    const [list] = await putOut(office, listOf());
    expect(csvRows(list ?? Buffer.from("")).map(({ 受付番号 }) => 受付番号)).toEqual([ids[1]]);
    const screen = await office.ask("GET", "/v1/lists/register", { ...examiner, query: { from: "2026-11-01" } });
    expect(screen.body.rows.map(({ filingId }: { filingId: string }) => filingId).toSorted()).toEqual(ids.toSorted());
    const files = await putOut(office, {
      kind: "forms",
      spec: { filingIds: ids, with: [] },
      purpose: "record-check",
      reason: "届書の控え",
    });
    const index = csvRows(files.at(-1) ?? Buffer.from(""));
    expect(Object.fromEntries(index.map(({ 受付番号, 結果 }) => [受付番号, 結果]))).toEqual({
      [ids[0] ?? ""]: "利用の停止により作りません",
      [ids[1] ?? ""]: "作成",
    });
    const outputs = (await office.ask("GET", "/v1/outputs", manager)).body.outputs;
    expect(outputs.map(({ leftOut, lines }: { leftOut: number; lines: number }) => [leftOut, lines])).toEqual(
      expect.arrayContaining([
        [1, 1],
        [1, 3],
      ]),
    );
  });
});

const encourage = (office: Office, over: object = {}) =>
  office.ask("POST", "/v1/income-outputs", { ...examiner, body: { kind: "encouragement", year: 2026, ...over } });
const approve = (office: Office, outputId: string, decision = "approve") =>
  office.ask("POST", `/v1/income-outputs/${outputId}/decision`, {
    ...otherManager,
    body: { decision, reason: "確かめた" },
  });

describe("免除勧奨", () => {
  const opened = async () => {
    const office = openOutputOffice();
    const people = [await putOnFile(office, 0), await putOnFile(office, 1)] as const;
    for (const person of people) await putIncome(office, person, incomeOf());
    return { office, people };
  };

  it("利用の停止がかかった人を、所得からも未納者一覧からも載せない", async () => {
    const { office, people } = await opened();
    await suspend(office, people[0]);
    const byIncome = await encourage(office);
    expect(byIncome.body).toMatchObject({ lines: 1, counts: { "use-suspended": 1, full: 1 } });
    const contentBase64 = unpaidList(
      [0, 1].map((nth) => ({
        basicPensionNumber: modelOf(nth).basicPensionNumber ?? "",
        exemptionYear: 2026,
        months: months("2026-07", "2026-08"),
      })),
    );
    const byList = await encourage(office, { contentBase64 });
    expect(byList.body).toMatchObject({ lines: 1, counts: { "use-suspended": 1, full: 1 } });
    const placed = office.entries().find(({ action }) => action === "placeSuspension");
    const seen = office.entries().filter(({ action }) => action === "runIncomeOutput");
    expect(seen.flatMap(({ subjects }) => subjects)).toHaveLength(2);
    expect(seen.flatMap(({ subjects }) => subjects)).not.toContain(placed?.subjects[0]);
    for (const answered of [byIncome, byList])
      expect(
        (parse(Buffer.from(staged(office, answered) ?? []), { bom: true, columns: true }) as { 氏名: string }[]).map(
          ({ 氏名 }) => 氏名,
        ),
      ).toEqual([modelOf(1).name]);
  });

  it("作った後にかかった停止では承認できず、差し戻して作り直すとその人が除かれる", async () => {
    const { office, people } = await opened();
    const { outputId } = (await encourage(office)).body;
    await suspend(office, people[0]);
    expect(await approve(office, outputId)).toMatchObject({ status: 409, body: { code: "output-outdated" } });
    expect((await approve(office, outputId, "refuse")).status).toBe(200);
    const anew = await encourage(office);
    expect(anew.body).toMatchObject({ lines: 1, counts: { "use-suspended": 1 } });
    expect((await approve(office, anew.body.outputId)).body.state).toBe("released");
  });

  it("日本年金機構への回答は法の求める報告なので、停止されない", async () => {
    const { office, people } = await opened();
    await record(office, people[0], [exempted("full", "2025-07", "2026-06")]);
    await suspend(office, people[0], ["use", "provision"]);
    const answered = await office.ask("POST", "/v1/income-outputs", {
      ...examiner,
      body: { kind: "continuation", year: 2026 },
    });
    expect(answered.body).toMatchObject({ lines: 1, counts: { answered: 1 } });
  });
});
