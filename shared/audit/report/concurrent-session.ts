import type { FindingRow } from "../../domain/audit-findings.ts";
import type { AuditThresholds } from "../../domain/audit-thresholds.ts";
import type { Instant } from "../../law/calendar.ts";
import { minutesFrom } from "../../law/instants.ts";
import type { AuditEntry } from "../entry.ts";
import type { Detector } from "./detector.ts";
import { officerDay } from "./views.ts";

interface Used {
  readonly session: string;
  readonly terminal: string;
  readonly at: Instant;
}

/** The code that a login carries which met a session of the same officer at another terminal. */
const toldAtLogin = "concurrent-session";

const base = ({ officer, at }: AuditEntry) => ({ finding: "concurrent-session", officer, subject: null, at }) as const;

/** One officer at two terminals under two sessions at a time: nobody sits at both. One row for a day. */
export const concurrentSession = ({ sessionMinutes }: Pick<AuditThresholds, "sessionMinutes">): Detector => {
  const latest = new Map<string, Used[]>();
  const found = new Map<string, FindingRow>();
  return {
    see: (entry) => {
      const { officer, session, terminal, at } = entry;
      if (session === null) return;
      const key = officerDay(entry);
      if (entry.codes.includes(toldAtLogin) && !found.has(key))
        found.set(key, {
          ...base(entry),
          detail: `端末 ${terminal} でのログインのとき、ほかの端末のセッションがあった`,
        });
      const others = (latest.get(officer) ?? []).filter(
        (used) => used.session !== session && minutesFrom(used.at, at) < sessionMinutes,
      );
      latest.set(officer, [...others, { session, terminal, at }]);
      const elsewhere = others.find((used) => used.terminal !== terminal);
      if (!elsewhere || found.has(key)) return;
      const detail = `端末 ${elsewhere.terminal} と ${terminal} が${sessionMinutes}分のうちに使われた`;
      found.set(key, { ...base(entry), detail });
    },
    rows: () => [...found.values()],
  };
};
