import { startOf } from "../../../shared/audit/hours.ts";
import { activityQuery, daysOf } from "../../../shared/contracts/audit.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { thresholdsWith } from "../../../shared/domain/audit-thresholds.ts";
import { today } from "../../../shared/domain/filing.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { newestBy } from "../../../shared/stores/newest-entries.ts";
import { activityOf } from "./activity.ts";
import { hourCounts } from "./hour-counts.ts";
import { hoursOf } from "./period.ts";
import type { AuditPorts } from "./ports.ts";

/** Officers told of at most: the busiest. A ward's section has some dozens. */
const mostOfficers = 200;

/** How much was done on each day and by each officer, with what was refused and what was done out of hours. */
export const showActivity =
  ({ database }: AuditPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = activityQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    await keepTrail(database, call.trail({ purpose: "audit" }));
    const { at } = call.occasion;
    const { first, last } = hoursOf(daysOf(asked.data, today(call.occasion)), at);
    const { days, officers } = activityOf(await hourCounts(database, first, last), thresholdsWith({}));
    const lastAt = async (id: string): Promise<Instant | null> => {
      const range = { from: startOf(first), to: last };
      for await (const { at: latest } of newestBy(database, { by: "officer", id }, range, 1)) return latest;
      return null;
    };
    const busiest = await Promise.all(
      officers
        .slice(0, mostOfficers)
        .map(async (each) => ({ ...each, lastAt: each.lastAt ?? (await lastAt(each.officer)) })),
    );
    return { status: 200, body: { days, officers: busiest } };
  };
