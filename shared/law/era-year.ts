const eras = [
  { letter: "R", before: 2018, first: 2019 },
  { letter: "H", before: 1988, first: 1989 },
  { letter: "S", before: 1925, first: 1926 },
] as const;

/** `R8` for the year beginning in 2026: how 年度 are written in this field. Years before 昭和 keep their number. */
export const eraYear = (year: number): string => {
  const era = eras.find(({ first }) => first <= year);
  return era === undefined ? String(year) : `${era.letter}${year - era.before}`;
};

/** The calendar year of `R8`, `H31`, `S63`, `R元`; undefined when the text is none of these. */
export const yearOfEra = (text: string): number | undefined => {
  const match = /^([RHS])([1-9][0-9]?|元)$/.exec(text);
  const era = eras.find(({ letter }) => letter === match?.[1]);
  return era === undefined ? undefined : era.before + (match?.[2] === "元" ? 1 : Number(match?.[2]));
};
