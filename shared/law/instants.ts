import { dayAt, type Instant } from "./calendar.ts";
import { isOfficeDay } from "./office-days.ts";

const two = (value: number) => String(value).padStart(2, "0");

/** Hours of the day in Japan, nine ahead of UTC. */
const hourInJapan = (at: Instant): number => (Number(at.slice(11, 13)) + 9) % 24;

/** Minutes from one instant to another, with their fraction. */
export const minutesFrom = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 60_000;

/** The time of day in Japan, `09:05`. */
export const timeInJapan = (at: Instant): string => `${two(hourInJapan(at))}:${at.slice(14, 16)}`;

/** Whether an instant lies on a day the office is open, from `opens` until before `closes` (hours of the day in Japan). */
export const isInHours = (at: Instant, { opens, closes }: { readonly opens: number; readonly closes: number }) =>
  hourInJapan(at) >= opens && hourInJapan(at) < closes && isOfficeDay(dayAt(at));
