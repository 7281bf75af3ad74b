import type { PlainDate } from "../../shared/law/calendar.ts";

const dayLength = 24 * 60 * 60 * 1000;

/** Whole days from `from` to `to`; both are days of the calendar, so no clock comes into it. */
export const daysApart = (from: PlainDate, to: PlainDate): number => (Date.parse(to) - Date.parse(from)) / dayLength;
