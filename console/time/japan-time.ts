import { dayAt, dayOfWeek, type Instant, type PlainDate } from "../../shared/law/calendar.ts";

const minutesAhead = 9 * 60;

/** Minutes since midnight in Japan, 0 to 1439. */
export const minuteOfDay = (at: Instant): number => (Math.floor(Date.parse(at) / 60_000) + minutesAhead) % 1440;

const two = (value: number) => String(value).padStart(2, "0");

/** `10:05` */
export const clockOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** `10:05:30`, in Japan. */
export const timeOf = (at: Instant): string => `${clockOf(minuteOfDay(at))}:${at.slice(17, 19)}`;

/** `2026-11-26 10:05:30`, in Japan. */
export const momentOf = (at: Instant): string => `${dayAt(at)} ${timeOf(at)}`;

/** `2026-11-26(木)` */
export const dayWithName = (day: PlainDate): string => `${day}(${"月火水木金土日".charAt(dayOfWeek(day) - 1)})`;

/** The day and hour in Japan of an hour as digests name it, `2026-11-26T02` in UTC. */
export const japanHour = (hour: string): { readonly day: PlainDate; readonly hour: number } => {
  const at = `${hour}:00:00.000Z` as Instant;
  return { day: dayAt(at), hour: Math.floor(minuteOfDay(at) / 60) };
};

/** `2026-11-26 11時台` */
export const hourLabel = (hour: string): string => {
  const told = japanHour(hour);
  return `${told.day} ${told.hour}時台`;
};

/** `1時間25分` */
export const lengthLabel = (minutes: number): string =>
  `${minutes >= 60 ? `${Math.floor(minutes / 60)}時間` : ""}${minutes % 60 > 0 ? `${minutes % 60}分` : ""}`;
