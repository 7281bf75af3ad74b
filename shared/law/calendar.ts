import { civilOf, dayNumber, daysInMonth } from "./civil-day.ts";

/** A calendar day in Asia/Tokyo, `YYYY-MM-DD`. Sorts and compares as text. Made by {@link plainDate} only. */
export type PlainDate = string & { readonly __brand: "PlainDate" };

/** A calendar month, `YYYY-MM`. Premiums and exemptions count in months. Made by {@link plainMonth} only. */
export type PlainMonth = string & { readonly __brand: "PlainMonth" };

/** A point in time, ISO 8601 in UTC with milliseconds, `2026-11-23T00:00:00.000Z`. Sorts and compares as text. */
export type Instant = string & { readonly __brand: "Instant" };

/** Asia/Tokyo, ahead of UTC all year round since 1952; nothing here asks for an earlier instant. */
const offset = 9 * 60 * 60 * 1000;
const dayLength = 24 * 60 * 60 * 1000;

const yearOf = (text: string): number => Number(text.slice(0, 4));
const monthNumberOf = (text: string): number => Number(text.slice(5, 7));
const dayNumberOf = (text: string): number => Number(text.slice(8, 10));

export const isPlainDate = (text: string): text is PlainDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  dayNumberOf(text) >= 1 &&
  dayNumberOf(text) <= daysInMonth(yearOf(text), monthNumberOf(text));

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

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const four = (year: number): string => {
  if (!Number.isInteger(year) || year < 0 || year > 9999) throw new RangeError("outside the years 0 to 9999");
  return `${year}`.padStart(4, "0");
};

const serial = (day: PlainDate): number => dayNumber(yearOf(day), monthNumberOf(day), dayNumberOf(day));

/** @throws RangeError outside the years 0 to 9999, as do all that move a day or a month. */
export const addDays = (day: PlainDate, days: number): PlainDate => dateOf(serial(day) + days);

/** Days from `from` to `until`: 0 for the same day, negative when `until` comes before. */
export const daysBetween = (from: PlainDate, until: PlainDate): number => serial(until) - serial(from);

/** Months since year 0, so that month arithmetic is plain arithmetic. */
const monthSerial = (of: string): number => yearOf(of) * 12 + monthNumberOf(of) - 1;

const monthAt = (count: number): PlainMonth =>
  `${four(Math.floor(count / 12))}-${two((((count % 12) + 12) % 12) + 1)}` as PlainMonth;

export const addMonths = (of: PlainMonth, months: number): PlainMonth => monthAt(monthSerial(of) + months);

/** The corresponding day `months` later; where that month lacks the day, its last day (民法143条2項ただし書). */
export const addMonthsToDay = (day: PlainDate, months: number): PlainDate => {
  const target = monthAt(monthSerial(day) + months);
  return `${target}-${two(Math.min(dayNumberOf(day), daysInMonth(yearOf(target), monthNumberOf(target))))}` as PlainDate;
};

/** The corresponding day `years` later; where the year has none (29 February) the last day of that month (民法143条2項ただし書). */
export const addYears = (day: PlainDate, years: number): PlainDate => addMonthsToDay(day, years * 12);

export const monthOf = (day: PlainDate): PlainMonth => day.slice(0, 7) as PlainMonth;
export const firstDayOf = (of: PlainMonth): PlainDate => `${of}-01` as PlainDate;
export const lastDayOf = (of: PlainMonth): PlainDate =>
  `${of}-${two(daysInMonth(yearOf(of), monthNumberOf(of)))}` as PlainDate;

/** Whole months from `from` to `until`, both inclusive; 0 when `until` comes before `from`. */
export const monthsBetween = (from: PlainMonth, until: PlainMonth): number =>
  Math.max(0, monthSerial(until) - monthSerial(from) + 1);

/** 1 = Monday … 7 = Sunday. */
export const dayOfWeek = (day: PlainDate): number => ((((serial(day) + 3) % 7) + 7) % 7) + 1;

const dateOf = (days: number): PlainDate => {
  const { year, month, day } = civilOf(days);
  return `${four(year)}-${two(month)}-${two(day)}` as PlainDate;
};

/** The calendar day in Japan at `at`. @throws RangeError when `at` is no point in time of the years 0 to 9999. */
export const dayAt = (at: Instant): PlainDate => dateOf(Math.floor((Date.parse(at) + offset) / dayLength));
