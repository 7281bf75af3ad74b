import type { KeyObject } from "node:crypto";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { IncomeRecord } from "../../../shared/domain/income-record.ts";
import type { Database, Item, Key } from "../../../shared/stores/database.ts";
import { incomeKey, incomeOf } from "../../../shared/stores/incomes.ts";
import type { Keyring } from "../../../shared/stores/keyring.ts";
import { type LoadedPerson, personRows, personUnder } from "../../../shared/stores/people.ts";
import type { TableName } from "../../../shared/stores/tables.ts";
import { groupsOf } from "../../groups-of.ts";

/** As many rows as DynamoDB hands over in one call, and calls at a time. */
const rowsAtOnce = 100;
const callsAtOnce = 8;

type Wanted = { readonly table: TableName; readonly key: Key };

/** Rows in the order of `keys`, read in several calls side by side. */
export const readRows = async (database: Database, keys: readonly Wanted[]): Promise<readonly (Item | undefined)[]> => {
  const found: (Item | undefined)[] = [];
  for (const calls of groupsOf(groupsOf(keys, rowsAtOnce), callsAtOnce))
    for (const rows of await Promise.all(calls.map((group) => database.getAll(group))))
      for (const row of rows) found.push(row);
  return found;
};

export interface PersonAndIncome {
  readonly loaded: LoadedPerson;
  readonly record: IncomeRecord | null;
}

export const openIncome = (item: Item | undefined, key: KeyObject): IncomeRecord | null =>
  item === undefined ? null : incomeOf(item, key).record;

/**
 * People with their 所得情報 of a year each, in the order asked for; null for somebody who is not on file. Whose key is gone
 * is nobody any more, whatever else of them is left.
 */
export const readPeople = async (
  wanted: readonly { readonly personId: PersonId; readonly year: number }[],
  { database, keyring }: { readonly database: Database; readonly keyring: Keyring },
): Promise<readonly (PersonAndIncome | null)[]> => {
  const rows = await readRows(
    database,
    wanted.flatMap(({ personId, year }): Wanted[] => [
      ...personRows(personId),
      { table: "incomes", key: incomeKey(personId, year) },
    ]),
  );
  const keys = await keyring.openAll(wanted.map((_, at) => rows[at * 3 + 1]));
  return wanted.map(({ personId }, at) => {
    const key = keys[at];
    const snapshot = rows[at * 3];
    if (key === undefined || snapshot === undefined) return null;
    return { loaded: personUnder(personId, snapshot, key), record: openIncome(rows[at * 3 + 2], key) };
  });
};
