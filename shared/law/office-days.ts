import { addDays, dayOfWeek, type PlainDate } from "./calendar.ts";
import { nationalHolidays } from "./national-holidays.ts";

const isYearEnd = (day: PlainDate): boolean => {
  const monthDay = day.slice(5);
  return monthDay >= "12-29" || monthDay <= "01-03";
};

/**
 * Whether the ward office is open: not a Saturday, Sunday, 国民の祝日 or 29 December to 3 January
 * (地方自治法4条の2第2項; the ordinance of the ward is taken to set the same days).
 * Holidays are known from 1990 to 2050; outside those years only weekends and the year end count as closed.
 */
export const isOfficeDay = (day: PlainDate): boolean =>
  dayOfWeek(day) <= 5 && !nationalHolidays.has(day) && !isYearEnd(day);

/** `day` itself when the office is open, otherwise the next day it is. */
export const nextOfficeDay = (day: PlainDate): PlainDate => {
  let candidate = day;
  while (!isOfficeDay(candidate)) candidate = addDays(candidate, 1);
  return candidate;
};
