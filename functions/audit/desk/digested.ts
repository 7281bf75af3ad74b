import { addHours, endOf, type Hour } from "../../../shared/audit/hours.ts";
import { lateHours } from "../../../shared/audit/trail-names.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { readHead } from "../../../shared/stores/trail-hours.ts";

interface Digested {
  /** Up to here the trail is digested; null while nothing is. */
  readonly until: Instant | null;
  /** Hours from this one on are read themselves: rows that lead to an entry may still be added to the last digested ones. */
  readonly readFrom: Hour | null;
}

/** How far the digests have come. */
export const digestedBy = async (database: Database): Promise<Digested> => {
  const head = await readHead(database);
  return head
    ? { until: endOf(head.hour), readFrom: addHours(head.hour, 1 - lateHours) }
    : { until: null, readFrom: null };
};
