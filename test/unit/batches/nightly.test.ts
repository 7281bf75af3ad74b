import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { nightlyBatches } from "../../../functions/batches/nightly/nightly-batches.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { openOffice } from "../../support/office.ts";
import { became1, personOf, putOnFile, storesOf } from "./on-file.ts";

const open = () => {
  const database = memoryDatabase();
  const office = { ...openOffice({ database, now: "2026-11-20T17:00:00.000Z" as Instant }), database };
  const { ring } = storesOf(office);
  const night = nightlyBatches({
    database,
    keyring: ring,
    clock: () => office.time.now,
    random: randomBytes,
    log: office.log,
    covered: new Set(),
  });
  return { office, night };
};

describe("every night", () => {
  it("ends 第1号 at 60 without anybody asking, as far as the calendar has come", async () => {
    const { office, night } = open();
    const lastMonth = await putOnFile(office, 0, "1966-10-11", [became1("1990-04-01")]);
    const yesterday = await putOnFile(office, 1, "1966-11-21", [became1("1990-04-01")]);
    const tomorrow = await putOnFile(office, 2, "1966-11-23", [became1("1990-04-01")]);
    await night();
    const until = async (person: Awaited<ReturnType<typeof putOnFile>>) =>
      (await personOf(office, person)).periods.at(-1)?.until;
    expect([await until(lastMonth), await until(yesterday), await until(tomorrow)]).toEqual([
      "2026-10-10",
      "2026-11-20",
      null,
    ]);

    office.time.now = "2026-11-22T17:00:00.000Z" as Instant;
    await night();
    expect(await until(tomorrow)).toBe("2026-11-22");
    expect(office.log.lines.map(({ code }) => code)).toEqual(["batches-done", "batches-done"]);
  });

  it("leaves the trail under its own name, and changes nothing when the night comes twice", async () => {
    const { office, night } = open();
    await putOnFile(office, 0, "1966-10-11", [became1("1990-04-01")]);
    await night();
    const kept = () => office.database.dump().filter(({ pk }) => !pk.startsWith("HOUR#"));
    const before = kept();
    await night();
    expect(kept()).toEqual(before);
    const officers = new Set(office.database.dump("audit").map(({ entry }) => JSON.parse(String(entry)).officer));
    expect([...officers]).toEqual(["schedule:batches"]);
  });
});
