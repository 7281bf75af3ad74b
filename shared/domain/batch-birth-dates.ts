import { attainmentDay } from "../law/age.ts";
import { addDays, addYears, type PlainDate } from "../law/calendar.ts";

/** 29 February moves the corresponding day by one; so two days either side of the plain guess hold every answer. */
const near = [-2, -1, 0, 1, 2] as const;

/** The birthdays of those who attain `age` on `day`: none, one or two of them (28 February answers for 29 February and 1 March). */
export const birthDatesAttaining = (age: number, day: PlainDate): PlainDate[] =>
  near.map((offset) => addDays(addYears(day, -age), offset)).filter((born) => attainmentDay(born, age) === day);

/** The first and the last birthday of those who, on `day`, have attained `from` and not yet `until`. */
export const birthDatesAged = (
  from: number,
  until: number,
  day: PlainDate,
): { readonly first: PlainDate; readonly last: PlainDate } => {
  let first = addDays(addYears(day, -until), -2);
  while (attainmentDay(first, until) <= day) first = addDays(first, 1);
  let last = addDays(addYears(day, -from), 3);
  while (attainmentDay(last, from) > day) last = addDays(last, -1);
  return { first, last };
};
