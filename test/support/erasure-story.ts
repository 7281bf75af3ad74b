import { type BucketRead, bucketsRead, type ErasurePorts } from "../../functions/erasure/ports.ts";
import { takeTurn } from "../../functions/erasure/take-turn.ts";
import { turnWorks } from "../../functions/erasure/turns/turn-works.ts";
import { erasureAfter } from "../../shared/domain/erasures.ts";
import type { AtenaNumber, PersonId } from "../../shared/domain/ids.ts";
import { defaultRetention } from "../../shared/domain/retention.ts";
import { memoryLog } from "../../shared/http/log.ts";
import { type Instant, plainDate } from "../../shared/law/calendar.ts";
import { type Database, type Item, type Key, queryAll } from "../../shared/stores/database.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import {
  type Erasure,
  erasureWrites,
  type Finding,
  findingsOf,
  findingWrite,
  openErasure,
  recentErasures,
} from "../../shared/stores/erasures.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import type { MemoryDatabase } from "../../shared/stores/memory-database.ts";
import { memoryScan, type TableScan } from "../../shared/stores/table-scan.ts";
import { memoryVersions, type Versions } from "../../shared/stores/versions.ts";
import { batchOf, somebody } from "./erasure-listing.ts";
import {
  type Fault,
  faultPlan,
  faultyDatabase,
  faultyMasterKey,
  faultyScan,
  faultySigner,
  faultyTrailFiles,
  faultyVersions,
} from "./faulty-database.ts";
import { recordEvents } from "./incomes.ts";
import { auditFiles, emptyBuckets, filledWorld, type World } from "./leaving.ts";
import { openStores } from "./restarting-office.ts";

/** Long after a day at every desk in November 2026: whatever was over then is due. */
export const later = "2045-11-22T18:10:00.000Z" as Instant;

type Someone = Awaited<ReturnType<typeof filledWorld>>["people"][number];

export const personIdOf = async ({ database, master }: World, { atenaNumber }: Someone): Promise<PersonId> =>
  (await keyring(database, master, () => later).index()).person(atenaNumber as AtenaNumber);

const put = (database: MemoryDatabase, table: Parameters<MemoryDatabase["dump"]>[0], item: Item) =>
  database.transact([{ kind: "put", table: table ?? "people", item }]);

const moveInList = async (database: MemoryDatabase, table: "incomes" | "residents", from: Key, pk: string) => {
  const [row] = await database.getAll([{ table, key: from }]);
  if (!row) return;
  await database.transact([
    { kind: "remove", table, key: from },
    { kind: "put", table, item: { ...row, pk } },
  ]);
};

/** Somebody whose every matter was dealt with in 2026, and who then lost their last 資格. */
export const closeMatters = async (world: World, person: Someone): Promise<PersonId> => {
  const { database } = world;
  const owner = await personIdOf(world, person);
  await recordEvents(world, person, "20261123-AAAAAA", [
    { kind: "lost", on: plainDate("2026-11-01"), cause: "moved-abroad" },
  ]);
  for (const row of database.dump("filings"))
    if (row.personId === owner) await put(database, "filings", { ...row, status: "closed" });
  for (const row of database.dump("incomes"))
    if (row.pk === "REOPENED" && row.personId === owner && row.state === "open") {
      await put(database, "incomes", { ...row, state: "kept", decidedAt: "2026-11-23T01:00:00.000Z" });
      await moveInList(database, "incomes", { pk: "REOPENED#open", sk: row.sk }, "REOPENED#kept");
    }
  for (const row of database.dump("residents"))
    if (row.personId === owner && (row.state === "proposed" || row.state === "quarantined")) {
      await put(database, "residents", { ...row, state: "dismissed" });
      const name = String(row.changeName);
      await moveInList(database, "residents", { pk: `STATE#${row.state}`, sk: name }, "STATE#dismissed");
    }
  for (const row of database.dump("batches"))
    if (row.pk === "BATCHES" && row.finishedAt === null)
      await put(database, "batches", { ...row, finishedAt: "2026-11-23T01:00:00.000Z" });
  return owner;
};

interface Calls {
  readonly faults?: readonly Fault[];
  readonly pageSize?: number;
  readonly now?: Instant;
  /** Real tables in place of the doubles. */
  readonly tables?: { readonly database: Database; readonly scan: TableScan };
  /** Buckets that know more than those of the world, in their place: instants, marks of deletion, locks. */
  readonly buckets?: Partial<Record<BucketRead, Versions>>;
}

/** When whatever lies in a bucket of the world was put there: no file of it is past its years. */
const putAt = () => "2045-11-01T01:00:00.000Z";

/** Where the tables are, whatever keeps them. */
interface Tables {
  readonly database: Database;
}

const decided = (decision: "approve" | "refuse", by: string, at: Instant) => ({
  decision,
  by,
  at,
  documentNumber: "27国年第1号",
});

/** Two people, as the desk keeps their word. */
export const approve = async (world: Tables, at = later): Promise<Erasure> => {
  const erasure = await openErasure(world.database);
  if (erasure?.state !== "awaiting-approval") throw new Error("nothing waits for approval");
  const half: Erasure = {
    ...erasure,
    state: erasureAfter(erasure.state, "first-approval"),
    approvals: [decided("approve", "manager-1", at)],
    version: erasure.version + 1,
  };
  const whole: Erasure = {
    ...half,
    state: erasureAfter(half.state, "second-approval"),
    approvals: [...half.approvals, decided("approve", "head-1", at)],
    version: half.version + 1,
  };
  await world.database.transact(erasureWrites(half));
  await world.database.transact(erasureWrites(whole));
  return whole;
};

/** What the desk keeps of a decision on every copy found, and of going on. */
export const settle = async (world: Tables, decision: "remove" | "keep"): Promise<void> => {
  const erasure = await openErasure(world.database);
  if (erasure?.state !== "awaiting-settlement") throw new Error("nothing waits to be settled");
  for (const finding of await findingsOf(world.database, erasure.erasureId))
    await world.database.transact([
      findingWrite(erasure.erasureId, {
        ...finding,
        decision: { decision, documentNumber: "27国年第2号", by: "manager-1", at: later },
        version: finding.version + 1,
      }),
    ]);
  const state = erasureAfter(erasure.state, "go-on");
  await world.database.transact(erasureWrites({ ...erasure, state, cursor: null, version: erasure.version + 1 }));
};

const working: readonly Erasure["state"][] = ["listing", "erasing", "reading-back"];
let drawn = 0;

/** Turns of the clock over a world, each after a death in a process of its own, until the 消去 rests. */
export const clockOver = (
  world: World,
  { faults = [], pageSize = 40, now = later, tables, buckets = {} }: Calls = {},
) => {
  const bucket = (name: BucketRead) => buckets[name] ?? memoryVersions(world.buckets[name], putAt);
  const held = tables?.database ?? world.database;
  const plan = faultPlan(faults);
  const log = memoryLog();
  const open = () => {
    const process = plan.process();
    const database = faultyDatabase(held, process);
    const ports: ErasurePorts = {
      database,
      keyring: keyring(database, faultyMasterKey(world.master, process), () => now),
      clock: () => now,
      random: (length) => {
        drawn += 1;
        return Uint8Array.from({ length }, (_, at) => (drawn >> (at * 5)) % 32);
      },
      log,
      covered: new Set(),
      scan: faultyScan(tables?.scan ?? memoryScan(world.database, pageSize), process),
      buckets: Object.fromEntries(bucketsRead.map((name) => [name, faultyVersions(bucket(name), process)])) as Record<
        BucketRead,
        ReturnType<typeof memoryVersions>
      >,
      audit: faultyTrailFiles(auditFiles(world.buckets.audit), process),
      signer: faultySigner(world.signer, process),
      schedule: defaultRetention,
      backups: { keyDays: 35, backupDays: 400 },
      ward: { code: "13110", name: "架空区" },
    };
    return { process, turn: takeTurn(ports, turnWorks) };
  };
  const surprises: unknown[] = [];
  let running = open();
  /** One turn, in a process that is alive when it begins. */
  const turn = async (): Promise<void> => {
    if (running.process.isDead()) running = open();
    await running.turn({ erasureId: (await openErasure(held))?.erasureId }).catch((error: Error) => {
      if (
        !/InjectedFault|could not be (written|removed|kept)|neither kept nor found/.test(
          `${error.name} ${error.message}`,
        )
      )
        surprises.push(error);
    });
  };
  /** Until it waits for people, or is over. */
  const rest = async (): Promise<Erasure> => {
    for (let turns = 0; turns < 80; turns += 1) {
      const [before] = await recentErasures(held, 1);
      if (before && !working.includes(before.state)) {
        await plan.land();
        const [still] = await recentErasures(held, 1);
        if (still && !working.includes(still.state)) return still;
      }
      await turn();
    }
    throw new Error("the erasure never came to rest");
  };
  /** A new one, where the last is over. */
  const begin = async (): Promise<Erasure> => {
    await running.turn({}).catch(() => undefined);
    return rest();
  };
  return { begin, rest, turn, plan, log, surprises };
};

export const itemsIn = async (world: Tables, { erasureId }: Erasure) => {
  const items: Item[] = [];
  for await (const row of queryAll(world.database, { table: "erasures", pk: `ERASURE#${erasureId}` })) items.push(row);
  return items;
};

export const foundIn = (world: Tables, { erasureId }: Erasure): Promise<Finding[]> =>
  findingsOf(world.database, erasureId);

/** Three people after a day at every desk: the first two done with everything, the third still insured. */
export const agedWorld = async () => {
  const world = await filledWorld(3);
  const [gone, other, stays] = world.people;
  if (!gone || !other || !stays) throw new Error("three people are wanted");
  // Files lie about of every bucket, and the hold of the leaving's story is none of this one.
  for (const bucket of bucketsRead) if (bucket !== "audit") world.buckets[bucket].clear();
  await world.database.transact([{ kind: "remove", table: "erasures", key: { pk: "HOLDS", sk: "CLASS#income" } }]);
  const owners = [await closeMatters(world, gone), await closeMatters(world, other), await personIdOf(world, stays)];
  return { ...world, owners };
};

/** A ward of four, small enough to be erased thousands of times: two go, one of them with a copy lying about; two stay. */
export const smallWorld = async (): Promise<World> => {
  const stores = openStores();
  await somebody(stores, 0, 2012, [2018]);
  const copied = await somebody(stores, 1, 2012);
  await somebody(stores, 2, 2012, [2018, 2042]);
  await somebody(stores, 3, null);
  await batchOf(stores.database, "age-20-2015-04", 2015, 2);
  const buckets = emptyBuckets();
  buckets.linkage.set("copies/1.txt", [Buffer.from(`of ${copied}`), Buffer.from("nothing")]);
  return { database: stores.database, master: stores.master, buckets, signer: memorySigner() };
};
