import { addDays, firstDayOf, monthOf, type PlainDate, plainDate } from "../../shared/law/calendar.ts";
import type { Random } from "./random.ts";

const firstDay = plainDate("1918-01-01");
const lastDay = plainDate("2095-12-31");

/** The calendar from 1918 to 2095, worked out once: a ward of 300,000 asks for millions of days. */
const calendar: PlainDate[] = [];
for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) calendar.push(day);

const positions = new Map(calendar.map((day, at) => [day, at]));
const leapDays = calendar.filter((day) => day.endsWith("-02-29"));

const position = (day: PlainDate) => positions.get(day) ?? (day < firstDay ? 0 : calendar.length - 1);

/** `count` days after `day` (before, when negative), kept within the calendar. */
export const shift = (day: PlainDate, count: number): PlainDate =>
  calendar[Math.min(Math.max(position(day) + count, 0), calendar.length - 1)] ?? lastDay;

/** Some day about `years` after `birthDate` (before, when negative), for what no law fixes. */
export const around = (birthDate: PlainDate, years: number): PlainDate => shift(birthDate, Math.round(years * 365.25));

/** Uniform from `from` to `until`, both inclusive; `from` when `until` comes before it. */
export const drawDay = (random: Random, from: PlainDate, until: PlainDate): PlainDate =>
  shift(from, random.int(Math.max(1, position(until) - position(from) + 1)));

/** The 29 February at or before `day`. */
export const leapDayBefore = (day: PlainDate): PlainDate => leapDays.findLast((leapDay) => leapDay <= day) ?? day;

export const firstOfMonth = (day: PlainDate): PlainDate => firstDayOf(monthOf(day));
