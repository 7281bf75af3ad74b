import { incomeColumns } from "../../shared/contracts/incomes.ts";
import type { FilingId, OfficerId } from "../../shared/domain/ids.ts";
import type { LedgerEvent } from "../../shared/domain/ledger-events.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { MasterKey } from "../../shared/protection/master-key.ts";
import type { Database } from "../../shared/stores/database.ts";
import { incomeVersions } from "../../shared/stores/incomes.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { loadedPerson, personRows, recordWrites } from "../../shared/stores/people.ts";
import { headOf, incomeOf, type Row, type Someone } from "../../tools/ward/income-rows.ts";
import { csvFile } from "./csv-file.ts";

export { headOf, incomeOf };

export const spouseOf = (income: number, over: Row = {}): Row => ({
  spouseIncome: income,
  spouseIncomeAfterDeductions: income,
  spouseCircumstance: "none",
  spouseDependants: 0,
  spouseElderlyDependants: 0,
  spouseSpecificDependants: 0,
  ...over,
});

export const incomeCsv = (rows: readonly Row[], form = {}): Uint8Array => csvFile(incomeColumns, rows, form);

const now = "2026-11-23T01:00:00.000Z" as Instant;

const ringOf = (database: Database, master: MasterKey) => keyring(database, master, () => now);

const personIdOf = async (database: Database, master: MasterKey, person: Someone) =>
  (await ringOf(database, master).index()).person(person.atenaNumber as never);

/** Records events of somebody on file, as a 届出 of that number would have. */
export const recordEvents = async (
  { database, master }: { readonly database: Database; readonly master: MasterKey },
  person: Someone,
  filingId: string,
  events: readonly LedgerEvent[],
) => {
  const ring = ringOf(database, master);
  const personId = await personIdOf(database, master, person);
  const loaded = await loadedPerson(personId, await database.getAll(personRows(personId)), ring);
  const source = { kind: "filing", filingId: filingId as FilingId } as const;
  const { writes } = recordWrites(loaded, await ring.index(), { at: now, by: "clerk-1" as OfficerId }, source, events);
  const { ok } = await database.transact(writes);
  if (!ok) throw new Error("the events were not recorded");
};

/** Every version of a year as it lies in the store, the one that counts last. */
export const versionsIn = async (database: Database, master: MasterKey, person: Someone, year = 2025) => {
  const ring = ringOf(database, master);
  const personId = await personIdOf(database, master, person);
  const { key } = await loadedPerson(personId, await database.getAll(personRows(personId)), ring);
  return incomeVersions(database, personId, year, key);
};
