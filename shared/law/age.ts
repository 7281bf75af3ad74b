import { addDays, addYears, type PlainDate } from "./calendar.ts";

/**
 * The day on which a person born on `birthDate` attains `age`: the day before the corresponding day
 * (年齢計算ニ関スル法律, 民法143条2項). Where the year lacks the corresponding day (born 29 February), the period
 * ends on the last day of that month instead (同項ただし書), so 28 February, the same day as for 1 March births.
 */
export const attainmentDay = (birthDate: PlainDate, age: number): PlainDate => {
  const corresponding = addYears(birthDate, age);
  return corresponding.slice(8) === birthDate.slice(8) ? addDays(corresponding, -1) : corresponding;
};

/** Full years of age on `day`, the day of attainment counting as the new age. */
export const ageOn = (birthDate: PlainDate, day: PlainDate): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) + 1;
  return [years, years - 1].find((age) => attainmentDay(birthDate, age) <= day) ?? years - 2;
};

/** Whether a person has attained `age` on `day` (the day of attainment itself counts). */
export const hasAttained = (birthDate: PlainDate, age: number, day: PlainDate): boolean =>
  attainmentDay(birthDate, age) <= day;
