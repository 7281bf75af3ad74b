import type { Database, Item, Key, Query, Write } from "../../shared/stores/database.ts";
import type { TableName } from "../../shared/stores/tables.ts";

interface Partition {
  readonly items: Map<string, Item>;
  sorted: readonly string[] | undefined;
}

const keyOf = (write: Write): Key => ("key" in write ? write.key : write.item);

/** The first place in `sorted` at or after `from`. */
const placeOf = (sorted: readonly string[], from: string): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < from) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Stands where DynamoDB stands and costs next to nothing, so that what is left is our own work: it copies nothing, and
 * after `forget` it keeps nothing new, as a function does not, so that nobody pays for the collection of its garbage.
 */
export const quietDatabase = (): Database & { readonly forget: () => void } => {
  let keeps = true;
  const partitions = new Map<string, Partition>();
  const partition = (table: TableName, pk: string): Partition => {
    const name = `${table}\0${pk}`;
    const there = partitions.get(name);
    if (there) return there;
    const made: Partition = { items: new Map(), sorted: undefined };
    partitions.set(name, made);
    return made;
  };
  const holds = (write: Write) => {
    const { pk, sk } = keyOf(write);
    const there = partitions.get(`${write.table}\0${pk}`)?.items.get(sk);
    if (write.kind === "put" || write.kind === "remove") return true;
    const wantsNone = write.kind === "create" || (write.kind === "check" && write.expects === 0);
    return wantsNone ? there === undefined : there?.version === write.expects;
  };
  const query = ({ table, pk, prefix = "", between, descending = false, limit, after }: Query): Item[] => {
    const there = partitions.get(`${table}\0${pk}`);
    if (!there) return [];
    there.sorted ??= [...there.items.keys()].sort();
    const from = between?.from ?? prefix;
    const fits = (sk: string) => (between ? sk <= between.to : sk.startsWith(prefix));
    if (descending)
      return there.sorted
        .filter(fits)
        .toReversed()
        .flatMap((sk) => there.items.get(sk) ?? [])
        .slice(0, limit);
    const items: Item[] = [];
    for (
      let at = placeOf(there.sorted, after === undefined ? from : `${after}\0`);
      at < there.sorted.length && items.length < (limit ?? Number.POSITIVE_INFINITY);
      at += 1
    ) {
      const sk = there.sorted[at] ?? "";
      if (!fits(sk)) break;
      const item = there.items.get(sk);
      if (item) items.push(item);
    }
    return items;
  };
  return {
    forget: () => {
      keeps = false;
    },
    getAll: async (keys) => keys.map(({ table, key }) => partitions.get(`${table}\0${key.pk}`)?.items.get(key.sk)),
    query: async (asked) => query(asked),
    transact: async (writes) => {
      const failed = writes.filter((write) => !holds(write));
      if (failed.length > 0) return { ok: false, failed, contended: false };
      for (const write of keeps ? writes : []) {
        if (write.kind === "check") continue;
        const { pk, sk } = keyOf(write);
        const there = partition(write.table, pk);
        const goes = write.kind === "delete" || write.kind === "remove";
        if (goes || !there.items.has(sk)) there.sorted = undefined;
        if (goes) there.items.delete(sk);
        else there.items.set(sk, write.item);
      }
      return { ok: true };
    },
  };
};
