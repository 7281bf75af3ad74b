import {
  addDays,
  addMonths,
  dayAt,
  firstDayOf,
  lastDayOf,
  monthOf,
  type PlainDate,
  type PlainMonth,
} from "../law/calendar.ts";
import { addHours, firstHourOfDay, type Hour, lastHourOfDay, startOf } from "./hours.ts";

/** The month in Japan that an hour of the trail lies in. */
export const monthOfHour = (hour: Hour): PlainMonth => monthOf(dayAt(startOf(hour)));

/** The last hour of a month in Japan: 14:00 UTC of its last day. */
export const lastHourOfMonth = (month: PlainMonth): Hour => lastHourOfDay(lastDayOf(month));

/** Months from one to the other, both inclusive. */
export const monthsFrom = (first: PlainMonth, last: PlainMonth): readonly PlainMonth[] => {
  const months: PlainMonth[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
};

/** The day before, while it is in the same month. */
export const dayBeforeInMonth = (day: PlainDate): PlainDate | null =>
  day === firstDayOf(monthOf(day)) ? null : addDays(day, -1);

/** Hours of a day in Japan, the last first. */
export const hoursBackwards = (day: PlainDate): readonly Hour[] => {
  const hours: Hour[] = [];
  for (let hour = lastHourOfDay(day); hour >= firstHourOfDay(day); hour = addHours(hour, -1)) hours.push(hour);
  return hours;
};
