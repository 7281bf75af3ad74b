import { beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { openOffice } from "../../support/office.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { inJapan } from "../../support/trail-entries.ts";

const auditor = { as: "auditor-1", roles: ["auditor"] } as const;
const head = { as: "head-1", roles: ["head"] } as const;
const [first, second] = applicants(2);
if (!first || !second) throw new Error("the generated ward has too few people of working age");

const purpose = "counter-inquiry";
const entriesPath = "/v1/audit/entries";

/** A week of an office, and the first days of the month after: what happened is known, so that the answers are. */
const livedOffice = async () => {
  const office = openOffice({ now: inJapan("2026-10-13", "10:00") });
  const at = async (day: string, time: string, what: () => Promise<unknown>) => {
    // The digests of the hours in between are made as the clock makes them.
    for (let hour = Date.parse(office.time.now); hour < Date.parse(inJapan(day, time)); hour += 24 * 3_600_000) {
      office.time.now = new Date(hour).toISOString() as Instant;
      await office.digestTrail();
    }
    office.time.now = inJapan(day, time);
    return what();
  };
  const look = (atenaNumber: string, as: string) => office.ask("GET", `/v1/people/${atenaNumber}`, { as, purpose });

  // 40日より前に届け出た人。
  await at("2026-10-13", "10:00", () =>
    office.ask("POST", "/v1/filings/acquisition", {
      key: "ten-questions-0",
      body: acquisitionOf(second, { filedOn: "2026-10-13", eventOn: "2026-10-09" }),
    }),
  );
  await at("2026-11-20", "10:00", () =>
    office.ask("POST", "/v1/filings/acquisition", { key: "ten-questions-1", body: acquisitionOf(first) }),
  );
  await at("2026-11-20", "10:05", () => look(first.atenaNumber, "clerk-1"));
  // 20時すぎ、氏名で探してから見ている。
  await at("2026-11-20", "20:10", () =>
    office.ask("POST", "/v1/people/search", { as: "clerk-9", purpose, body: { nameKana: second.nameKana } }),
  );
  await at("2026-11-20", "20:11", () => look(second.atenaNumber, "clerk-9"));
  for (let attempt = 0; attempt < 5; attempt += 1)
    await at("2026-11-24", "11:00", () => office.ask("GET", "/v1/transmittals", { as: "clerk-9" }));
  await at("2026-11-24", "13:00", () =>
    office.ask("GET", "/v1/lists/changes", { as: "examiner-1", roles: ["examiner"] }),
  );
  await at("2026-12-01", "03:00", () => office.makeReport({}));
  await at("2026-12-01", "10:00", async () => undefined);
  return office;
};

let office: Awaited<ReturnType<typeof livedOffice>>;
beforeAll(async () => {
  office = await livedOffice();
});

const ask = (path: string, query: Record<string, string> = {}) => office.ask("GET", path, { ...auditor, query });
const november = { from: "2026-11-01", to: "2026-11-30" };
const subjectOf = async (atenaNumber: string) =>
  (await office.ask("POST", "/v1/audit/subjects", { ...auditor, body: { atenaNumber } })).body.subject as string;

describe("監査人の十の問い", () => {
  it("1 この人の記録を、だれが、いつ、何のために見たか", async () => {
    const { body } = await ask(entriesPath, {
      subject: await subjectOf(first.atenaNumber),
      from: "2026-01-01",
      to: "2026-12-01",
    });
    expect(
      body.entries
        .filter(({ purpose: why }: { purpose: string }) => why !== "audit")
        .map(({ officer, actionLabel, purpose: why }: Record<string, string>) => [officer, actionLabel, why]),
    ).toEqual([
      ["clerk-1", "被保険者を見る", "counter-inquiry"],
      ["clerk-1", "資格取得届を受け付ける", "filing"],
    ]);
  });

  it("2 この職員は、この日に何をしたか", async () => {
    const { body } = await ask(entriesPath, { officer: "clerk-9", from: "2026-11-20", to: "2026-11-20" });
    expect(body.entries.map(({ actionLabel }: { actionLabel: string }) => actionLabel)).toEqual([
      "被保険者を見る",
      "被保険者を探す",
    ]);
  });

  it("3 この氏名(または番号)を探したのはだれか", async () => {
    const found = await office.ask("POST", "/v1/audit/terms", { ...auditor, body: { nameKana: second.nameKana } });
    const [{ by, value }] = found.body.terms;
    expect(by).toBe("name-kana");
    const { body } = await ask(entriesPath, { ...november, from: "2026-11-02", term: value });
    expect(body.entries.map(({ officer, action }: Record<string, string>) => [officer, action])).toEqual([
      ["clerk-9", "searchPeople"],
    ]);
  });

  it("4 届出もないのに見られた人はいるか", async () => {
    const { body } = await ask("/v1/audit/reports/2026-11");
    const rows = body.rows.filter(({ finding }: { finding: string }) => finding === "view-without-filing");
    expect(rows).toEqual([
      expect.objectContaining({
        officer: "clerk-9",
        subject: await subjectOf(second.atenaNumber),
        findingLabel: "届出などのない閲覧",
      }),
    ]);
  });

  it("5 それはだれか(仮名を宛名番号に戻せるのは年金担当の所属長と管理責任者だけ)", async () => {
    const body = { subjects: [await subjectOf(second.atenaNumber), await subjectOf("999999999999999")] };
    const path = "/v1/audit/subjects/resolution";
    expect((await office.ask("POST", path, { ...auditor, body })).status).toBe(403);
    const resolved = await office.ask("POST", path, { ...head, body });
    // 二つ目の仮名の人は台帳にいない。
    expect(resolved.body.people.map(({ atenaNumber }: { atenaNumber: string }) => atenaNumber)).toEqual([
      second.atenaNumber,
      null,
    ]);
    const left = await ask(entriesPath, {
      officer: "head-1",
      action: "resolveSubjects",
      from: "2026-12-01",
      to: "2026-12-01",
    });
    expect(left.body.entries[0]).toMatchObject({ subjects: body.subjects, purpose: "audit", kindLabel: "閲覧" });
  });

  it("6 時間外に操作したのはだれか", async () => {
    const { body } = await ask("/v1/audit/activity", november);
    const late = body.officers.filter(({ outOfHours }: { outOfHours: number }) => outOfHours > 0);
    expect(late).toEqual([
      expect.objectContaining({ officer: "clerk-9", outOfHours: 2, lastAt: inJapan("2026-11-24", "11:00") }),
    ]);
    expect(body.days.find(({ day }: { day: string }) => day === "2026-11-20")).toMatchObject({
      total: 4,
      outOfHours: 2,
    });
  });

  it("7 権限のない操作を繰り返した者はいるか", async () => {
    const { body } = await ask(entriesPath, { from: "2026-11-18", to: "2026-11-30", result: "refused" });
    expect(body.entries).toHaveLength(5);
    expect(body.entries[0]).toMatchObject({
      officer: "clerk-9",
      codes: ["not-allowed"],
      departmentLabel: "国保年金課 年金担当",
    });
    const report = await ask("/v1/audit/reports/2026-11");
    expect(report.body.findings).toMatchObject({ refusals: 1, "out-of-hours": 1 });
  });

  it("8 一覧や出力を取り出したのはだれか", async () => {
    const { body } = await ask(entriesPath, { action: "showList", from: "2026-11-01", to: "2026-11-30" });
    expect(body.entries).toEqual([expect.objectContaining({ officer: "examiner-1", object: "changes" })]);
  });

  it("9 アクセス記録は書き換えられていないか", async () => {
    const path = "/v1/audit/digests/verification";
    const days = { from: "2026-11-20", to: "2026-11-30" };
    const whole = await office.ask("POST", path, { ...auditor, body: days });
    expect(whole.body).toMatchObject({ ok: true, faults: [] });
    const { body } = await ask("/v1/audit/digests", days);
    expect(body.missing).toEqual([]);
    const name = [...office.trail.files.keys()].find((each) => each.endsWith("2026-11-20T11.ndjson")) ?? "";
    const bytes = office.trail.files.get(name) ?? new Uint8Array();
    office.trail.files.set(name, Buffer.from(Buffer.from(bytes).toString().replaceAll("clerk-9", "clerk-1")));
    const broken = await office.ask("POST", path, { ...auditor, body: days });
    office.trail.files.set(name, bytes);
    expect(broken.body.ok).toBe(false);
    expect(broken.body.faults[0].place).toContain("2026-11-20T11");
  });

  it("10 この1件が確かにあったことを、ほかの記録を見せずに示せるか", async () => {
    const listed = await ask(entriesPath, { officer: "clerk-9", from: "2026-11-20", to: "2026-11-20" });
    const { body } = await ask(`${entriesPath}/${listed.body.entries[0].entryId}`);
    expect(body.digest).toMatchObject({ hour: "2026-11-20T11", signed: true });
    expect(body.proof).toMatchObject({ size: 2, path: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
  });

  it("そして、監査人が何を調べたかも残る", async () => {
    const { body } = await ask(entriesPath, { officer: "auditor-1", from: "2026-12-01", to: "2026-12-01" });
    expect(new Set(body.entries.map(({ action }: { action: string }) => action))).toContain("listEntries");
    expect(body.entries.filter(({ result }: { result: string }) => result === "done")).toSatisfy(
      (done: { purpose: string }[]) => done.length > 0 && done.every(({ purpose: why }) => why === "audit"),
    );
  });
});
