import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { TemporaryBucket, TemporaryPorts } from "../../../functions/temporary-files/ports.ts";
import { sweepFiles } from "../../../functions/temporary-files/sweep-files.ts";
import { auditEntry } from "../../../shared/audit/entry.ts";
import type { RunId } from "../../../shared/domain/ids.ts";
import { memoryLog } from "../../../shared/http/log.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { openRunWrites, type Run } from "../../../shared/stores/runs.ts";
import { memoryVersions, type Versions } from "../../../shared/stores/versions.ts";
import { type Fault, faultModes, faultPlan, faultyDatabase, faultyVersions } from "../../support/faulty-database.ts";

const now = "2026-11-26T03:00:00.000Z" as Instant;
const old = "2026-11-20T03:00:00.000Z";
const run = (runId: string, state: Run["state"]): Run => ({
  runId: runId as RunId,
  state,
  startedAt: old as Instant,
  startedBy: "schedule:weekly",
  cutoff: old as Instant,
  kinds: [],
  manifest: null,
  decision: null,
  taskToken: null,
  version: 1,
});

type Held = Record<TemporaryBucket, Map<string, readonly Uint8Array[]>>;
const byte = Buffer.of(1);
const filled = (): Held => ({
  staging: new Map([
    ["runs/T20261120-AAAAAA/0001.bin", [byte, byte]],
    ["runs/T20261120-BBBBBB/0001.bin", [byte]],
    ["runs/T20261120-CCCCCC/0001.bin", [byte]],
  ]),
  linkage: new Map([
    ["residents/inbox/1.csv", [byte]],
    ["residents/results/1.json", [byte]],
  ]),
  exports: new Map([["O20261120-AAAAAA/0001.csv", [byte]]]),
});

describe("the sweep of temporary files", () => {
  let held: Held;
  let database: ReturnType<typeof memoryDatabase>;
  beforeEach(async () => {
    held = filled();
    database = memoryDatabase();
    await database.transact([
      ...openRunWrites(run("T20261120-AAAAAA", "released")).slice(1),
      ...openRunWrites(run("T20261120-BBBBBB", "sealed")).slice(1),
    ]);
  });

  const portsOf = (faults: readonly Fault[] = [], over: Partial<Record<TemporaryBucket, Versions>> = {}) => {
    const plan = faultPlan(faults);
    const process = plan.process();
    const log = memoryLog();
    const versions = (bucket: TemporaryBucket) =>
      faultyVersions(
        memoryVersions(held[bucket], () => old),
        process,
      );
    const ports: TemporaryPorts = {
      database: faultyDatabase(database, process),
      clock: () => now,
      random: randomBytes,
      log,
      limitDays: 35,
      buckets: { staging: versions("staging"), linkage: versions("linkage"), exports: versions("exports"), ...over },
    };
    return { ports, log, plan };
  };
  const left = () => Object.values(held).flatMap((files) => [...files.keys()]);
  const kept = ["runs/T20261120-BBBBBB/0001.bin", "residents/inbox/1.csv", "residents/results/1.json"];

  it("takes away what nobody needs, in every version, and leaves what is needed", async () => {
    const { ports, log } = portsOf();
    await sweepFiles(ports)();
    expect(left()).toEqual(kept);
    expect(log.lines.map(({ code, facts }) => [code, facts])).toEqual([
      ["temporary-file-stays", { bucket: "staging", stuck: 0, late: 1, untaken: 0, waiting: 0 }],
      ["temporary-file-stays", { bucket: "linkage", stuck: 0, late: 0, untaken: 1, waiting: 0 }],
      ["temporary-files-swept", { looked: 6, gone: 3 }],
    ]);
  });

  it("says in the trail what it takes, before it goes", async () => {
    await sweepFiles(portsOf().ports)();
    const entries = database.dump("audit").map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))));
    expect(entries).toMatchObject([
      { officer: "schedule:temporary-files", action: "temporary-files:sweep", codes: ["staging", "files-2", "late-1"] },
      { codes: ["exports", "files-1", "late-0"] },
    ]);
  });

  it("tells of what is there after it was taken away", async () => {
    const stubborn = memoryVersions(held.staging, () => old);
    const { ports, log } = portsOf([], { staging: { ...stubborn, remove: async () => undefined } });
    await sweepFiles(ports)();
    expect(log.lines).toContainEqual(
      expect.objectContaining({
        code: "temporary-file-stays",
        facts: expect.objectContaining({ bucket: "staging", stuck: 2 }),
      }),
    );
  });

  it("loses nothing that is needed whatever call fails or dies, and the next sweep takes the rest", async () => {
    const fault = fc.record({ call: fc.integer({ min: 1, max: 20 }), mode: fc.constantFrom(...faultModes) });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 4 }), async (faults) => {
        held = filled();
        const { ports, plan } = portsOf(faults);
        await sweepFiles(ports)().catch(() => undefined);
        expect([faults, kept.every((name) => left().includes(name))]).toEqual([faults, true]);
        await plan.land();
        await sweepFiles(portsOf().ports)();
        expect([faults, left()]).toEqual([faults, kept]);
      }),
      { numRuns: 200 },
    );
  });
});
