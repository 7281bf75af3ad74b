import type { Finding, FindingRow } from "../../domain/audit-findings.ts";
import type { AuditEntry } from "../entry.ts";
import type { Detector } from "./detector.ts";
import { isView } from "./views.ts";

interface PairRule {
  readonly finding: Finding;
  /** Of whom among those an entry names it is so. */
  readonly subjects: (entry: AuditEntry) => readonly (string | null)[];
  /** After how many times. */
  readonly detail: (times: number) => string;
}

/** A finding about who saw whom: one row for an officer and a person, however often. */
export const pairDetector = ({ finding, subjects, detail }: PairRule): Detector => {
  const seen = new Map<string, { row: Omit<FindingRow, "detail">; times: number }>();
  return {
    see: (entry) => {
      if (!isView(entry)) return;
      const { officer, at } = entry;
      for (const subject of new Set(subjects(entry))) {
        const key = `${officer} ${subject ?? ""}`;
        const before = seen.get(key);
        if (before) before.times += 1;
        else seen.set(key, { row: { finding, officer, subject, at }, times: 1 });
      }
    },
    rows: () => [...seen.values()].map(({ row, times }) => ({ ...row, detail: detail(times) })),
  };
};
