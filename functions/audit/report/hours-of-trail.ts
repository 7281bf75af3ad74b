import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { addHours, type Hour } from "../../../shared/audit/hours.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { hoursWithout, type TrailHour } from "../../../shared/stores/digested-hours.ts";
import { entriesOfHour } from "../../../shared/stores/traces.ts";

/**
 * Every entry from one hour to another, both inclusive, in the order of the trail, one page in memory at a time. Hours of
 * which the digest says that they hold nothing of use are not read.
 */
export async function* entriesOfHours(
  database: Database,
  first: Hour,
  last: Hour,
  mayHold: (row: TrailHour) => boolean,
): AsyncGenerator<AuditEntry> {
  const skipped = await hoursWithout(database, first, last, mayHold);
  for (let hour = first; hour <= last; hour = addHours(hour, 1))
    if (!skipped.has(hour)) yield* entriesOfHour(database, hour);
}
