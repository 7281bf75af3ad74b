import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryBriefStore } from "../../../shared/stores/brief-files.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { putOnFile } from "../../support/income-outputs.ts";
import { openOffice } from "../../support/office.ts";
import { decide, examiner, extractOf, requested, take } from "../../support/outputs.ts";

/** An office in which looking up everybody who was born in a month takes longer than a call may work. */
const slowOffice = async () => {
  const kept = memoryBriefStore();
  const database = memoryDatabase();
  const slow: Database = {
    ...database,
    query: async (query) => {
      if (query.pk.startsWith("FIND#"))
        office.time.now = new Date(Date.parse(office.time.now) + 1_000).toISOString() as Instant;
      return database.query(query);
    },
  };
  const office = openOffice({ database: slow, exports: kept });
  for (const [nth, birthDate] of ["1990-04-01", "1990-05-01", "1990-06-01"].entries())
    await putOnFile({ database, master: office.master }, nth, [], { birthDate });
  const born = { item: "addressee.birthDate", op: "between", value: ["1990-04-01", "1990-06-30"] };
  return { office, kept, path: await requested(office, extractOf({ conditions: [born] })) };
};

describe("a production that takes longer than a call", () => {
  it("answers that something is left, gives nothing away before it is whole, and goes on when asked", async () => {
    const { office, path } = await slowOffice();
    expect(await decide(office, path)).toMatchObject({ status: 202, body: { state: "producing", parts: 1 } });
    expect(await take(office, path)).toMatchObject({ status: 409, body: { code: "output-not-ready" } });
    expect(await office.ask("POST", `${path}/production`, examiner)).toMatchObject({ status: 202, body: { parts: 2 } });
    expect(await office.ask("POST", `${path}/production`, examiner)).toMatchObject({
      status: 200,
      body: { state: "ready", parts: 3 },
    });
    expect((await take(office, path, 2)).status).toBe(200);
    expect(await take(office, path, 2)).toMatchObject({ status: 409, body: { code: "already-taken" } });
    expect((await office.ask("GET", path, examiner)).body).toMatchObject({ state: "ready", takenParts: 1 });
  });

  it("is gone on with by the clock, and its files leave as they were made", async () => {
    const { office, kept, path } = await slowOffice();
    await decide(office, path);
    await office.tendOutputs();
    expect((await office.ask("GET", path, examiner)).body).toMatchObject({ state: "ready", parts: 2, takenParts: 0 });
    for (const part of [2, 1]) expect((await take(office, path, part)).status).toBe(200);
    expect((await office.ask("GET", path, examiner)).body.state).toBe("taken");
    expect([...kept.versions]).toEqual([]);
  });

  it("that is not whole within a day expires, with what was made of it", async () => {
    const { office, kept, path } = await slowOffice();
    await decide(office, path);
    office.time.now = "2026-11-24T01:00:00.000Z" as Instant;
    expect(await office.ask("POST", `${path}/production`, examiner)).toMatchObject({
      status: 410,
      body: { code: "output-expired" },
    });
    expect((await decide(office, path)).body).toMatchObject({ state: "producing", parts: 1 });
    await office.tendOutputs();
    expect((await office.ask("GET", path, examiner)).body).toMatchObject({ state: "expired", parts: 1 });
    expect([...kept.versions]).toEqual([]);
  });
});
