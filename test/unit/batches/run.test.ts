import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { type Instant, plainDate } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { openOffice } from "../../support/office.ts";
import { lossOf } from "../../support/people.ts";
import { became1, became2, enrolledVoluntarily, leftJapan, modelOf, personOf, putOnFile, storesOf } from "./on-file.ts";

const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
const afterwards = "2026-12-02T01:00:00.000Z" as Instant;

const trailOf = (database: ReturnType<typeof memoryDatabase>): AuditEntry[] =>
  database.dump("audit").map(({ entry }) => JSON.parse(String(entry)));

const newOffice = (now = afterwards) => {
  const database = memoryDatabase();
  return { ...openOffice({ database, now }), database };
};

describe("60歳到達 of a month", () => {
  const filed = async () => {
    const office = newOffice();
    const sixty = await putOnFile(office, 0, "1966-11-11", [became1("1990-04-01")]);
    const employed = await putOnFile(office, 1, "1966-11-11", [became1("1990-04-01"), became2("2000-04-01")]);
    const full = await putOnFile(office, 2, "1963-05-05", [enrolledVoluntarily("2023-12-01", "2026-11-01")]);
    const later = await putOnFile(office, 3, "1966-12-11", [became1("1990-04-01")]);
    return { office, sixty, employed, full, later };
  };
  const month = { ...examiner, body: { kind: "age-60", month: "2026-11" } };

  it("ends what the law ends, says what it did for whom, and does nothing a second time", async () => {
    const { office, sixty, employed, full, later } = await filed();
    const done = await office.ask("POST", "/v1/batches", month);
    expect(done).toMatchObject({
      status: 200,
      body: {
        batchId: "age-60-2026-11",
        state: "done",
        done: 30,
        total: 30,
        examined: 3,
        counts: { "lost-age-60": 1, "category-2-continues": 1, "lost-full-months": 1 },
      },
    });
    expect((await personOf(office, sixty)).periods.at(-1)).toMatchObject({
      until: "2026-11-10",
      untilCause: "age-60",
      untilStanding: "provisional",
    });
    expect((await personOf(office, full)).periods.at(-1)).toMatchObject({
      until: "2026-11-01",
      untilCause: "full-months",
    });
    expect((await personOf(office, employed)).periods.at(-1)?.until).toBeNull();
    expect((await personOf(office, later)).periods.at(-1)?.until).toBeNull();

    const before = office.database.dump().filter(({ pk }) => !pk.startsWith("HOUR#"));
    expect(await office.ask("POST", "/v1/batches", month)).toEqual(done);
    expect(office.database.dump().filter(({ pk }) => !pk.startsWith("HOUR#"))).toEqual(before);
  });

  it("leaves one entry of the trail for each transaction, with the people it was about", async () => {
    const { office, sixty, employed, full } = await filed();
    const index = await storesOf(office).ring.index();
    const subject = (atenaNumber: typeof sixty) => index.auditSubject(index.person(atenaNumber));
    await office.ask("POST", "/v1/batches", month);
    await office.ask("POST", "/v1/batches", month);
    expect(
      trailOf(office.database)
        .map(({ action, object, purpose, subjects, codes }) => ({ action, object, purpose, subjects, codes }))
        .sort((a, b) => (a.codes.join() < b.codes.join() ? -1 : 1)),
    ).toEqual(
      [
        { codes: ["category-2-continues"], subjects: [subject(employed)] },
        { codes: ["done-before"], subjects: [] },
        { codes: ["lost-age-60"], subjects: [subject(sixty)] },
        { codes: ["lost-full-months"], subjects: [subject(full)] },
        { codes: ["started"], subjects: [] },
      ].map((entry) => ({ action: "runBatch", object: "age-60-2026-11", purpose: "batch", ...entry })),
    );
  });

  it("shows its rows a page at a time, each with its reason, and names in the trail whom it shows", async () => {
    const { office, sixty, employed, full } = await filed();
    await office.ask("POST", "/v1/batches", month);
    const first = await office.ask("GET", "/v1/batches/age-60-2026-11", { ...examiner, query: { limit: "2" } });
    const second = await office.ask("GET", "/v1/batches/age-60-2026-11", {
      ...examiner,
      query: { limit: "2", after: first.body.nextPage },
    });
    expect([first.body.rows.length, second.body.rows.length, second.body.nextPage]).toEqual([2, 1, null]);
    const rows = [...first.body.rows, ...second.body.rows];
    expect(rows.map(({ atenaNumber }) => atenaNumber).sort()).toEqual([sixty, employed, full].sort());
    expect(rows.find(({ atenaNumber }) => atenaNumber === sixty)).toEqual({
      line: null,
      atenaNumber: sixty,
      outcome: "lost-age-60",
      reason: "60歳到達により第1号の資格喪失を記録しました。届出は不要です",
      article: "国民年金法9条3号・同施行規則3条かっこ書",
      on: "2026-11-10",
      category: "1",
      categoryLabel: "第1号被保険者",
      cause: null,
      causeLabel: null,
    });
    const looks = trailOf(office.database).filter(({ action }) => action === "showBatch");
    expect(looks.map(({ subjects }) => subjects.length).sort()).toEqual([1, 2]);
    expect(looks[0]?.items).toContain("addressee.addressee");
  });

  it("works a month that is not over up to today, and adds the days since", async () => {
    const office = newOffice("2026-11-09T01:00:00.000Z" as Instant);
    const sixty = await putOnFile(office, 0, "1966-11-11", [became1("1990-04-01")]);
    expect(await office.ask("POST", "/v1/batches", month)).toMatchObject({ status: 202, body: { done: 9, total: 30 } });
    expect((await personOf(office, sixty)).periods.at(-1)?.until).toBeNull();
    office.time.now = "2026-11-10T01:00:00.000Z" as Instant;
    expect(await office.ask("POST", "/v1/batches", month)).toMatchObject({
      status: 202,
      body: { done: 10, counts: { "lost-age-60": 1 } },
    });
    office.time.now = afterwards;
    expect(await office.ask("POST", "/v1/batches", month)).toMatchObject({ status: 200, body: { done: 30 } });
  });
});

describe("the other kinds", () => {
  it("20歳到達: who waits for 機構 and who is enrolled; 1 December births belong to November", async () => {
    const office = newOffice();
    await putOnFile(office, 0, "2006-12-01");
    await putOnFile(office, 1, "2006-11-01");
    await putOnFile(office, 2, "2006-11-15", [became2("2025-04-01")]);
    const done = await office.ask("POST", "/v1/batches", { ...examiner, body: { kind: "age-20", month: "2026-11" } });
    expect(done).toMatchObject({ status: 200, body: { counts: { "await-ex-officio": 1, "already-enrolled": 1 } } });
    expect(office.database.dump("people").filter(({ sk }) => sk.startsWith("ENTRY#"))).toHaveLength(3);
  });

  it("職権適用: everyone of 20 to 59 is looked at and in the trail, and who is not enrolled gets a row", async () => {
    const office = newOffice();
    await putOnFile(office, 0, "1996-11-11");
    await putOnFile(office, 1, "1980-01-01", [became1("2000-04-01"), leftJapan("2020-04-02")]);
    await putOnFile(office, 2, "1980-01-02", [became1("2000-04-01")]);
    await putOnFile(office, 3, "1950-01-01");
    const done = await office.ask("POST", "/v1/batches", {
      ...examiner,
      body: { kind: "unenrolled", month: "2026-11" },
    });
    expect(done).toMatchObject({
      status: 200,
      body: { examined: 3, counts: { "never-enrolled": 1, "unenrolled-since-loss": 1 }, asOf: "2026-11-30" },
    });
    const subjects = trailOf(office.database).flatMap((entry) => entry.subjects);
    expect([subjects.length, new Set(subjects).size]).toEqual([3, 3]);
  });

  it("国保喪失: each row is accounted for; the same rows again are the same batch, other rows another", async () => {
    const office = newOffice();
    const still1 = await putOnFile(office, 0, "1980-01-01", [became1("2000-04-01")]);
    const waiting = await putOnFile(office, 1, "1980-01-02", [became1("2000-04-01")]);
    const filed = await office.ask("POST", "/v1/filings/loss", {
      key: "pending-filing",
      body: { ...lossOf(modelOf(1, "1980-01-02")), filedOn: "2026-12-01", eventOn: "2026-11-30", documents: [] },
    });
    expect(filed.body).toMatchObject({ status: "awaiting-correction" });
    const rows = [still1, waiting, "999999999999999"].map((atenaNumber) => ({ atenaNumber, lostOn: "2026-11-01" }));
    const ask = (sent: object[]) =>
      office.ask("POST", "/v1/batches", { ...examiner, body: { kind: "health-insurance-loss", rows: sent } });
    const done = await ask(rows);
    expect(done).toMatchObject({
      status: 200,
      body: { counts: { "change-to-category-2": 1, "filing-in-progress": 1, "not-on-file": 1 } },
    });
    expect((await ask(rows)).body).toEqual(done.body);
    expect((await ask(rows.slice(1))).body.batchId).not.toBe(done.body.batchId);
    const shown = await office.ask("GET", `/v1/batches/${done.body.batchId}`, examiner);
    expect(
      shown.body.rows
        .map(({ line, atenaNumber, outcome }: Record<string, unknown>) => [line, atenaNumber, outcome])
        .sort(),
    ).toEqual([
      [1, still1, "change-to-category-2"],
      [2, waiting, "filing-in-progress"],
      [3, null, "not-on-file"],
    ]);
    expect(JSON.stringify(office.database.dump("batches"))).not.toContain(still1);
  });
});

describe("任意加入 whose 資格満了日 nobody recorded", () => {
  it.each([
    ["voluntary", "1961-11-11", "lost-age-65"],
    ["special-voluntary", "1956-11-11", "lost-age-70"],
  ] as const)("%s is found by the birthday", async (category, born, outcome) => {
    const office = newOffice();
    const cause = category === "voluntary" ? "applied-domestic-60" : "applied-special";
    const atenaNumber = await putOnFile(office, 0, born, [
      { kind: "acquired", on: plainDate("2023-12-01"), category, cause },
    ]);
    const done = await office.ask("POST", "/v1/batches", { ...examiner, body: { kind: "age-60", month: "2026-11" } });
    expect(done.body.counts).toEqual({ [outcome]: 1 });
    expect((await personOf(office, atenaNumber)).periods.at(-1)?.until).toBe("2026-11-10");
  });
});

describe("任意加入 that was foreseen to end twice on one day", () => {
  it("is filed once under that day", async () => {
    const office = newOffice();
    await putOnFile(office, 0, "1963-05-05", [
      enrolledVoluntarily("2023-12-01", "2026-11-01"),
      leftJapan("2024-04-02"),
      enrolledVoluntarily("2024-10-01", "2026-11-01"),
    ]);
    const done = await office.ask("POST", "/v1/batches", { ...examiner, body: { kind: "age-60", month: "2026-11" } });
    expect(done.body.counts).toEqual({ "lost-full-months": 1 });
  });
});

describe("what is not a batch", () => {
  it.each([
    [{ kind: "age-60", month: "2027-01" }, "month-not-begun"],
    [{ kind: "age-60", month: "1986-03" }, "wrong-form"],
    [{ kind: "age-60" }, "wrong-type"],
    [{ kind: "age-61", month: "2026-11" }, "wrong-form"],
    [
      { kind: "health-insurance-loss", rows: [{ atenaNumber: "000000000000001", lostOn: "2027-01-01" }] },
      "day-to-come",
    ],
    [{ kind: "health-insurance-loss", rows: [] }, "out-of-range"],
  ])("%j is refused and leaves nothing", async (body, code) => {
    const office = newOffice();
    const refused = await office.ask("POST", "/v1/batches", { ...examiner, body });
    expect(refused).toMatchObject({ status: 400, body: { code: "invalid-content", errors: [{ code }] } });
    expect(office.database.dump("batches")).toEqual([]);
  });

  it("an unknown number is not found, and a page that is no page is refused", async () => {
    const office = newOffice();
    expect((await office.ask("GET", "/v1/batches/age-60-2026-01", examiner)).status).toBe(404);
    expect((await office.ask("GET", "/v1/batches/BATCHES%23", examiner)).status).toBe(404);
    const query = { after: "x" };
    expect((await office.ask("GET", "/v1/batches/age-60-2026-01", { ...examiner, query })).status).toBe(400);
  });

  it.each(["clerk", "auditor", "system"] as const)("%s may neither run nor see one", async (role) => {
    const office = newOffice();
    const asked = { as: `${role}-1`, roles: [role], body: { kind: "age-20", month: "2026-11" } };
    expect((await office.ask("POST", "/v1/batches", asked)).status).toBe(403);
    expect((await office.ask("GET", "/v1/batches/age-20-2026-11", asked)).status).toBe(403);
    expect(office.database.dump("batches")).toEqual([]);
  });
});
