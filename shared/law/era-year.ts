import { eras } from "./eras.ts";

/** 年度 of this field are none before 昭和. */
const known = eras.filter(({ letter }) => "RHS".includes(letter));

/** `R8` for the year beginning in 2026: how 年度 are written in this field. Years before 昭和 keep their number. */
export const eraYear = (year: number): string => {
  const era = known.find((each) => each.year <= year);
  return era === undefined ? String(year) : `${era.letter}${year - era.year + 1}`;
};

/** The calendar year of `R8`, `H31`, `S63`, `R元`; undefined when the text is none of these. */
export const yearOfEra = (text: string): number | undefined => {
  const match = /^([RHS])([1-9][0-9]?|元)$/.exec(text);
  const era = known.find(({ letter }) => letter === match?.[1]);
  return era === undefined ? undefined : era.year - 1 + (match?.[2] === "元" ? 1 : Number(match?.[2]));
};
