import type { Database, Item, Key } from "../shared/stores/database.ts";
import type { TableName } from "../shared/stores/tables.ts";
import { groupsOf } from "./groups-of.ts";

/** As many rows as DynamoDB hands over in one call, and calls at a time. */
const rowsAtOnce = 100;
const callsAtOnce = 8;

/** A row by its table and key. */
export type Wanted = { readonly table: TableName; readonly key: Key };

/** Rows in the order of `keys`, read in several calls side by side. */
export const readRows = async (database: Database, keys: readonly Wanted[]): Promise<readonly (Item | undefined)[]> => {
  const found: (Item | undefined)[] = [];
  for (const calls of groupsOf(groupsOf(keys, rowsAtOnce), callsAtOnce))
    for (const rows of await Promise.all(calls.map((group) => database.getAll(group))))
      for (const row of rows) found.push(row);
  return found;
};
