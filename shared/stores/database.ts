import type { TableName } from "./tables.ts";

/** A value an item may hold. Numbers are integers. */
export type Attribute =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly Attribute[]
  | { readonly [name: string]: Attribute };

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Key & Readonly<Record<string, Attribute>>;

/** One change. Each says what must hold for it, so that a transaction of them is refused rather than half right. */
export type Write =
  /** Nothing may be there yet. */
  | { readonly kind: "create"; readonly table: TableName; readonly item: Item }
  /** Whatever is there: for rows that say the same however often they are written. */
  | { readonly kind: "put"; readonly table: TableName; readonly item: Item }
  /** What is there must carry `version` = `expects`; the new item carries its own. */
  | { readonly kind: "replace"; readonly table: TableName; readonly item: Item; readonly expects: number }
  /** Must carry `version` = `expects`, or (0) not be there; it stays as it is. */
  | { readonly kind: "check"; readonly table: TableName; readonly key: Key; readonly expects: number }
  /** Must carry `version` = `expects`. */
  | { readonly kind: "delete"; readonly table: TableName; readonly key: Key; readonly expects: number }
  /** Whatever is there goes, and it is well if nothing was: for erasure alone. */
  | { readonly kind: "remove"; readonly table: TableName; readonly key: Key };

/** Why a transaction did not happen: the writes whose condition failed, or too many at once on the same items. */
export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly failed: readonly Write[]; readonly contended: boolean };

export interface Query {
  readonly table: TableName;
  readonly pk: string;
  /** Only sort keys that begin with this. */
  readonly prefix?: string;
  /** Only sort keys from `from` to `to`, inclusive. */
  readonly between?: { readonly from: string; readonly to: string };
  readonly descending?: boolean;
  readonly limit?: number;
  /** Continue after this sort key. */
  readonly after?: string;
}

/** The stores' only way to the database. Reads are strongly consistent. */
export interface Database {
  /** Items in the order of `keys`; undefined where there is none. One round trip. */
  getAll(keys: readonly { readonly table: TableName; readonly key: Key }[]): Promise<readonly (Item | undefined)[]>;
  query(query: Query): Promise<readonly Item[]>;
  /** All or none. One round trip. */
  transact(writes: readonly Write[]): Promise<Outcome>;
}

/** Every item of a query, a page at a time. */
export async function* queryAll(database: Database, query: Omit<Query, "after" | "limit">): AsyncGenerator<Item> {
  const limit = 200;
  for (let after: string | undefined; ; ) {
    const page = await database.query({ ...query, limit, ...(after === undefined ? {} : { after }) });
    yield* page;
    const last = page.at(-1);
    if (page.length < limit || last === undefined) return;
    after = last.sk;
  }
}
