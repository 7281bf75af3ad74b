import { plainDate } from "../../../shared/law/calendar.ts";
import { applicants } from "../people.ts";

/**
 * A family and a row of kana that nothing in the system is written with. Three letters: the bytes of one come up by chance in
 * a megabyte of what a cipher leaves.
 */
export const nameMark = "鑿蓑沢";
export const kanaMark = "ヌヲヌヲ";

const digits = [..."零壱弐参四五六七八九"];
const kanaDigits = [..."アイウエオカキクケコ"];
const inKanji = (at: number) => [...String(at).padStart(3, "0")].map((digit) => digits[Number(digit)]).join("");
const inKana = (at: number) => [...String(at).padStart(3, "0")].map((digit) => kanaDigits[Number(digit)]).join("");

/**
 * Generated people of whom everything can be told wherever it comes out: numbers that nobody else has, names, kana and
 * addresses with a mark in them, a telephone of their own.
 */
export const markedPeople = (count: number, seed: number) =>
  applicants(count, seed).map((person, at) => ({
    ...person,
    name: `${nameMark}　${inKanji(at)}`,
    nameKana: `${kanaMark}　${inKana(at)}`,
    address: `東京都目黒区${nameMark}町${at + 1}番`,
    addressSupplement: `${nameMark}荘${at + 1}`,
    phoneNumber: `09${person.individualNumber?.slice(3)}`,
    birthDate: plainDate(person.birthDate),
  }));

export type MarkedPerson = ReturnType<typeof markedPeople>[number];

/** Yen that no clock, version or count could happen to be. */
export const amountsOf = (at: number) => ({
  own: 71_300_017 + at * 1_009,
  spouse: 82_400_029 + at * 1_013,
  head: 93_500_051 + at * 1_019,
});

/** What must not come out, by how it is looked for. */
export interface Secrets {
  /** Digits, also within a longer run of them. */
  readonly numbers: readonly string[];
  /** Text, wherever it stands. */
  readonly marks: readonly string[];
  /** Short values: only where they stand by themselves. */
  readonly values: readonly string[];
}

export const secretsOf = (people: readonly MarkedPerson[], amounts: readonly number[] = []): Secrets => ({
  numbers: people.flatMap(({ individualNumber, basicPensionNumber, atenaNumber, phoneNumber }) =>
    [individualNumber, basicPensionNumber, atenaNumber, phoneNumber].filter((number) => number !== undefined),
  ),
  marks: [nameMark, kanaMark],
  values: [...people.map(({ birthDate }) => birthDate), ...amounts.map(String)],
});
