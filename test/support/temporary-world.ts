import type { TemporaryPorts } from "../../functions/temporary-files/ports.ts";
import { sweepFiles } from "../../functions/temporary-files/sweep-files.ts";
import type { ImportId, RunId } from "../../shared/domain/ids.ts";
import { type TemporaryBucket, temporaryBuckets } from "../../shared/domain/temporary-files.ts";
import { memoryLog } from "../../shared/http/log.ts";
import { type Instant, plainDate } from "../../shared/law/calendar.ts";
import type { Write } from "../../shared/stores/database.ts";
import { importWrite } from "../../shared/stores/imports.ts";
import { type IncomeOutput, incomeOutputWrite } from "../../shared/stores/income-outputs.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { type Output, outputWrite } from "../../shared/stores/outputs.ts";
import { openRunWrites, type Run } from "../../shared/stores/runs.ts";
import { type FaultPlan, faultyDatabase, faultySweep } from "./faulty-database.ts";
import { versionedBucket } from "./versioned-bucket.ts";

export const sweptAt = "2026-12-31T00:50:00.000Z" as Instant;
export const limitDays = 35;

export const hoursBefore = (hours: number): Instant =>
  new Date(Date.parse(sweptAt) - hours * 60 * 60 * 1_000).toISOString() as Instant;
const daysBefore = (days: number) => hoursBefore(days * 24);

const importOf = (digit: string) => digit.repeat(64) as ImportId;
export const runOf = (letter: string) => `T20261201-${letter.repeat(6)}` as RunId;

const decision = (at: Instant) => ({ decision: "approve", reason: "", by: "manager-1", at }) as const;

const runWith = (letter: string, state: Run["state"], decidedAt: Instant | null): Write[] =>
  openRunWrites({
    runId: runOf(letter),
    state,
    startedAt: daysBefore(40),
    startedBy: "schedule",
    cutoff: daysBefore(40),
    kinds: [],
    manifest: null,
    decision: decidedAt === null ? null : decision(decidedAt),
    taskToken: null,
    version: 1,
    // Only one run is open at a time; of these, the mark of that does not count.
  }).slice(1);

const incomeOutputWith = (outputId: string, state: IncomeOutput["state"]): Write =>
  incomeOutputWrite({
    outputId,
    kind: "continuation",
    year: 2026,
    listNumber: null,
    state,
    startedAt: daysBefore(2),
    startedBy: "examiner-1",
    asOf: plainDate("2026-12-29"),
    cursor: null,
    steps: 1,
    examined: 1,
    total: null,
    lines: 1,
    counts: {},
    files: [],
    suspensionChanges: null,
    decision: null,
    version: 1,
  });

const importWith = (digit: string, state: "in-progress" | "done"): Write =>
  importWrite({
    importId: importOf(digit),
    importedAt: daysBefore(2),
    importedBy: "examiner-1",
    records: 1,
    state,
    version: 1,
  });

const outputWith = (outputId: string, over: Pick<Output, "state" | "expiresAt" | "clearedAt">): Write =>
  outputWrite({
    outputId,
    kind: "list",
    spec: { name: "register", from: plainDate("2026-12-01"), to: plainDate("2026-12-29") },
    purpose: "record-check",
    reason: "点検",
    instructionNumber: null,
    requestedAt: daysBefore(3),
    requestedBy: "examiner-1",
    department: "pension",
    decision: null,
    cursor: null,
    examined: 1,
    lines: 1,
    leftOut: 0,
    suspensionChanges: null,
    parts: 1,
    takenParts: 0,
    version: 1,
    ...over,
  });

interface Placed {
  readonly bucket: TemporaryBucket;
  readonly name: string;
  /** Instants of its versions, oldest first. */
  readonly put: readonly Instant[];
  /** Deleted at that instant. */
  readonly marked?: Instant;
  readonly goes: boolean;
}

/** What lies in the buckets: needed, finished with, left behind, not taken. */
export const placed: readonly Placed[] = [
  { bucket: "staging", name: `runs/${runOf("A")}/A05.dat`, put: [daysBefore(4), daysBefore(3)], goes: true },
  { bucket: "staging", name: `runs/${runOf("A")}/A05.pdf`, put: [daysBefore(3)], goes: true },
  { bucket: "staging", name: `runs/${runOf("B")}/A05.dat`, put: [daysBefore(9), daysBefore(8)], goes: false },
  { bucket: "staging", name: `runs/${runOf("C")}/A05.dat`, put: [daysBefore(40)], goes: false },
  { bucket: "staging", name: `runs/${runOf("D")}/A05.dat`, put: [hoursBefore(2)], goes: false },
  { bucket: "staging", name: `runs/${runOf("E")}/A05.dat`, put: [hoursBefore(30)], goes: true },
  { bucket: "staging", name: "income-outputs/I1/parts/a", put: [hoursBefore(9)], goes: true },
  { bucket: "staging", name: "income-outputs/I2/parts/a", put: [hoursBefore(9)], goes: false },
  { bucket: "staging", name: `results/${importOf("a")}`, put: [hoursBefore(9)], goes: true },
  { bucket: "staging", name: `results/${importOf("b")}`, put: [hoursBefore(9)], goes: false },
  { bucket: "staging", name: "astray", put: [hoursBefore(9)], goes: false },
  {
    bucket: "linkage",
    name: "residents/inbox/a.csv",
    put: [daysBefore(9), hoursBefore(0.5)],
    marked: hoursBefore(0.5),
    goes: true,
  },
  { bucket: "linkage", name: "residents/inbox/b.csv", put: [hoursBefore(1)], goes: false },
  { bucket: "linkage", name: "incomes/inbox/c.csv", put: [daysBefore(3)], goes: false },
  { bucket: "linkage", name: "incomes/inbox/d.csv", put: [daysBefore(36)], goes: true },
  { bucket: "linkage", name: "incomes/results/e.json", put: [daysBefore(34)], goes: false },
  { bucket: "linkage", name: "incomes/results/f.json", put: [hoursBefore(35 * 24 + 1)], goes: true },
  { bucket: "exports", name: "O1/a", put: [hoursBefore(30)], goes: true },
  { bucket: "exports", name: "O2/a", put: [hoursBefore(9)], goes: false },
  { bucket: "exports", name: "O3/a", put: [hoursBefore(5)], goes: true },
];

const tells = (bucket: TemporaryBucket, of: { readonly untaken?: number; readonly waiting?: number }) => ({
  bucket,
  stuck: 0,
  late: 0,
  untaken: 0,
  waiting: 0,
  ...of,
});

/** What the first sweep tells of them, and what every later one does: a file that nobody took until its limit went with the first. */
export const told = [tells("staging", { waiting: 1 }), tells("linkage", { untaken: 2 })] as const;
export const toldAfterwards = [tells("staging", { waiting: 1 }), tells("linkage", { untaken: 1 })] as const;

const rows: readonly Write[] = [
  ...runWith("A", "released", hoursBefore(3)),
  ...runWith("B", "sealed", null),
  ...runWith("C", "approved", daysBefore(39)),
  incomeOutputWith("I1", "refused"),
  incomeOutputWith("I2", "composing"),
  importWith("a", "done"),
  importWith("b", "in-progress"),
  outputWith("O1", { state: "taken", expiresAt: hoursBefore(6), clearedAt: null }),
  outputWith("O2", { state: "ready", expiresAt: hoursBefore(-15), clearedAt: null }),
  outputWith("O3", { state: "expired", expiresAt: hoursBefore(6), clearedAt: hoursBefore(6) }),
];

/** Buckets and tables with all of them. */
export const temporaryWorld = async () => {
  const database = memoryDatabase();
  await database.transact(rows);
  const buckets = { staging: versionedBucket(), linkage: versionedBucket(), exports: versionedBucket() };
  for (const { bucket, name, put, marked } of placed) {
    for (const at of put) buckets[bucket].put(name, at);
    if (marked !== undefined) buckets[bucket].mark(name, marked);
  }
  return { database, buckets };
};
export type TemporaryWorld = Awaited<ReturnType<typeof temporaryWorld>>;

export const namesThere = ({ buckets }: TemporaryWorld): string[] =>
  temporaryBuckets.flatMap((bucket) => buckets[bucket].names().map((name) => `${bucket} ${name}`));

export const expectedThere: readonly string[] = temporaryBuckets.flatMap((bucket) =>
  placed
    .flatMap((file) => (file.bucket === bucket && !file.goes ? [`${bucket} ${file.name}`] : []))
    .toSorted((a, b) => (a < b ? -1 : 1)),
);

type Process = ReturnType<FaultPlan["process"]>;

let drawn = 0;

/** One sweep, with its calls through a process of a fault plan; gives the lines of its log. */
export const sweep = async (
  world: TemporaryWorld,
  process?: Process,
  over: { readonly at?: Instant; readonly buckets?: Partial<TemporaryPorts["buckets"]> } = {},
) => {
  const log = memoryLog();
  const through: Process = process ?? { through: (work) => work(), isDead: () => false };
  const faulty = (bucket: TemporaryBucket) => faultySweep(world.buckets[bucket].versions, through);
  const own = { staging: faulty("staging"), linkage: faulty("linkage"), exports: faulty("exports") };
  await sweepFiles({
    database: faultyDatabase(world.database, through),
    clock: () => over.at ?? sweptAt,
    random: (bytes) => {
      drawn += 1;
      return Uint8Array.from({ length: bytes }, (_, nth) => (drawn * 31 + nth * 7) % 256);
    },
    log,
    buckets: { ...own, ...over.buckets },
    limitDays,
  })();
  const of = (code: string) => log.lines.filter((line) => line.code === code).map(({ facts }) => facts);
  return { stays: of("temporary-file-stays"), swept: of("temporary-files-swept"), faults: of("internal-error") };
};
