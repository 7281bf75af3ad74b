import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { addHours, type Hour } from "../../../shared/audit/hours.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { hoursDigested, type TrailHour } from "../../../shared/stores/digested-hours.ts";
import { entriesOfHour } from "../../../shared/stores/traces.ts";

/**
 * Every entry from one hour to another, both inclusive, in the order of the trail, one page in memory at a time. Hours of
 * which the digest says that they hold nothing of use are not read.
 */
export async function* entriesOfHours(
  database: Database,
  first: Hour,
  last: Hour,
  isOfUse: (row: TrailHour) => boolean,
): AsyncGenerator<AuditEntry> {
  const rows = new Map((await hoursDigested(database, first, last)).map((row) => [row.hour, row]));
  for (let hour = first; hour <= last; hour = addHours(hour, 1)) {
    const row = rows.get(hour);
    if (row === undefined || row.late > 0 || isOfUse(row)) yield* entriesOfHour(database, hour);
  }
}
