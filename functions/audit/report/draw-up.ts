import { firstHourOfDay, hourOf, lastHourOfDay } from "../../../shared/audit/hours.ts";
import { groundsOfViews } from "../../../shared/audit/report/grounds.ts";
import { monthReport } from "../../../shared/audit/report/month-report.ts";
import type { HeldRight } from "../../../shared/audit/report/unused-rights.ts";
import { firstOfEach } from "../../../shared/domain/audit-findings.ts";
import { addDays, firstDayOf, type Instant, lastDayOf, type PlainMonth } from "../../../shared/law/calendar.ts";
import type { AuditReport } from "../../../shared/stores/audit-reports.ts";
import { hoursDigested } from "../../../shared/stores/digested-hours.ts";
import { usesOf } from "../../../shared/stores/traces.ts";
import { isUseOf } from "../../duty-uses.ts";
import { entriesOfHours } from "./hours-of-trail.ts";
import type { ReportPorts } from "./ports.ts";
import type { RightInForce } from "./staff.ts";

/** Rows of each finding that are kept: more than anybody asks about, and all files fit one answer. */
const mostKept = 2_000;

const withLastUse =
  ({ database }: ReportPorts) =>
  async (right: RightInForce): Promise<HeldRight> => {
    const uses = await usesOf(database, right.officer);
    const times = uses.filter(({ action }) => isUseOf(right.role, action)).map(({ at }) => at);
    return { ...right, lastUsedAt: times.toSorted().at(-1) ?? null };
  };

/**
 * The report on a month (JST) from its entries, those of the days around it, and the ledger of rights. Goes through the trail
 * twice, an hour at a time: what is kept of 300,000 entries is the days of records about each person.
 */
export const drawUp = async (ports: ReportPorts, month: PlainMonth): Promise<AuditReport> => {
  const { database, staff, thresholds, clock } = ports;
  const createdAt = clock();
  const [from, to] = [firstDayOf(month), lastDayOf(month)];
  const [first, last] = [firstHourOfDay(from), lastHourOfDay(to)];
  const grounds = groundsOfViews();
  const latest = lastHourOfDay(addDays(to, thresholds.filingDays));
  const until = latest < hourOf(createdAt) ? latest : hourOf(createdAt);
  const earliest = firstHourOfDay(addDays(from, -thresholds.filingDays));
  for await (const entry of entriesOfHours(database, earliest, until, ({ kinds }) => (kinds.change ?? 0) > 0))
    grounds.see(entry);

  const report = monthReport({ thresholds, staff: await staff.members(), grounds });
  let entries = 0;
  for await (const entry of entriesOfHours(database, first, last, (row) => row.entries > 0)) {
    report.see(entry);
    entries += 1;
  }
  const rights: HeldRight[] = [];
  for (const right of await staff.rightsOn(to)) rights.push(await withLastUse(ports)(right));
  const { counts, rows } = report.finish(rights, `${last}:59:59.999Z` as Instant);
  const [head] = await hoursDigested(database, last, last);
  return {
    form: 1,
    month,
    createdAt,
    entries,
    thresholds,
    findings: counts,
    rows: firstOfEach(rows, mostKept),
    head: head ? { name: head.digest, hour: head.hour, sha256: head.sha256 } : null,
  };
};
