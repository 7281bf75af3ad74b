import type { AuditEntry } from "../../../shared/audit/entry.ts";
import type { EntriesQuery } from "../../../shared/contracts/audit.ts";
import type { Instant } from "../../../shared/law/calendar.ts";

/** What of the trail is looked for: entries from one instant to another that fit every filter given. */
export interface Wanted extends Pick<EntriesQuery, "officer" | "subject" | "term" | "action" | "kind" | "result"> {
  readonly from: Instant;
  /** Inclusive. */
  readonly to: Instant;
}

/** Whether an entry is among those looked for. */
export const isWanted = (wanted: Wanted, entry: AuditEntry): boolean => {
  const { officer, subject, term, action, kind, result, from, to } = wanted;
  return (
    entry.at >= from &&
    entry.at <= to &&
    (officer === undefined || entry.officer === officer) &&
    (subject === undefined || entry.subjects.includes(subject)) &&
    (term === undefined || entry.terms.some(({ value }) => value === term)) &&
    (action === undefined || entry.action === action) &&
    (kind === undefined || entry.kind === kind) &&
    (result === undefined || entry.result === result)
  );
};
