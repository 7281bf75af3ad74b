import type { PersonId } from "../domain/ids.ts";
import type { LedgerEntry } from "../domain/ledger-events.ts";
import { filingIdSchema } from "../domain/values.ts";
import type { BlindIndex } from "../protection/blind-index.ts";
import { headersIn } from "../protection/marks.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";
import { filingKey } from "./filings.ts";
import { correctionRows } from "./income-corrections.ts";
import { incomeRows } from "./incomes.ts";
import { noticeRows, preparedKey } from "./notices.ts";
import { everyWayTo, personPartition } from "./people.ts";
import { requestKey, requestKeyRow } from "./requests.ts";
import { changeRows, headKey } from "./resident-changes.ts";
import { suspensionRows } from "./suspensions.ts";
import type { TableName } from "./tables.ts";

/** A row and where it lies. */
export interface StoredRow {
  readonly table: TableName;
  readonly item: Item;
}

type Owner = PersonId | "~";

const inTable =
  (table: TableName) =>
  (items: readonly (Item | undefined)[]): StoredRow[] =>
    items.flatMap((item) => (item ? [{ table, item }] : []));

const at = async (database: Database, table: TableName, keys: readonly Key[]): Promise<StoredRow[]> =>
  inTable(table)(await database.getAll(keys.map((key) => ({ table, key }))));

/** Rows of one kind of record by its name and whose it is. */
type RowsOf = (database: Database, name: string, owner: Owner) => Promise<StoredRow[]>;

const ofSomebody =
  (rows: (database: Database, name: string, owner: PersonId) => Promise<StoredRow[]>): RowsOf =>
  async (database, name, owner) =>
    owner === "~" ? [] : rows(database, name, owner);

/** Kinds of record with a clock of their own (`holdings.ts` names them), and all that lies of one. */
const kinds: Readonly<Record<string, RowsOf>> = {
  filing: async (database, name) => {
    const filingId = filingIdSchema.safeParse(name);
    if (!filingId.success) return [];
    return [
      ...(await at(database, "filings", [filingKey(filingId.data)])),
      ...(await at(database, "requests", [preparedKey(filingId.data)])),
    ];
  },
  income: ofSomebody(async (database, year, owner) =>
    inTable("incomes")(await incomeRows(database, owner, Number(year))),
  ),
  correction: async (database, id) => inTable("incomes")(await correctionRows(database, id)),
  change: async (database, name, owner) =>
    inTable("residents")(await changeRows(database, owner === "~" ? null : owner, name)),
  suspension: ofSomebody(async (database, id, owner) => inTable("requests")(await suspensionRows(database, owner, id))),
  notices: ofSomebody(async (database, list, owner) => inTable("requests")(await noticeRows(database, owner, list))),
  request: async (database, id) => [
    ...(await at(database, "requests", [requestKey(id)])),
    ...(await at(database, "keys", [requestKeyRow(id)])),
  ],
  "batch-row": async (database, name) => {
    const [pk = "", sk = ""] = name.split("|");
    return at(database, "batches", [{ pk, sk }]);
  },
};

/** All rows of a record; empty when it is not there any more. @throws for a kind that is not known. */
export const rowsOfRecord = async (database: Database, owner: Owner, record: string): Promise<readonly StoredRow[]> => {
  const [kind = "", ...rest] = record.split(":");
  const rowsOf = kinds[kind];
  if (!rowsOf) throw new Error("rows of a record of no known kind");
  return rowsOf(database, rest.join(":"), owner);
};

/** All rows of a person's histories but the key: the ledger, every way that ever led to it, and the head of their 異動. */
export const rowsOfPerson = async (
  database: Database,
  index: BlindIndex,
  owner: PersonId,
  entries: readonly LedgerEntry[],
): Promise<readonly StoredRow[]> => {
  const ledger: Item[] = [];
  for await (const item of queryAll(database, { table: "people", pk: personPartition(owner) })) ledger.push(item);
  return [
    ...inTable("people")(ledger),
    ...(await at(database, "people", everyWayTo(index, owner, entries))),
    ...(await at(database, "residents", [headKey(owner)])),
  ];
};

/** Takes a row away as it was read; one without a version never changes, and it is well if it is gone. */
export const goneWrite = ({ table, item }: StoredRow): Write => {
  const key = { pk: item.pk, sk: item.sk };
  return typeof item.version === "number"
    ? { kind: "delete", table, key, expects: item.version }
    : { kind: "remove", table, key };
};

/** By what copies of rows are known, wherever they lie. */
export const headersOf = (rows: readonly StoredRow[]): string[] => rows.flatMap(({ item }) => headersIn(item));
