import * as z from "zod";
import { addDays, type Instant, isPlainDate, type PlainDate } from "../law/calendar.ts";

/** An hour of the trail in UTC, `2026-11-26T02`. Sorts and compares as text. Days of users are JST; JST is whole hours off. */
export type Hour = string & { readonly __brand: "Hour" };

const pattern = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3])$/;

export const isHour = (text: string): text is Hour => pattern.test(text) && isPlainDate(text.slice(0, 10));

export const hourSchema = z
  .string()
  .refine(isHour, "not an hour of the trail")
  .transform((value) => value as Hour);

/** The hour that holds the instant: its first thirteen letters. */
export const hourOf = (at: Instant): Hour => at.slice(0, 13) as Hour;

const dayOf = (hour: Hour): PlainDate => hour.slice(0, 10) as PlainDate;

/** The hour so many later; earlier for a negative count. */
export const addHours = (hour: Hour, hours: number): Hour => {
  const counted = Number(hour.slice(11)) + hours;
  const days = Math.floor(counted / 24);
  return `${addDays(dayOf(hour), days)}T${String(counted - days * 24).padStart(2, "0")}` as Hour;
};

export const startOf = (hour: Hour): Instant => `${hour}:00:00.000Z` as Instant;
/** The first instant after the hour. */
export const endOf = (hour: Hour): Instant => startOf(addHours(hour, 1));

/** The last hour that was over for at least so many minutes (0 to 59) at `now`. */
export const lastHourBefore = (now: Instant, minutes: number): Hour =>
  addHours(hourOf(now), now >= `${hourOf(now)}:${String(minutes).padStart(2, "0")}:00.000Z` ? -1 : -2);

/** The first hour of a day in Japan: 15:00 UTC of the day before. */
export const firstHourOfDay = (day: PlainDate): Hour => `${addDays(day, -1)}T15` as Hour;
export const lastHourOfDay = (day: PlainDate): Hour => `${day}T14` as Hour;
