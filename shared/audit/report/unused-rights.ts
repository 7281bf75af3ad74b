import type { FindingRow } from "../../domain/audit-findings.ts";
import type { AuditThresholds } from "../../domain/audit-thresholds.ts";
import { type Role, roles } from "../../domain/roles.ts";
import { addDays, dayAt, type Instant } from "../../law/calendar.ts";

/** A right in force at the end of the month, and when its officer last did something that the duty allows. */
export interface HeldRight {
  readonly officer: string;
  readonly role: Role;
  readonly since: Instant;
  readonly lastUsedAt: Instant | null;
}

/** Rights that were in force for long enough and not used: nobody needs them, and somebody could misuse them. */
export const unusedRights = (
  rights: readonly HeldRight[],
  monthEnd: Instant,
  { unusedDays }: Pick<AuditThresholds, "unusedDays">,
): FindingRow[] => {
  const limit = addDays(dayAt(monthEnd), -unusedDays);
  return rights
    .filter(({ since, lastUsedAt }) => dayAt(since) <= limit && (lastUsedAt === null || dayAt(lastUsedAt) <= limit))
    .map(({ officer, role, lastUsedAt }) => ({
      finding: "unused-right",
      officer,
      subject: null,
      at: monthEnd,
      detail: `${roles[role]}の権限を${unusedDays}日使っていない(最後 ${lastUsedAt === null ? "記録なし" : dayAt(lastUsedAt)})`,
    }));
};
