import { problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { openRowOf, openSessionsOf, sessionEnd, sessionOf, sessionRowOf } from "../../../shared/stores/sessions.ts";
import type { RightsPorts } from "./ports.ts";

const attempts = 3;

/** Signs out: every later call with a token of this session is refused. 評価書 III-3 リスク2 ⑥. */
export const endSession =
  ({ database }: RightsPorts) =>
  async (call: Call): Promise<Reply> => {
    const { session, officer } = call.caller;
    if (session === null) return problem("not-found");
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const [item, openItem] = await database.getAll([sessionRowOf(session), openRowOf(officer)]);
      const row = sessionOf(item);
      if (!row || row.endedAt !== null) return problem("not-found");
      const outcome = await database.transact([
        ...sessionEnd(session, row, openSessionsOf(openItem), call.occasion.at),
        auditWrite(call.trail({ codes: ["signed-out"] })),
      ]);
      if (outcome.ok) return { status: 200, body: { endedAt: call.occasion.at } };
    }
    return problem("contended");
  };
