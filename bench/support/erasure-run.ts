import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { listDue } from "../../functions/erasure/list-due.ts";
import type { ErasurePorts } from "../../functions/erasure/ports.ts";
import { takeTurn } from "../../functions/erasure/take-turn.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { ledgerEntry } from "../../shared/domain/ledger-events.ts";
import { defaultRetention } from "../../shared/domain/retention.ts";
import { memoryLog } from "../../shared/http/log.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import { seal } from "../../shared/protection/seal.ts";
import type { Database, Item, Key } from "../../shared/stores/database.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { recentErasures } from "../../shared/stores/erasures.ts";
import { incomeKey } from "../../shared/stores/incomes.ts";
import { keyring, personKeyRow } from "../../shared/stores/keyring.ts";
import type { TablePage } from "../../shared/stores/table-scan.ts";
import type { TableName } from "../../shared/stores/tables.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { memoryVersions } from "../../shared/stores/versions.ts";
import { takeoverEvents } from "../../tools/ward/load-ward.ts";
import { applicantsOnFile, clock } from "./applicants.ts";
import { quietDatabase } from "./quiet-database.ts";

/** The listing of a ward of the given size in its own process: its CPU without the making of the ward, and its memory. */
const [, , size = "0"] = process.argv;

/** One in so many is due: 20,000 of 300,000. */
const dueOneIn = 15;
const lostLongAgo = "2009-06-01";
/** As many as there are in about 1 MB, which is what DynamoDB gives at once. */
const pageSize = { keys: 4_000, people: 1_000, incomes: 1_000 } as const;
/** Snapshot, entry, way back from the trail and ways to find them: what a person has in the table of people. */
const rowsOfPerson = ["SNAPSHOT", "ENTRY#000001", "SUBJECT", "FIND", "FIND", "FIND", "FIND"] as const;
/** Of those due 2012, of the rest a year that is kept: nobody due is kept for it. */
const yearOf = (nth: number) => (nth % dueOneIn === 0 ? 2012 : 2025);

const idOf = (nth: number) => `p${String(nth).padStart(26, "0")}` as PersonId;
const nthOf = (person: string) => Number(person.slice(-26));

const models = [...applicantsOnFile(1_000, 5)].flatMap(({ person }) =>
  [false, true].map((due) =>
    JSON.stringify({
      entries: [
        ledgerEntry.parse({
          id: "000001",
          recordedAt: clock(),
          recordedBy: "takeover",
          source: { kind: "takeover" },
          events: due
            ? [
                {
                  kind: "registered",
                  facts: takeoverEvents(person).flatMap((e) => (e.kind === "registered" ? e.facts : []))[0],
                },
                { kind: "acquired", on: "2000-04-01", category: "1", cause: "turned-20" },
                { kind: "exempted", type: "full", from: "2005-07", until: "2006-06", reason: "income" },
                { kind: "lost", on: lostLongAgo, cause: "moved-abroad" },
              ]
            : takeoverEvents(person),
        }),
      ],
    }),
  ),
);

const openWard = async (people: number) => {
  const kept = quietDatabase();
  const master = memoryMasterKey();
  const keys = keyring(kept, master, clock);
  await keys.index();
  await keys.issue(idOf(0));
  const branch = clock().slice(0, 4);
  const [branchRow] = await kept.getAll([{ table: "keys", key: { pk: `BRANCH#${branch}`, sk: "KEY" } }]);
  if (!(branchRow?.wrapped instanceof Uint8Array)) throw new Error("no branch key");
  const branchKey = await master.unwrap(branchRow.wrapped, { "kokunen:purpose": "branch", "kokunen:name": branch });
  const ward = { making: 0 };
  let secrets = new Map<string, KeyObject>();

  /** Made in one go, so that nothing else is counted with it. */
  const apart = <T>(work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    ward.making += user + system;
    return result;
  };
  const keyItem = (nth: number): Item => {
    const row = personKeyRow(idOf(nth));
    const secret = randomBytes(32);
    secrets.set(row.pk, createSecretKey(secret));
    const wrapped = seal(branchKey, { table: "keys", ...row, attribute: "wrapped" }, secret);
    return { ...row, branch, wrapped, version: 1 };
  };
  const snapshot = (key: Key): Item => {
    const nth = nthOf(key.pk);
    const text = models[((nth * 7) % 1_000) * 2 + (nth % dueOneIn === 0 ? 1 : 0)];
    const secret = secrets.get(key.pk);
    if (text === undefined || !secret) throw new Error("nobody to make");
    return {
      ...key,
      version: 1,
      sealed: seal(secret, { table: "people", ...key, attribute: "sealed" }, Buffer.from(text)),
    };
  };
  const personItem = (row: number): Item => {
    const personId = idOf(Math.floor(row / rowsOfPerson.length));
    const kind = rowsOfPerson[row % rowsOfPerson.length] ?? "FIND";
    if (kind === "FIND") return { pk: `FIND#name-kana#${row}`, sk: `PERSON#${personId}` };
    if (kind === "SUBJECT") return { pk: `SUBJECT#${row}`, sk: "PERSON", personId };
    return { pk: `PERSON#${personId}`, sk: kind, version: 1 };
  };
  const incomeItem = (nth: number): Item => ({ ...incomeKey(idOf(nth), yearOf(nth)), version: 1 });
  const makers: Partial<Record<TableName, { readonly count: number; readonly item: (nth: number) => Item }>> = {
    keys: { count: people, item: keyItem },
    people: { count: people * rowsOfPerson.length, item: personItem },
    incomes: { count: people, item: incomeItem },
  };
  /** Where a page of the table begins, by the row it goes on behind. */
  const begins = new Map<string, number>();
  const page = async (table: TableName, after: Key | null): Promise<TablePage> => {
    const made = makers[table];
    if (!made) return { items: [], next: null };
    const start = after === null ? 0 : (begins.get(`${table} ${after.pk} ${after.sk}`) ?? 0);
    const perPage = table === "keys" ? pageSize.keys : pageSize.people;
    return apart(() => {
      if (table === "keys") secrets = new Map();
      const length = Math.min(perPage, made.count - start);
      const items = Array.from({ length }, (_, nth) => made.item(start + nth));
      const last = items.at(-1);
      if (!last || start + length === made.count) return { items, next: null };
      begins.set(`${table} ${last.pk} ${last.sk}`, start + length);
      return { items, next: { pk: last.pk, sk: last.sk } };
    });
  };
  const isMade = (table: TableName, { sk }: Key) => table === "people" && sk === "SNAPSHOT";
  const database: Database = {
    ...kept,
    getAll: async (wanted) =>
      wanted.every(({ table, key }) => isMade(table, key))
        ? apart(() => wanted.map(({ key }) => snapshot(key)))
        : kept.getAll(wanted),
  };
  return { ward, database, keyring: keys, scan: { page } };
};

const run = async (people: number) => {
  const { ward, ...stores } = await openWard(people);
  const empty = memoryVersions(new Map<string, Uint8Array>());
  const ports: ErasurePorts = {
    ...stores,
    clock,
    random: randomBytes,
    log: memoryLog(),
    covered: new Set(),
    buckets: { staging: empty, outbox: empty, linkage: empty, exports: empty, audit: empty },
    audit: memoryTrailFiles(),
    signer: memorySigner(),
    schedule: defaultRetention,
    backups: { keyDays: 7, backupDays: 35 },
    ward: { code: "13110", name: "bench" },
  };
  globalThis.gc?.();
  ward.making = 0;
  const before = process.cpuUsage();
  while ((await takeTurn(ports, { listing: listDue })({})).next === "again");
  const { user, system } = process.cpuUsage(before);
  const [erasure] = await recentErasures(stores.database, 1);
  return {
    seconds: (user + system - ward.making) / 1e6,
    people,
    examined: erasure?.examined ?? 0,
    listed: Object.values(erasure?.counts ?? {}).reduce((sum, states) => sum + (states.listed ?? 0), 0),
  };
};

await run(Math.min(3_000, Number(size)));
const measured = await run(Number(size));
process.send?.({ ...measured, mostMegabytes: process.resourceUsage().maxRSS / 1e3 });
process.disconnect?.();
