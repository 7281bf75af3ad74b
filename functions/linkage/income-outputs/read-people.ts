import type { KeyObject } from "node:crypto";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { IncomeRecord } from "../../../shared/domain/income-record.ts";
import type { Database, Item } from "../../../shared/stores/database.ts";
import { incomeKey, incomeOf } from "../../../shared/stores/incomes.ts";
import type { Keyring } from "../../../shared/stores/keyring.ts";
import { type LoadedPerson, personRows, personUnder } from "../../../shared/stores/people.ts";
import { readRows, type Wanted } from "../../read-rows.ts";

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
