import { createHash, createSecretKey, type KeyObject } from "node:crypto";
import type { PersonId } from "../../shared/domain/ids.ts";
import { ledgerEntry } from "../../shared/domain/ledger-events.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import { seal } from "../../shared/protection/seal.ts";
import type { Database, Item, Key, Write } from "../../shared/stores/database.ts";
import { incomeKey } from "../../shared/stores/incomes.ts";
import { keyring, personKeyRow } from "../../shared/stores/keyring.ts";
import type { TablePage } from "../../shared/stores/table-scan.ts";
import type { TableName } from "../../shared/stores/tables.ts";
import { takeoverEvents } from "../../tools/ward/load-ward.ts";
import { applicantsOnFile, clock } from "./applicants.ts";
import { quietDatabase } from "./quiet-database.ts";

/** One in so many is due: 20,000 of 300,000. */
const dueOneIn = 15;
const lostLongAgo = "2009-06-01";
/** As many as there are in about 1 MB, which is what DynamoDB gives at once. */
const pageSize = { keys: 4_000, people: 1_000, incomes: 1_000 } as const;
/** Snapshot, entry, way back from the trail and ways to find them: what a person has in the table of people. */
const rowsOfPerson = ["SNAPSHOT", "ENTRY#000001", "SUBJECT", "FIND", "FIND", "FIND", "FIND"] as const;
/** Of those due 2012, of the rest a year that is kept: nobody due is kept for it. */
const yearOf = (nth: number) => (nth % dueOneIn === 0 ? 2012 : 2025);

/** Pseudonyms look like those of the blind index; their numbers are remembered. */
const numbers = new Map<string, number>();
const ids: PersonId[] = [];
const nameEverybody = (people: number): void => {
  for (let nth = ids.length; nth < people; nth += 1) {
    const id = createHash("sha256").update(`id ${nth}`).digest().subarray(0, 20).toString("base64url") as PersonId;
    ids.push(id);
    numbers.set(id, nth);
  }
};
const idOf = (nth: number): PersonId => {
  const id = ids[nth];
  if (id === undefined) throw new RangeError("nobody of that number");
  return id;
};
const nthOf = (key: string): number => numbers.get(key.slice(-27)) ?? 0;

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

/**
 * A ward of the given size whose rows are made when they are read, each time the same, and kept nowhere: so that what is
 * measured is the work on them. Who is being erased is remembered by their number.
 */
export const openWard = async (people: number) => {
  nameEverybody(people);
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
  const frozen = new Set<number>();
  const gone = new Set<number>();
  const secretOf = (nth: number): Buffer => createHash("sha256").update(`person ${nth}`).digest();

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
    const wrapped = seal(branchKey, { table: "keys", ...row, attribute: "wrapped" }, secretOf(nth));
    return { ...row, branch, wrapped, version: frozen.has(nth) ? 2 : 1 };
  };
  const snapshot = (key: Key): Item => {
    const nth = nthOf(key.pk);
    const text = models[((nth * 7) % 1_000) * 2 + (nth % dueOneIn === 0 ? 1 : 0)];
    if (text === undefined) throw new Error("nobody to make");
    const secret: KeyObject = createSecretKey(secretOf(nth));
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
  const ownerOf = (table: TableName, row: number) => (table === "people" ? Math.floor(row / rowsOfPerson.length) : row);
  /** Where a page of the table begins, by the row it goes on behind. */
  const begins = new Map<string, number>();
  const page = async (table: TableName, after: Key | null): Promise<TablePage> => {
    const made = makers[table];
    if (!made) return { items: [], next: null };
    const start = after === null ? 0 : (begins.get(`${table} ${after.pk} ${after.sk}`) ?? 0);
    const perPage = table === "keys" ? pageSize.keys : pageSize.people;
    return apart(() => {
      const length = Math.min(perPage, made.count - start);
      const all = Array.from({ length }, (_, nth) => ({ nth: start + nth, item: made.item(start + nth) }));
      const items = all.filter(({ nth }) => !gone.has(ownerOf(table, nth))).map(({ item }) => item);
      const last = all.at(-1)?.item;
      if (!last || start + length === made.count) return { items, next: null };
      begins.set(`${table} ${last.pk} ${last.sk}`, start + length);
      return { items, next: { pk: last.pk, sk: last.sk } };
    });
  };
  /** A row of the ward by its key; null for a row that is none of the ward's. */
  const made = (table: TableName, key: Key): Item | undefined | null => {
    const id = [key.pk, key.sk].find((each) => each.startsWith("PERSON#"));
    if (id === undefined) return table === "people" ? undefined : null;
    const nth = nthOf(id);
    if (table === "residents" || gone.has(nth)) return undefined;
    if (table === "keys") return keyItem(nth);
    if (table === "incomes") return key.pk === incomeKey(idOf(nth), yearOf(nth)).pk ? incomeItem(nth) : undefined;
    if (table !== "people") return null;
    return key.sk === "SNAPSHOT" ? snapshot(key) : { ...key, version: 1 };
  };
  /** What a transaction changes of the ward; the rest of it is kept. */
  const changes = (write: Write): boolean => {
    const key = "key" in write ? write.key : write.item;
    if (write.table !== "keys" || !key.pk.startsWith("PERSON#"))
      return ["people", "residents", "incomes"].includes(write.table);
    const nth = nthOf(key.pk);
    if (write.kind === "replace") frozen.add(nth);
    else gone.add(nth);
    return true;
  };
  const database: Database = {
    getAll: async (wanted) => {
      const own = apart(() => wanted.map(({ table, key }) => made(table, key)));
      const others = await kept.getAll(wanted);
      return own.map((item, at) => (item === null ? others[at] : item));
    },
    query: async (asked) => {
      const { table, pk } = asked;
      if (table === "people")
        return apart(() => ["SNAPSHOT", "ENTRY#000001"].flatMap((sk) => made(table, { pk, sk }) ?? []));
      return kept.query(asked);
    },
    transact: (writes) => kept.transact(writes.filter((write) => !changes(write))),
  };
  return { ward, database, keyring: keys, scan: { page } };
};
