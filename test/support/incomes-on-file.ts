import type { AtenaNumber } from "../../shared/domain/ids.ts";
import type { IncomeRecord } from "../../shared/domain/income-record.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { MasterKey } from "../../shared/protection/master-key.ts";
import type { Database } from "../../shared/stores/database.ts";
import { incomeKey, sealedIncome } from "../../shared/stores/incomes.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { loadedPerson, personRows } from "../../shared/stores/people.ts";

/** Puts 所得情報 of a year on file for somebody, as its intake leaves it. */
export const putIncome = async (
  { database, master, time }: { database: Database; master: MasterKey; time: { now: Instant } },
  atenaNumber: string,
  year: number,
  record: IncomeRecord,
): Promise<void> => {
  const keys = keyring(database, master, () => time.now);
  const personId = (await keys.index()).person(atenaNumber as AtenaNumber);
  const { key, keyWrites } = await loadedPerson(personId, await database.getAll(personRows(personId)), keys);
  const place = incomeKey(personId, year);
  await database.transact([
    ...keyWrites,
    {
      kind: "put",
      table: "incomes",
      item: { ...place, sealed: sealedIncome(personId, year, key, record), version: 1 },
    },
  ]);
};
