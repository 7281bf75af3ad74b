import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Answer } from "../../support/office.ts";
import { csvRows, decide, examiner, openOutputOffice, putOut, requested } from "../../support/outputs.ts";
import { acquisitionOf, applicants, lossOf } from "../../support/people.ts";

const [first, second] = applicants(2);
if (!first || !second) throw new Error("the generated ward has too few people of working age");

const day = "2026-11-20";

/** Three 届出 of one day on two 帳票, seen on a later day. */
const officeOfADay = async () => {
  const office = openOutputOffice();
  const file = async (flow: string, key: string, body: object): Promise<Answer["body"]> =>
    (await office.ask("POST", `/v1/filings/${flow}`, { key, body })).body;
  const gained = await file("acquisition", "forms-of-day-1", acquisitionOf(first));
  const lost = await file("loss", "forms-of-day-2", lossOf(first));
  const alone = await file("acquisition", "forms-of-day-3", acquisitionOf(second));
  office.time.now = "2026-11-24T01:00:00.000Z" as Instant;
  return { office, gained, lost, alone };
};

const formsOf = (spec: object, over: object = {}) => ({
  kind: "forms",
  spec,
  purpose: "record-check",
  reason: "紙の控えの点検",
  ...over,
});

const isPdf = (file: Buffer) => file.subarray(0, 5).toString() === "%PDF-";

describe("帳票の一括作成", () => {
  it("makes a PDF for each 帳票 of the day, and an index of what became of every 届出", async () => {
    const { office, gained, lost, alone } = await officeOfADay();
    const files = await putOut(office, formsOf({ filedOn: day }));
    expect(files.map(isPdf)).toEqual([true, true, false]);
    const index = csvRows(files.at(-1) ?? Buffer.from(""));
    expect(Object.fromEntries(index.map(({ 受付番号: id = "", 帳票, 結果 }) => [id, [帳票, 結果]]))).toEqual({
      [gained.filingId]: ["国民年金被保険者資格取得報告書", "作成"],
      [alone.filingId]: ["国民年金被保険者資格取得報告書", "作成"],
      [lost.filingId]: ["国民年金被保険者資格喪失報告書", "作成"],
    });
    const entries = office.database.dump("audit").map(({ entry }) => JSON.parse(String(entry)));
    const kinds = entries.filter(({ codes }) => codes[0] === "taken").map(({ kind }) => kind);
    expect(kinds).toEqual(["print", "print", "print"]);
  });

  it("of a day takes what was recorded before it was asked for, and nothing that comes while it is made", async () => {
    const { office } = await officeOfADay();
    const path = await requested(office, formsOf({ filedOn: day }));
    office.time.now = "2026-11-24T02:00:00.000Z" as Instant;
    await office.ask("POST", "/v1/filings/loss", { key: "forms-of-day-4", body: lossOf(second) });
    expect(await decide(office, path)).toMatchObject({ status: 202, body: { state: "approved" } });
    await office.tendOutputs();
    expect((await office.ask("GET", path, examiner)).body).toMatchObject({ state: "ready", parts: 3, lines: 6 });
  });

  it("of given 受付番号 makes those alone, and says which there are not", async () => {
    const { office, gained } = await officeOfADay();
    const files = await putOut(office, formsOf({ filingIds: [gained.filingId, "20261120-ZZZZZZ"] }));
    expect(files.map(isPdf)).toEqual([true, false]);
    expect(csvRows(files[1] ?? Buffer.from("")).map(({ 結果 }) => 結果)).toEqual([
      "作成",
      "この受付番号の届出はありません",
    ]);
  });

  it("of a day without 届出 is an index with nothing in it", async () => {
    const { office } = await officeOfADay();
    const files = await putOut(office, formsOf({ filedOn: "2026-11-19" }));
    expect(files.map(isPdf)).toEqual([false]);
    expect(csvRows(files[0] ?? Buffer.from("x"))).toEqual([]);
  });

  it("names in the trail whose 届出 were opened, and the approval has to name 個人番号 that is to be printed", async () => {
    const { office, gained } = await officeOfADay();
    const asked = formsOf(
      { filingIds: [gained.filingId], with: ["addressee.myNumber"] },
      { purpose: "jps-reconciliation" },
    );
    const path = await requested(office, asked);
    expect((await decide(office, path)).body.code).toBe("sensitive-items-not-named");
    const names = ["addressee.myNumber"];
    expect((await decide(office, path, { decision: "approve", names })).status).toBe(202);
    await office.tendOutputs();
    expect((await office.ask("GET", path, examiner)).body).toMatchObject({ state: "ready", parts: 2 });
    const read = office
      .entries()
      .filter(({ object, subjects }) => path.endsWith(String(object)) && subjects.length > 0);
    expect(read).toMatchObject([{ kind: "output", officer: "schedule:outputs", purpose: "jps-reconciliation" }]);
    expect(read[0]?.items).toContain("addressee.myNumber");
  });
});
