import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { type BriefStore, memoryBriefStore } from "../../../shared/stores/brief-files.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { openOffice } from "../../support/office.ts";
import { decide, examiner, requested, take } from "../../support/outputs.ts";
import { acquisitionOf, applicants, lossOf } from "../../support/people.ts";

const [first] = applicants(1);
if (!first) throw new Error("the generated ward has too few people of working age");

/** An office in which every file that is put takes longer than a call may work. */
const slowOffice = async () => {
  const kept = memoryBriefStore();
  const database = memoryDatabase();
  const slow: BriefStore = {
    ...kept,
    put: async (name, bytes, type) => {
      await kept.put(name, bytes, type);
      office.time.now = new Date(Date.parse(office.time.now) + 20_000).toISOString() as Instant;
    },
  };
  const office = openOffice({ database, exports: slow });
  await office.ask("POST", "/v1/filings/acquisition", { key: "resuming-1", body: acquisitionOf(first) });
  await office.ask("POST", "/v1/filings/loss", { key: "resuming-2", body: lossOf(first) });
  const body = { kind: "forms", spec: { filedOn: "2026-11-20" }, purpose: "record-check", reason: "点検" };
  return { office, kept, path: await requested(office, body) };
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
    expect((await office.ask("GET", path, examiner)).body).toMatchObject({ state: "ready", parts: 3, takenParts: 0 });
    for (const part of [3, 1, 2]) expect((await take(office, path, part)).status).toBe(200);
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
