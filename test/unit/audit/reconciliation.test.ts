import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addHours, type Hour, startOf } from "../../../shared/audit/hours.ts";
import { entriesName } from "../../../shared/audit/trail-names.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { openOffice } from "../../support/office.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { entryAt } from "../../support/trails.ts";

/** 2026年11月25日 9時 in Japan; the comparison of that day runs in the night after it. */
const morning = "2026-11-25T00" as Hour;
const nightAfter = "2026-11-25T18:40:00.000Z" as Instant;

/** A day of the office: two calls with their entries, as the gateway saw them, digested to the night. */
const aDay = async () => {
  const database = memoryDatabase();
  const office = openOffice({ database, now: startOf(morning) });
  const call = async (seen = true, reached = true) => {
    const requestId = randomUUID();
    if (reached) await office.ask("GET", "/v1/filings", { requestId });
    if (seen) office.accessLog.seen.push({ requestId, at: office.time.now, reached });
    return requestId;
  };
  await call();
  office.time.now = "2026-11-25T03:10:00.000Z" as Instant;
  await call();
  const toNight = async () => {
    office.time.now = nightAfter;
    await office.digestTrail();
    office.log.lines.length = 0;
    await office.reconcile();
    return office.log.lines;
  };
  return { office, database, call, toNight };
};

describe("the daily comparison of calls and entries", () => {
  it("of a day on which every call left its entry says only that it was done", async () => {
    const { office, toNight } = await aDay();
    await office.ask("POST", "/v1/filings/acquisition", {
      key: "k-000001",
      body: acquisitionOf(applicant()),
      token: null,
    });
    expect(await toNight()).toEqual([
      { code: "trail-compared", facts: { day: "2026-11-25", calls: 2, entries: 2, hours: 18 } },
    ]);
  });

  it("tells of a call that reached a function and left no entry, by its number", async () => {
    const { office, toNight } = await aDay();
    const requestId = randomUUID();
    office.accessLog.seen.push({ requestId, at: office.time.now, reached: true });
    expect((await toNight())[0]).toMatchObject({
      code: "trail-gap",
      facts: { calls: 3, entries: 2, withoutEntry: 1, withoutCall: 0, requestIds: requestId },
    });
  });

  it("expects no entry of a call that the gateway answered by itself", async () => {
    const { call, toNight } = await aDay();
    await call(true, false);
    expect(await toNight()).toMatchObject([{ code: "trail-compared" }]);
  });

  it("tells of an entry whose call the gateway never saw", async () => {
    const { call, toNight } = await aDay();
    const requestId = await call(false);
    expect((await toNight())[0]).toMatchObject({
      code: "trail-gap",
      facts: { withoutEntry: 0, withoutCall: 1, requestIds: requestId },
    });
  });

  it("tells of a day whose access log is gone although there were entries", async () => {
    const { office, toNight } = await aDay();
    office.accessLog.seen.length = 0;
    expect((await toNight())[0]).toMatchObject({ code: "trail-gap", facts: { calls: 0, entries: 2, withoutCall: 2 } });
  });

  it("finds a call and its entry on two sides of midnight", async () => {
    const { office, toNight } = await aDay();
    const requestId = randomUUID();
    office.accessLog.seen.push({ requestId, at: "2026-11-25T14:59:59.990Z" as Instant, reached: true });
    office.time.now = "2026-11-25T15:00:00.010Z" as Instant;
    await office.ask("GET", "/v1/filings", { requestId });
    expect(await toNight()).toMatchObject([{ code: "trail-compared", facts: { calls: 3, entries: 2 } }]);
  });

  it("can be made up for a day that was missed", async () => {
    const { office, toNight } = await aDay();
    await toNight();
    office.time.now = "2026-11-27T18:40:00.000Z" as Instant;
    await office.reconcile({ day: "2026-11-25" });
    expect(office.log.lines.at(-1)).toMatchObject({ code: "trail-compared", facts: { day: "2026-11-25", calls: 2 } });
  });

  it("does not take what runs by the clock for a call", async () => {
    const { database, toNight } = await aDay();
    await database.transact([auditWrite({ ...entryAt(startOf(morning), 1), correlationId: "nightly-2026-11-25" })]);
    expect(await toNight()).toMatchObject([{ code: "trail-compared", facts: { entries: 2 } }]);
  });
});

describe("the daily comparison of the table with the chain", () => {
  const rowOf = (database: ReturnType<typeof memoryDatabase>) => {
    const row = database.dump("audit").find(({ pk }) => pk === `HOUR#${morning}`);
    if (!row) throw new Error("no row");
    return row;
  };
  const place = (sk: string) => sk.replace("#", "_");

  it("tells of a row that was changed, even where its own digest was made anew", async () => {
    const { office, database } = await aDay();
    office.time.now = nightAfter;
    await office.digestTrail();
    const row = rowOf(database);
    const entry = JSON.parse(String(row.entry));
    await database.transact([{ ...auditWrite({ ...entry, officer: "nobody" }), kind: "put" } as never]);
    office.log.lines.length = 0;
    await office.reconcile();
    expect(office.log.lines[0]).toMatchObject({
      code: "trail-differs",
      facts: { fault: "table-differs", hour: morning, changed: 1, removed: 0, added: 0, places: place(row.sk) },
    });
  });

  it("tells of a row that is gone", async () => {
    const { office, database } = await aDay();
    office.time.now = nightAfter;
    await office.digestTrail();
    const row = rowOf(database);
    await database.transact([{ kind: "put", table: "audit", item: { ...row, version: 1 } }]);
    await database.transact([{ kind: "delete", table: "audit", key: { pk: row.pk, sk: row.sk }, expects: 1 }]);
    office.log.lines.length = 0;
    await office.reconcile();
    expect(office.log.lines).toContainEqual({
      code: "trail-differs",
      facts: expect.objectContaining({ hour: morning, changed: 0, removed: 1, places: place(row.sk) }),
    });
  });

  it("tells of a row that was put into a closed hour, and of one that came later than the chain waits", async () => {
    const { office, database } = await aDay();
    office.time.now = nightAfter;
    await office.digestTrail();
    await database.transact([auditWrite(entryAt(startOf(addHours(morning, 1)), 5))]);
    office.log.lines.length = 0;
    await office.reconcile();
    expect(office.log.lines).toMatchObject([
      { code: "trail-differs", facts: { hour: addHours(morning, 1), added: 1 } },
      { code: "trail-compared" },
    ]);
  });

  it("tells of an object of the bucket that is other than it was signed", async () => {
    const { office } = await aDay();
    office.time.now = nightAfter;
    await office.digestTrail();
    office.trail.files.set(entriesName(morning), Buffer.from("{}\n"));
    office.log.lines.length = 0;
    await office.reconcile();
    expect(office.log.lines).toContainEqual({
      code: "trail-differs",
      facts: { fault: "file-changed", place: entriesName(morning) },
    });
  });
});
