import canonicalize from "canonicalize";
import { isSameRecord } from "../../../shared/domain/income-correction.ts";
import { recordOfRow } from "../../../shared/domain/income-told.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import type { TakeoverPerson } from "../../../shared/domain/takeover-person.ts";
import { addTotals, type Totals, totalsOfEvents, totalsOfIncome } from "../../../shared/domain/takeover-totals.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { incomeVersions } from "../../../shared/stores/incomes.ts";
import { type LoadedPerson, ledgerOf } from "../../../shared/stores/people.ts";

/** What an extract says of a person. */
type Whole = Extract<TakeoverPerson, { ok: true }>;

const isSame = (one: readonly LedgerEvent[], other: readonly LedgerEvent[]) =>
  canonicalize(one) === canonicalize(other);

interface OnFile {
  /** Whether all that the extract says is on file as it says it, whatever happened to the person since. */
  readonly same: boolean;
  /** What is on file of it, as control totals. */
  readonly totals: Totals;
}

/** Opens the record of a person: the first entry of the ledger itself, not its cache, and every version of 所得情報. */
export const onFile = async (loaded: LoadedPerson, { events, incomes }: Whole, database: Database): Promise<OnFile> => {
  const [first] = await ledgerOf(database, loaded);
  const recorded = first?.source.kind === "takeover" ? first.events : [];
  let same = isSame(recorded, events);
  let totals = totalsOfEvents(recorded);
  for (const income of incomes) {
    const versions = await incomeVersions(database, loaded.personId, income.incomeYear, loaded.key);
    const kept = versions.find(({ record }) => isSameRecord(record, recordOfRow(income)));
    if (kept) totals = addTotals(totals, totalsOfIncome(income.incomeYear, kept.record.insured.income));
    else same = false;
  }
  return { same, totals };
};

export const isOnFile = async (loaded: LoadedPerson, whole: Whole, database: Database): Promise<boolean> =>
  (await onFile(loaded, whole, database)).same;
