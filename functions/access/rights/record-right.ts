import { type Problem, problem } from "../../../shared/contracts/problems.ts";
import type { RightEvent } from "../../../shared/domain/right-events.ts";
import type { Call, TrailFacts } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { type OfficerRecord, rightWrites } from "../../../shared/stores/rights.ts";
import { isRefused } from "./find-officer.ts";
import type { RightsPorts } from "./ports.ts";

const attempts = 3;

/** An entry for an officer's ledger, what the trail says of it, and the answer once it is kept. */
interface Recording {
  readonly event: RightEvent;
  readonly codes: readonly string[];
  readonly reply: (after: OfficerRecord) => Reply | Promise<Reply>;
}

/**
 * One more entry in an officer's ledger, with its entry in the trail, or neither. Decided anew on what somebody else recorded
 * in the meantime.
 */
export const recordRight = async (
  { database }: RightsPorts,
  call: Call,
  load: () => Promise<OfficerRecord | Problem>,
  decide: (record: OfficerRecord) => Recording | Problem,
): Promise<Reply> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const record = await load();
    if (isRefused(record)) return record;
    const decided = decide(record);
    if (isRefused(decided)) return decided;
    const { event, codes, reply } = decided;
    const { writes, after } = rightWrites(record, call.occasion, event);
    const facts: TrailFacts = { object: record.officer, codes: [...codes] };
    const outcome = await database.transact([...writes, auditWrite(call.trail(facts))]);
    if (outcome.ok) return reply(after);
  }
  return problem("contended");
};
