import { problem } from "../../../shared/contracts/problems.ts";
import { endCauses, type RightEntry } from "../../../shared/domain/right-events.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { entriesOf } from "../../../shared/stores/rights.ts";
import { isRefused, officerNamed } from "./find-officer.ts";
import { departmentsSeenBy } from "./office-of.ts";
import { officerView } from "./officer-view.ts";
import type { RightsPorts } from "./ports.ts";

const eventLabels = {
  requested: "申請",
  approved: "承認",
  refused: "却下",
  confirmed: "点検で確認",
  ended: "終了",
  left: "すべて終了",
  identified: "仮名の登録",
} as const satisfies Record<RightEntry["event"]["kind"], string>;

/** One line of the ledger. Pseudonyms of the officer are not shown. */
const lineOf = ({ id, at, by, event }: RightEntry) => {
  const { kind } = event;
  return {
    id,
    at,
    by,
    kind,
    kindLabel: eventLabels[kind],
    number: "rightId" in event ? event.rightId : "requestId" in event ? event.requestId : null,
    causeLabel: "cause" in event ? endCauses[event.cause] : null,
    reason: "reason" in event ? event.reason : null,
  };
};

/** The whole ledger of one officer: what they have, had, asked for, and who decided it when. */
export const showOfficer =
  ({ database }: RightsPorts) =>
  async (call: Call): Promise<Reply> => {
    const record = await officerNamed(database, call.params.officerId);
    if (isRefused(record)) return record;
    const { rights, requests } = record.standing;
    const seen = departmentsSeenBy(call.caller);
    const theirs = [...rights, ...requests].map(({ department }) => department);
    // Whoever left before anything was granted is seen by those who see everyone.
    const visible = seen.length > 0 && (theirs.length === 0 || theirs.some((department) => seen.includes(department)));
    if (!visible) return problem("not-allowed");
    await keepTrail(database, call.trail({ object: record.officer }));
    const [view, entries] = await Promise.all([
      officerView(record, call, database),
      entriesOf(database, record.officer),
    ]);
    return { status: 200, body: { ...view, history: entries.map(lineOf) } };
  };
