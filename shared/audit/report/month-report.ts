import { type FindingCounts, type FindingRow, findings } from "../../domain/audit-findings.ts";
import type { AuditThresholds } from "../../domain/audit-thresholds.ts";
import { keysOf } from "../../domain/keys-of.ts";
import type { Instant } from "../../law/calendar.ts";
import type { AuditEntry } from "../entry.ts";
import { burst } from "./burst.ts";
import { outOfHours, refusals } from "./by-the-day.ts";
import { concurrentSession } from "./concurrent-session.ts";
import type { Detector } from "./detector.ts";
import type { Grounds } from "./grounds.ts";
import { type HeldRight, unusedRights } from "./unused-rights.ts";
import { type StaffMember, whoSawWhom } from "./who-saw-whom.ts";

interface MonthContext {
  readonly thresholds: AuditThresholds;
  readonly staff: readonly StaffMember[];
  readonly grounds: Grounds;
}

interface MonthFindings {
  readonly counts: FindingCounts;
  /** By finding in the order of their table, then by time. */
  readonly rows: readonly FindingRow[];
}

const order = keysOf(findings);

const byFindingAndTime = (one: FindingRow, other: FindingRow): number => {
  const place = ({ finding, at, officer, subject }: FindingRow) =>
    `${String(order.indexOf(finding)).padStart(2, "0")} ${at} ${officer} ${subject ?? ""}`;
  return place(one) < place(other) ? -1 : 1;
};

/** The month's report as its entries go by, one after the other: what is kept grows with the findings, not with the entries. */
export const monthReport = ({ thresholds, staff, grounds }: MonthContext) => {
  const detectors: readonly Detector[] = [
    ...whoSawWhom(staff, grounds, thresholds),
    outOfHours(thresholds),
    burst(thresholds),
    refusals(thresholds),
    concurrentSession(thresholds),
  ];
  return {
    see: (entry: AuditEntry): void => {
      for (const detector of detectors) detector.see(entry);
    },
    /** `rights` are those in force at `monthEnd`, the last instant of the month. */
    finish: (rights: readonly HeldRight[], monthEnd: Instant): MonthFindings => {
      const rows = [
        ...detectors.flatMap((detector) => detector.rows()),
        ...unusedRights(rights, monthEnd, thresholds),
      ].sort(byFindingAndTime);
      const counts = Object.fromEntries(order.map((finding) => [finding, 0])) as Record<keyof typeof findings, number>;
      for (const { finding } of rows) counts[finding] += 1;
      return { counts, rows };
    },
  };
};
