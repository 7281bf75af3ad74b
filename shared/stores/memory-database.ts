import type { Database, Item, Key, Write } from "./database.ts";
import { type TableName, tableNames } from "./tables.ts";

/** As many writes as DynamoDB takes in one transaction. */
const most = 100;

const keyOf = (write: Write): Key => ("key" in write ? write.key : write.item);

/** The double of {@link Database}: same conditions, same order, same refusal. `writes` counts transactions. */
export interface MemoryDatabase extends Database {
  readonly calls: { reads: number; writes: number };
  /** Everything stored, for tests that look for what must not be there. */
  dump(table?: TableName): readonly Item[];
  /** At most `limit` items behind `after`, in an order that stays the same while others come and go. */
  scan(table: TableName, after: Key | null, limit: number): readonly Item[];
}

export const memoryDatabase = (): MemoryDatabase => {
  const stored = new Map<string, Map<string, Item>>();
  const place = (name: TableName, pk: string) => `${name}\0${pk}`;
  const itemAt = (name: TableName, { pk, sk }: Key) => stored.get(place(name, pk))?.get(sk);
  const calls = { reads: 0, writes: 0 };
  const holds = (write: Write) => {
    const there = itemAt(write.table, keyOf(write));
    if (write.kind === "put" || write.kind === "remove") return true;
    if (write.kind === "create" || (write.kind === "check" && write.expects === 0)) return there === undefined;
    return there?.version === write.expects;
  };
  return {
    calls,
    dump: (name) =>
      (name ? [name] : tableNames).flatMap((each) =>
        [...stored].flatMap(([at, partition]) => (at.startsWith(place(each, "")) ? [...partition.values()] : [])),
      ),
    scan: (name, after, limit) => {
      const order = ({ pk, sk }: Key) => `${pk}\0${sk}`;
      return [...stored]
        .flatMap(([at, partition]) => (at.startsWith(place(name, "")) ? [...partition.values()] : []))
        .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
        .filter((item) => after === null || order(item) > order(after))
        .slice(0, limit)
        .map((item) => structuredClone(item));
    },
    getAll: async (keys) => {
      calls.reads += 1;
      return keys.map(({ table: name, key }) => structuredClone(itemAt(name, key)));
    },
    query: async ({
      table: name,
      pk,
      prefix = "",
      between,
      descending = false,
      limit = Number.POSITIVE_INFINITY,
      after,
    }) => {
      calls.reads += 1;
      if (after !== undefined && between && (after < between.from || after > between.to))
        throw new RangeError("DynamoDB starts nowhere outside the range asked for");
      const order = descending ? -1 : 1;
      return [...(stored.get(place(name, pk))?.values() ?? [])]
        .filter((item) => item.sk.startsWith(prefix))
        .filter((item) => !between || (item.sk >= between.from && item.sk <= between.to))
        .sort((a, b) => (a.sk < b.sk ? -order : order))
        .filter((item) => after === undefined || (descending ? item.sk < after : item.sk > after))
        .slice(0, limit)
        .map((item) => structuredClone(item));
    },
    transact: async (writes) => {
      calls.writes += 1;
      if (writes.length > most) throw new RangeError(`a transaction of ${writes.length} writes`);
      if (
        new Set(writes.map((write) => `${place(write.table, keyOf(write).pk)}\0${keyOf(write).sk}`)).size <
        writes.length
      )
        throw new RangeError("DynamoDB takes an item but once in a transaction");
      const failed = writes.filter((write) => !holds(write));
      if (failed.length > 0) return { ok: false, failed, contended: false };
      for (const write of writes) {
        const { pk, sk } = keyOf(write);
        const at = place(write.table, pk);
        if (write.kind === "delete" || write.kind === "remove") stored.get(at)?.delete(sk);
        else if (write.kind !== "check") {
          const partition = stored.get(at) ?? new Map<string, Item>();
          stored.set(at, partition.set(sk, structuredClone(write.item)));
        }
      }
      return { ok: true };
    },
  };
};
