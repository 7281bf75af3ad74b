import { dayAt, type Instant } from "../../shared/law/calendar.ts";
import { isOfficeDay } from "../../shared/law/office-days.ts";
import { minuteOfDay } from "./japan-time.ts";

/** 開庁時間, 8:30 to 17:15, in minutes since midnight. */
export const officeHours = { from: 8 * 60 + 30, until: 17 * 60 + 15 } as const;

/** Whether the office was closed then: a day off, or before or after hours. */
export const isOutOfHours = (at: Instant): boolean => {
  const minute = minuteOfDay(at);
  return !isOfficeDay(dayAt(at)) || minute < officeHours.from || minute >= officeHours.until;
};
