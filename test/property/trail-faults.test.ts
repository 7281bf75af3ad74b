import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestTrail } from "../../functions/audit/digest/digest-trail.ts";
import { addHours, type Hour } from "../../shared/audit/hours.ts";
import { verifyTrail } from "../../shared/audit/verify-trail.ts";
import { memoryLog } from "../../shared/http/log.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { readHead } from "../../shared/stores/trail-hours.ts";
import {
  type Fault,
  faultModes,
  faultPlan,
  faultyDatabase,
  faultySigner,
  faultyTrailFiles,
} from "../support/faulty-database.ts";
import { entryAt } from "../support/trails.ts";

const first = "2026-11-26T00" as Hour;
const at = (hour: Hour, minutes: number) => `${hour}:${String(minutes).padStart(2, "0")}:00.000Z` as Instant;
const signer = memorySigner();
const patience = 30;
const lookingBack = 31 * 24;

/** Entries of three hours; the third of them comes when the first hour is closed, the fifth in the middle of a turn. */
const entries = [
  entryAt(at(first, 10), 1),
  entryAt(at(first, 50), 2),
  entryAt(at(first, 20), 3),
  entryAt(at(addHours(first, 2), 5), 4),
  entryAt(at(addHours(first, 1), 5), 5),
] as const;

/** The job over three hours with calls that fail; turn follows turn, each a process of its own, until the head is there. */
const story = async (faults: readonly Fault[]) => {
  const [database, trail, log] = [memoryDatabase(), memoryTrailFiles(), memoryLog()];
  const plan = faultPlan(faults);
  const keep = (entry: (typeof entries)[number]) => database.transact([auditWrite(entry)]);
  const settle = async (hour: Hour) => {
    for (let turn = 0; turn < patience && (await readHead(database))?.hour !== hour; turn += 1) {
      const process = plan.process();
      const ports = {
        database: faultyDatabase(database, process),
        trail: faultyTrailFiles(trail, process),
        signer: faultySigner(signer, process),
        clock: () => at(addHours(hour, 1), 20),
        log,
      };
      await digestTrail(ports)().catch((error: Error) => {
        if (error.name === "TrailDiffers") throw error;
      });
      if (hour === first && turn === 0) await keep(entries[2]);
      if (hour !== first && turn === 0) await keep(entries[4]);
    }
  };
  await keep(entries[0]);
  await keep(entries[1]);
  await settle(first);
  await keep(entries[3]);
  await settle(addHours(first, 2));
  await settle(addHours(first, 3));
  const calls = plan.calls();
  await plan.land();
  const report = await verifyTrail({ reader: trail, publicKey: signer.key, now: at(addHours(first, 4), 40) });
  const rows = database.dump("traces").map(({ pk, sk }) => `${pk} ${sk}`);
  return { report, rows: rows.toSorted(), calls, differs: log.lines.filter(({ code }) => code === "trail-differs") };
};

const untouched = await story([]);

const holds = ({ report, rows, differs }: Awaited<ReturnType<typeof story>>) => {
  expect(report).toMatchObject({ faults: [], hours: 4, entries: 5 });
  expect(rows).toEqual(untouched.rows);
  expect(differs).toEqual([]);
};

describe("the hourly digest", () => {
  it("undisturbed makes a whole chain of what came in time and what came late", () => {
    holds(untouched);
    expect(untouched.calls).toBeGreaterThan(lookingBack + 60);
  });

  it.each(faultModes)(
    "comes to a whole chain with every entry and every row, with each call failing in turn: %s",
    async (mode) => {
      // The very first turn looks a month back for an entry, a call an hour: of those some are enough.
      for (let call = 1; call <= untouched.calls + 5; call += call < lookingBack ? 103 : 1)
        holds(await story([{ call, mode }]));
    },
  );

  it("comes to it with several calls failing in any way", async () => {
    const fault = fc.record({
      call: fc.integer({ min: lookingBack, max: untouched.calls + 60 }),
      mode: fc.constantFrom(...faultModes),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 2, maxLength: 8 }), async (faults) => {
        holds(await story(faults));
      }),
      { numRuns: 250 },
    );
  });
});
