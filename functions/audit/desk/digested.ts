import { addHours, endOf, type Hour, hourOf } from "../../../shared/audit/hours.ts";
import { lateHours } from "../../../shared/audit/trail-names.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { lastDigested, type TrailHour } from "../../../shared/stores/digested-hours.ts";

export interface Digested {
  readonly last: TrailHour | null;
  /** Up to here the trail is digested; null while nothing is. */
  readonly until: Instant | null;
  /** Hours from this one on are read themselves: rows that lead to an entry may still be added to the last digested ones. */
  readonly readFrom: Hour | null;
}

/** How far the digests have come. */
export const digestedBy = async (database: Database, now: Instant): Promise<Digested> => {
  const last = await lastDigested(database, hourOf(now));
  return last === null
    ? { last, until: null, readFrom: null }
    : { last, until: endOf(last.hour), readFrom: addHours(last.hour, 1 - lateHours) };
};
