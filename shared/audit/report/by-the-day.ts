import type { Finding, FindingRow } from "../../domain/audit-findings.ts";
import type { AuditThresholds } from "../../domain/audit-thresholds.ts";
import type { Instant } from "../../law/calendar.ts";
import { isInHours, timeInJapan } from "../../law/instants.ts";
import type { AuditEntry } from "../entry.ts";
import type { Detector } from "./detector.ts";
import { isByStaff, officerDay } from "./views.ts";

interface DayRule {
  readonly finding: Finding;
  readonly counts: (entry: AuditEntry) => boolean;
  /** How many in a day are worth a row. */
  readonly least: number;
  readonly detail: (count: number, first: Instant, last: Instant) => string;
}

/** A finding about what an officer did on a day: one row for both. */
export const dayDetector = ({ finding, counts, least, detail }: DayRule): Detector => {
  const days = new Map<string, { officer: string; first: Instant; last: Instant; count: number }>();
  return {
    see: (entry) => {
      if (!counts(entry)) return;
      const key = officerDay(entry);
      const before = days.get(key);
      if (before) {
        before.count += 1;
        before.last = entry.at;
      } else days.set(key, { officer: entry.officer, first: entry.at, last: entry.at, count: 1 });
    },
    rows: () =>
      [...days.values()].flatMap(({ officer, first, last, count }): FindingRow[] =>
        count < least ? [] : [{ finding, officer, subject: null, at: first, detail: detail(count, first, last) }],
      ),
  };
};

const span = (first: Instant, last: Instant) => `${timeInJapan(first)}〜${timeInJapan(last)}`;

export const outOfHours = (hours: Pick<AuditThresholds, "opens" | "closes">): Detector =>
  dayDetector({
    finding: "out-of-hours",
    counts: (entry) => isByStaff(entry) && !isInHours(entry.at, hours),
    least: 1,
    detail: (count, first, last) => `時間外の操作${count}件(${span(first, last)})`,
  });

export const refusals = ({ refusals: least }: Pick<AuditThresholds, "refusals">): Detector =>
  dayDetector({
    finding: "refusals",
    counts: (entry) => entry.result === "refused" && isByStaff(entry),
    least,
    detail: (count, first, last) => `断られた操作${count}件(${span(first, last)})`,
  });
