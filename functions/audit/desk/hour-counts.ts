import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { addHours, type Hour } from "../../../shared/audit/hours.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { hoursDigested } from "../../../shared/stores/digested-hours.ts";
import { newestOfHour } from "../../../shared/stores/newest-entries.ts";
import { groupsOf } from "../../groups-of.ts";

interface OfficerCounts {
  readonly entries: number;
  readonly refused: number;
  /** Of what was counted here; a digest does not say. */
  readonly lastAt?: Instant;
}

/** How much an hour holds. */
export interface HourCounts {
  readonly hour: Hour;
  readonly entries: number;
  readonly refused: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly officers: Readonly<Record<string, OfficerCounts>>;
}

/** `entries` newest first. */
const countsOf = (hour: Hour, entries: readonly AuditEntry[]): HourCounts => {
  const kinds: Record<string, number> = {};
  const officers: Record<string, OfficerCounts> = {};
  let refused = 0;
  for (const { kind, officer, result, at } of entries) {
    const held = officers[officer] ?? { entries: 0, refused: 0, lastAt: at };
    const refusals = result === "refused" ? 1 : 0;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    officers[officer] = { ...held, entries: held.entries + 1, refused: held.refused + refusals };
    refused += refusals;
  }
  return { hour, entries: entries.length, refused, kinds, officers };
};

const readHour = async (database: Database, hour: Hour): Promise<HourCounts> => {
  const entries: AuditEntry[] = [];
  for await (const entry of newestOfHour(database, hour)) entries.push(entry);
  return countsOf(hour, entries);
};

/** Hours read at once. */
const atOnce = 16;

/** Hours from `first` to `last`, oldest first, as their digests counted them; what no digest counted yet is counted here. */
export const hourCounts = async (database: Database, first: Hour, last: Hour): Promise<HourCounts[]> => {
  const rows = new Map((await hoursDigested(database, first, last)).map((row) => [row.hour, row]));
  const hours: Hour[] = [];
  for (let hour = first; hour <= last; hour = addHours(hour, 1)) hours.push(hour);
  const counts: HourCounts[] = [];
  for (const group of groupsOf(hours, atOnce))
    counts.push(...(await Promise.all(group.map(async (hour) => rows.get(hour) ?? readHour(database, hour)))));
  return counts;
};
