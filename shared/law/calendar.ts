import { Temporal } from "temporal-polyfill";

/** A calendar day in Asia/Tokyo, `YYYY-MM-DD`. Sorts and compares as text. Made by {@link plainDate} only. */
export type PlainDate = string & { readonly __brand: "PlainDate" };

/** A calendar month, `YYYY-MM`. Premiums and exemptions count in months. Made by {@link plainMonth} only. */
export type PlainMonth = string & { readonly __brand: "PlainMonth" };

/** A point in time, ISO 8601 in UTC with milliseconds, `2026-11-23T00:00:00.000Z`. Sorts and compares as text. */
export type Instant = string & { readonly __brand: "Instant" };

export const timeZone = "Asia/Tokyo";

export const isPlainDate = (text: string): text is PlainDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
};

export const isPlainMonth = (text: string): text is PlainMonth => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** @throws RangeError when `text` is not a day of the calendar; a message never repeats the text. */
export const plainDate = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new RangeError("not a calendar day");
  return text;
};

/** @throws RangeError when `text` is not a month. */
export const plainMonth = (text: string): PlainMonth => {
  if (!isPlainMonth(text)) throw new RangeError("not a month");
  return text;
};

const date = (day: PlainDate) => Temporal.PlainDate.from(day);
const month = (of: PlainMonth) => Temporal.PlainYearMonth.from(of);

export const addDays = (day: PlainDate, days: number): PlainDate => date(day).add({ days }).toString() as PlainDate;

/** The corresponding day `years` later; where the year has none (29 February) the last day of that month (民法143条2項ただし書). */
export const addYears = (day: PlainDate, years: number): PlainDate => date(day).add({ years }).toString() as PlainDate;

export const addMonths = (of: PlainMonth, months: number): PlainMonth =>
  month(of).add({ months }).toString() as PlainMonth;

export const monthOf = (day: PlainDate): PlainMonth => day.slice(0, 7) as PlainMonth;
export const firstDayOf = (of: PlainMonth): PlainDate => `${of}-01` as PlainDate;
export const lastDayOf = (of: PlainMonth): PlainDate => addDays(firstDayOf(addMonths(of, 1)), -1);

/** Whole months from `from` to `until`, both inclusive; 0 when `until` comes before `from`. */
export const monthsBetween = (from: PlainMonth, until: PlainMonth): number =>
  Math.max(0, month(from).until(month(until), { largestUnit: "months" }).months + 1);

/** 1 = Monday … 7 = Sunday. */
export const dayOfWeek = (day: PlainDate): number => date(day).dayOfWeek;

/** The calendar day in Japan at `at`. */
export const dayAt = (at: Instant): PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as PlainDate;
