import type { PersonId } from "../../../shared/domain/ids.ts";
import { openJson } from "../../../shared/protection/seal.ts";
import type { Attribute, Item, Key } from "../../../shared/stores/database.ts";
import { personKeyRow, requestKeyRow } from "../../../shared/stores/keyring.ts";
import type { TableName } from "../../../shared/stores/tables.ts";
import type { LeavingPorts } from "./ports.ts";
import type { RecordKind } from "./record-kinds.ts";

/** One row as it is given back: what lay open in it, and what was sealed, opened. */
export interface ReturnedRow {
  readonly kind: RecordKind;
  readonly table: TableName;
  readonly pk: string;
  readonly sk: string;
  /** The pseudonym that joins what belongs to one person; null for what is nobody's. */
  readonly owner: string | null;
  readonly row: Readonly<Record<string, unknown>>;
  readonly opened: Readonly<Record<string, unknown>>;
}

const pseudonym = "([\\w-]{27})";
const inKey = new RegExp(`^(?:PERSON|HISTORY)#${pseudonym}$`);

/** Whose a row is: it says so in its own words, or in its key. */
const ownerOf = ({ pk, sk, personId, owner }: Item): PersonId | null => {
  const said = [personId, owner].find((each) => typeof each === "string" && new RegExp(`^${pseudonym}$`).test(each));
  const found = said ?? inKey.exec(pk)?.[1] ?? inKey.exec(sk)?.[1];
  // Only what has the form of a pseudonym comes this far.
  return found === undefined ? null : (found as PersonId);
};

/** The row of the key under which a row's values are sealed: that of whoever it belongs to, or of its case where that is about nobody. */
const keyRowOf = (table: TableName, item: Item): Key | null => {
  const owner = ownerOf(item);
  if (owner !== null) return personKeyRow(owner);
  return table === "requests" && typeof item.requestId === "string" ? requestKeyRow(item.requestId) : null;
};

const isBytes = (value: Attribute | undefined): value is Uint8Array => value instanceof Uint8Array;

/** The mark by which an erasure knows copies is sealed under a key of the erasure's own, and says nothing that is on record. */
const ownMarks: readonly RecordKind[] = ["erasure-item"];

/**
 * Rows of one page, opened under the keys of the people, or the cases, they belong to: one read of keys for all of them. Undefined when a
 * sealed value does not open, or is nobody's.
 */
export const openRows = async (
  { database, keyring }: Pick<LeavingPorts, "database" | "keyring">,
  table: TableName,
  rows: readonly { readonly item: Item; readonly kind: RecordKind }[],
): Promise<readonly ReturnedRow[] | undefined> => {
  const sealed = rows.flatMap(({ item }) => (Object.values(item).some(isBytes) ? (keyRowOf(table, item) ?? []) : []));
  const keyRows = [...new Map(sealed.map((key) => [key.pk, key])).values()];
  const items = await database.getAll(keyRows.map((key) => ({ table: "keys", key })));
  const opened = await keyring.openAll(items);
  const keys = new Map(keyRows.map(({ pk: at }, nth) => [at, opened[nth]]));
  const openRow = ({ item, kind }: (typeof rows)[number]): ReturnedRow => {
    const { pk, sk, ...attributes } = item;
    const owner = ownerOf(item);
    const keyRow = keyRowOf(table, item);
    const entries = Object.entries(attributes).filter(([, value]) => !(isBytes(value) && ownMarks.includes(kind)));
    const key = keyRow === null ? undefined : keys.get(keyRow.pk);
    const openOne = (attribute: string, sealed: Uint8Array): unknown => {
      if (key === undefined) throw new Error("a sealed value without a key");
      return openJson(key, { table, pk, sk, attribute }, sealed);
    };
    return {
      kind,
      table,
      pk,
      sk,
      owner,
      row: Object.fromEntries(entries.filter(([, value]) => !isBytes(value))),
      opened: Object.fromEntries(
        entries.flatMap(([name, value]) => (isBytes(value) ? [[name, openOne(name, value)]] : [])),
      ),
    };
  };
  try {
    return rows.map(openRow);
  } catch {
    // Which one and why would be told in words that may repeat what it holds.
    return undefined;
  }
};
