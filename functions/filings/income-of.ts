import { assessedSpans } from "../../shared/domain/assessed-spans.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { type IncomeRecord, incomeRecord } from "../../shared/domain/income-record.ts";
import { itemsOf } from "../../shared/domain/items-of.ts";
import type { RecordItemId } from "../../shared/domain/record-items.ts";
import type { Flow, StoredFiling } from "../../shared/flows/define.ts";
import type { Item, Key, Write } from "../../shared/stores/database.ts";
import { incomeCheck, incomeKey, incomeOf, incomeVersionIn } from "../../shared/stores/incomes.ts";
import type { LoadedPerson } from "../../shared/stores/people.ts";

/** The row to read for the income that decides a filing: none for a flow that income does not decide. */
export const incomeRows = (
  flow: Flow,
  filing: StoredFiling,
  personId: PersonId,
): readonly { table: "incomes"; key: Key }[] => {
  const year = flow.incomeYear(filing);
  return year === null ? [] : [{ table: "incomes", key: incomeKey(personId, year) }];
};

/** Holds that row, or its absence, to what was decided on: a 更正 in the same moment is seen by one of the two. */
export const incomeChecks = (
  flow: Flow,
  filing: StoredFiling,
  personId: PersonId,
  row: Item | undefined,
): readonly Write[] => {
  const year = flow.incomeYear(filing);
  return year === null ? [] : [incomeCheck(personId, year, incomeVersionIn(row))];
};

/** What that row says; null where the tax office has told nothing yet. */
export const incomeIn = (row: Item | undefined, { key }: LoadedPerson): IncomeRecord | null =>
  row === undefined ? null : incomeOf(row, key).record;

/** The items that deciding a filing of the flow looks at, for the access trail. */
export const itemsDecided = ({ stored, asksIncome }: Flow): RecordItemId[] =>
  asksIncome ? [...new Set([...itemsOf(stored), ...itemsOf(incomeRecord)])] : itemsOf(stored);

/** The items that a filing of the flow shows: those filed, and the incomes that its assessment names. */
export const itemsShown = ({ stored, asksIncome }: Flow): RecordItemId[] =>
  asksIncome ? [...new Set([...itemsOf(stored), ...itemsOf(assessedSpans)])] : itemsOf(stored);
