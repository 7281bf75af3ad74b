import type { KeyObject } from "node:crypto";
import * as z from "zod";
import type { PersonId } from "../domain/ids.ts";
import { type IncomeRecord, incomeRecord } from "../domain/income-record.ts";
import { instantSchema } from "../domain/values.ts";
import type { Instant } from "../law/calendar.ts";
import { openJson, sealJson } from "../protection/seal.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

/** 所得情報 as it stands, sealed under the insured person's key. A year lies in as many parts as a pseudonym has first letters. */
export const row = z.object({
  pk: z.string(),
  sk: z.string(),
  sealed: z.instanceof(Uint8Array),
  version: z.int().positive(),
});
const received = z.object({ receivedAt: instantSchema });

/** The part of a year in which the pseudonyms of one first letter lie. */
export const incomePartition = (year: number, letter: string) => `YEAR#${year}#${letter}`;

export const incomeKey = (person: PersonId, year: number): Key => ({
  pk: incomePartition(year, person.slice(0, 1)),
  sk: `PERSON#${person}`,
});

const place = ({ pk, sk }: Key) => ({ table: "incomes", pk, sk, attribute: "sealed" });

/** 所得情報 of a year, with the version that a write has to find. */
export interface StoredIncome {
  readonly record: IncomeRecord;
  readonly version: number;
}

/** @throws when it was sealed for another person or year, or holds what 別添1 does not list. */
export const incomeOf = (item: Item, key: KeyObject): StoredIncome => {
  const { pk, sk, sealed, version } = row.parse(item);
  return { record: incomeRecord.parse(openJson(key, place({ pk, sk }), sealed)), version };
};

/** The version of a row as it was read; 0 for none. */
export const incomeVersionIn = (item: Item | undefined): number => (item === undefined ? 0 : row.parse(item).version);

export const sealedIncome = (person: PersonId, year: number, key: KeyObject, record: IncomeRecord): Uint8Array =>
  sealJson(key, place(incomeKey(person, year)), record);

/** Holds the record of that year to the version it was read in, for the length of a transaction; 0: none was there. */
export const incomeCheck = (person: PersonId, year: number, version: number): Write => ({
  kind: "check",
  table: "incomes",
  key: incomeKey(person, year),
  expects: version,
});

const historyPartition = (person: PersonId) => `HISTORY#${person}`;
const historyKey = (person: PersonId, year: number, version: number): Key => ({
  pk: historyPartition(person),
  sk: `${year}#${String(version).padStart(6, "0")}`,
});

interface Receiving {
  readonly person: PersonId;
  readonly year: number;
  readonly key: KeyObject;
  readonly record: IncomeRecord;
  readonly at: Instant;
  /** The row as it stands. */
  readonly before: Item | undefined;
}

/** A record takes the place of the one before, which is kept as it was. */
export const incomeWrites = ({ person, year, key, record, at, before }: Receiving): Write[] => {
  const was = incomeVersionIn(before);
  const item: Item = {
    ...incomeKey(person, year),
    sealed: sealedIncome(person, year, key, record),
    receivedAt: at,
    version: was + 1,
  };
  if (before === undefined) return [{ kind: "create", table: "incomes", item }];
  const history = historyKey(person, year, was);
  return [
    { kind: "replace", table: "incomes", item, expects: was },
    {
      kind: "create",
      table: "incomes",
      item: {
        ...history,
        sealed: sealJson(key, place(history), incomeOf(before, key).record),
        receivedAt: received.parse(before).receivedAt,
        version: was,
      },
    },
  ];
};

/** Every row of a year, the one that counts last; empty where the tax office has told nothing. */
export const incomeRows = async (database: Database, person: PersonId, year: number): Promise<readonly Item[]> => {
  const rows: Item[] = [];
  for await (const item of queryAll(database, { table: "incomes", pk: historyPartition(person), prefix: `${year}#` }))
    rows.push(item);
  const [current] = await database.getAll([{ table: "incomes", key: incomeKey(person, year) }]);
  return current === undefined ? rows : [...rows, current];
};

/** One version of the 所得情報 of a year, and when it came. */
export interface IncomeVersion extends StoredIncome {
  readonly receivedAt: Instant;
}

const versionOf = (item: Item, key: KeyObject): IncomeVersion => ({
  ...incomeOf(item, key),
  receivedAt: received.parse(item).receivedAt,
});

/** Every version of a year, the one that counts last; empty where the tax office has told nothing. */
export const incomeVersions = async (
  database: Database,
  person: PersonId,
  year: number,
  key: KeyObject,
): Promise<readonly IncomeVersion[]> => {
  const rows = await incomeRows(database, person, year);
  return rows.map((item) => versionOf(item, key));
};
