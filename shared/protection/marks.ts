import * as z from "zod";
import type { PersonFacts } from "../domain/person.ts";
import { foldKana } from "./blind-index.ts";

/** By what a copy of something erased would be known, wherever it lies. Personal data itself: it is only ever stored sealed. */
export const marksSchema = z.strictObject({
  /** Pseudonyms and blind-index values, 27 letters each. */
  pseudonyms: z.array(z.string().length(27)),
  /** 宛名番号, 基礎年金番号 and 個人番号, digits only. */
  numbers: z.array(z.string().regex(/^\d{10,15}$/)),
  /** Names as {@link foldName} gives them; known only together with one of the days of birth. */
  names: z.array(z.string()),
  /** Days of birth, `YYYYMMDD`. */
  births: z.array(z.string().regex(/^\d{8}$/)),
  /** Version, IV and tag of sealed values and wrapped keys, base64url: no two are alike. */
  headers: z.array(z.string().length(39)),
});
export type Marks = z.infer<typeof marksSchema>;

/** Bytes of a sealed value that no other has: version 1, IV 12, tag 16. */
export const headerLength = 29;

/** A name as it is compared: NFKC, kana in one form, without blanks. */
export const foldName = foldKana;

const distinct = (values: readonly string[]) => [...new Set(values)];

/** Of a person: everything that any state of their ledger said. */
export const marksOfPerson = (
  facts: readonly Partial<Omit<PersonFacts, "addressSupplement">>[],
  pseudonyms: readonly string[],
  headers: readonly string[],
): Marks => ({
  pseudonyms: distinct(pseudonyms),
  numbers: distinct(
    facts.flatMap(({ atenaNumber, basicPensionNumber, individualNumber }) =>
      [atenaNumber, basicPensionNumber, individualNumber].flatMap((number) => number?.replaceAll("-", "") ?? []),
    ),
  ),
  // One letter alone says nothing of anybody.
  names: distinct(
    facts.flatMap(({ name, nameKana }) => [name, nameKana].flatMap((each) => each ?? [])).map(foldName),
  ).filter((name) => name.length > 1),
  births: distinct(facts.flatMap(({ birthDate }) => birthDate?.replaceAll("-", "") ?? [])),
  headers: distinct(headers),
});

/** Of a single record of somebody who stays: their other records carry all else. */
export const marksOfRecord = (headers: readonly string[]): Marks => ({
  pseudonyms: [],
  numbers: [],
  names: [],
  births: [],
  headers: distinct(headers),
});

/** What a row holds, nested or not. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly Value[]
  | { readonly [name: string]: Value };

/** Headers of whatever sealed bytes lie in a row, nested or not. */
export const headersIn = (value: Value): string[] => {
  if (value instanceof Uint8Array)
    return value.length >= headerLength && value[0] === 1
      ? [Buffer.from(value.subarray(0, headerLength)).toString("base64url")]
      : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(headersIn) : [];
};
