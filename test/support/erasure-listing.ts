import { randomBytes } from "node:crypto";
import { listDue } from "../../functions/erasure/list-due.ts";
import { bucketsRead, type ErasurePorts } from "../../functions/erasure/ports.ts";
import { takeTurn } from "../../functions/erasure/take-turn.ts";
import type { LedgerEvent } from "../../shared/domain/ledger-events.ts";
import { defaultRetention } from "../../shared/domain/retention.ts";
import { memoryLog } from "../../shared/http/log.ts";
import { type Instant, plainDate } from "../../shared/law/calendar.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { pageOfItems, recentErasures } from "../../shared/stores/erasures.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { memoryScan } from "../../shared/stores/table-scan.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { memoryVersions } from "../../shared/stores/versions.ts";
import { type Fault, faultPlan, faultyDatabase, faultyMasterKey, faultyScan } from "./faulty-database.ts";
import { incomeOf, putOnFile } from "./income-outputs.ts";
import { putIncome } from "./incomes-on-file.ts";
import type { openStores, Stores } from "./restarting-office.ts";

/** 03:10 in Japan on 23 November 2026. */
export const night = "2026-11-22T18:10:00.000Z" as Instant;

export const lostIn = (year: number): LedgerEvent => ({
  kind: "lost",
  on: plainDate(`${year}-06-01`),
  cause: "moved-abroad",
});

type Database = ReturnType<typeof openStores>["database"];

const ids = async (stores: Stores, atenaNumber: string) =>
  (await keyring(stores.database, stores.master, () => night).index()).person(
    atenaNumber as Parameters<Awaited<ReturnType<ReturnType<typeof keyring>["index"]>>["person"]>[0],
  );

/** The `nth` person, who lost their 資格 in that year (null: never), with 所得情報 of the years named. */
export const somebody = async (
  stores: Stores,
  nth: number,
  lost: number | null,
  incomeYears: readonly number[] = [],
) => {
  const atenaNumber = await putOnFile(stores, nth, lost === null ? [] : [lostIn(lost)]);
  const at = { ...stores, time: { now: night } };
  for (const year of incomeYears) await putIncome(at, atenaNumber, year, incomeOf());
  return ids(stores, atenaNumber);
};

/** A batch done in that year (null: not yet), and rows of it for people who are not on file. */
export const batchOf = async (
  database: Database,
  batchId: string,
  year: number | null,
  rows: number,
): Promise<void> => {
  await database.transact([
    {
      kind: "put",
      table: "batches",
      item: { pk: "BATCHES", sk: batchId, finishedAt: year && `${year}-05-01T01:00:00.000Z`, version: 1 },
    },
  ]);
  for (let nth = 0; nth < rows; nth += 1)
    await database.transact([
      {
        kind: "put",
        table: "batches",
        item: {
          pk: `BATCH#${batchId}`,
          sk: `00000-${String(nth).padStart(16, "0")}`,
          personId: `absent${String(nth).padStart(21, "0")}`,
          sealed: null,
        },
      },
    ]);
};

interface Calls {
  readonly faults?: readonly Fault[];
  readonly pageSize?: number;
}

/** Turns of the clock over the stores until the 消去 rests, each turn after a death in a process of its own. */
export const listing = (stores: Stores, { faults = [], pageSize = 90 }: Calls = {}) => {
  const plan = faultPlan(faults);
  const log = memoryLog();
  const open = () => {
    const process = plan.process();
    const database = faultyDatabase(stores.database, process);
    const empty = memoryVersions(new Map<string, Uint8Array>());
    const ports: ErasurePorts = {
      database,
      keyring: keyring(database, faultyMasterKey(stores.master, process), () => night),
      clock: () => night,
      random: randomBytes,
      log,
      covered: new Set(),
      scan: faultyScan(memoryScan(stores.database, pageSize), process),
      buckets: Object.fromEntries(bucketsRead.map((name) => [name, empty])) as ErasurePorts["buckets"],
      audit: memoryTrailFiles(),
      signer: memorySigner(),
      schedule: defaultRetention,
      backups: { keyDays: 7, backupDays: 35 },
      ward: { code: "13110", name: "架空区" },
    };
    return { process, turn: takeTurn(ports, { listing: listDue }) };
  };
  const surprises: unknown[] = [];
  const run = async () => {
    let running = open();
    for (let turn = 0; turn < 60; turn += 1) {
      if (running.process.isDead()) running = open();
      const [before] = await recentErasures(stores.database, 1);
      const known = before && before.state !== "listing";
      if (known) return;
      await running.turn({}).catch((error: Error) => {
        if (!/InjectedFault|access trail could not/.test(`${error.name} ${error.message}`)) surprises.push(error);
      });
    }
    throw new Error("the listing never came to rest");
  };
  return { run, plan, log, surprises };
};

/** What is true of the last 消去: its state, its counts, and its items by owner and record. */
export const listedIn = async (database: Database) => {
  const all = await recentErasures(database, 10);
  const [erasure] = all;
  if (!erasure) throw new Error("no erasure was begun");
  const { items } = await pageOfItems(database, erasure.erasureId, 10_000);
  return {
    erasures: all.length,
    state: erasure.state,
    examined: erasure.examined,
    counts: Object.fromEntries(
      Object.entries(erasure.counts).map(([name, states]) => [
        name,
        Object.fromEntries(Object.entries(states).filter(([, count]) => count > 0)),
      ]),
    ),
    items: items.map(({ owner, record, state, reason, dueOn }) => ({ owner, record, state, reason, dueOn })),
  };
};
