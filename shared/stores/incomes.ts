import type { KeyObject } from "node:crypto";
import * as z from "zod";
import type { PersonId } from "../domain/ids.ts";
import { type IncomeRecord, incomeRecord } from "../domain/income-record.ts";
import { openJson, sealJson } from "../protection/seal.ts";
import type { Item, Key } from "./database.ts";

/** 所得情報 as it stands, sealed under the insured person's key. A year lies in as many parts as a pseudonym has first letters. */
const row = z.object({ pk: z.string(), sk: z.string(), sealed: z.instanceof(Uint8Array), version: z.int().positive() });

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

export const sealedIncome = (person: PersonId, year: number, key: KeyObject, record: IncomeRecord): Uint8Array =>
  sealJson(key, place(incomeKey(person, year)), record);
