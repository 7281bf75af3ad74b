import { addHours, lastHourBefore } from "../../../shared/audit/hours.ts";
import { daysOf, digestsQuery } from "../../../shared/contracts/audit.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { today } from "../../../shared/domain/filing.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { hoursDigested, type TrailHour } from "../../../shared/stores/digested-hours.ts";
import { readHead } from "../../../shared/stores/trail-hours.ts";
import { hoursOf } from "./period.ts";
import type { AuditPorts } from "./ports.ts";

/** Minutes after an hour by which its digest is there: before that it is not missing yet. */
const dueMinutes = 30;

const digestView = ({ hour, digest: name, entries, files, late, merkleRoot, sha256 }: TrailHour) => ({
  hour,
  name,
  entries,
  files,
  late,
  merkleRoot,
  sha256,
});

/** The digests of some days, and the hours without one: an hour without entries has one too. */
export const listDigests =
  ({ database }: AuditPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = digestsQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    await keepTrail(database, call.trail({ purpose: "audit" }));
    const { at } = call.occasion;
    const { first, last } = hoursOf(daysOf(asked.data, today(call.occasion)), at);
    // The month before tells whether there were digests already when the days began.
    const rows = await hoursDigested(database, addHours(first, -24 * 31), last);
    const begun = rows[0]?.hour;
    const digests = rows.filter(({ hour }) => hour >= first);
    const there = new Set(digests.map(({ hour }) => hour));
    const due = lastHourBefore(at, dueMinutes);
    const missing = [];
    if (begun !== undefined)
      for (let hour = begun < first ? first : begun; hour <= last && hour <= due; hour = addHours(hour, 1))
        if (!there.has(hour)) missing.push(hour);
    const head = await readHead(database);
    return {
      status: 200,
      body: {
        digests: digests.map(digestView),
        missing,
        head: head ?? null,
      },
    };
  };
