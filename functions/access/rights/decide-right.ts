import { hasSayOver } from "../../../shared/access/say-over.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { rightDecision } from "../../../shared/contracts/rights.ts";
import { today } from "../../../shared/domain/filing.ts";
import { lettersFrom, type RightId, rightRequestIdPattern } from "../../../shared/domain/ids.ts";
import { standsApart } from "../../../shared/domain/stands-apart.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { ownerOf } from "./find-officer.ts";
import type { RightsPorts } from "./ports.ts";
import { recordRight } from "./record-right.ts";
import { requestView, rightView } from "./right-view.ts";

/** The 所属長's decision over what was asked for: never by who asked, nor by whose it would be. 評価書 III-3 リスク2 ①③. */
export const decideRight =
  (ports: RightsPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = rightDecision.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const day = today(call.occasion);
    const rightId = `R${day.replaceAll("-", "")}-${lettersFrom(ports.random(6))}` as RightId;
    return recordRight(
      ports,
      call,
      () => ownerOf(ports.database, rightRequestIdPattern, call.params.requestId),
      ({ officer, standing }) => {
        const request = standing.requests.find(({ requestId }) => requestId === call.params.requestId);
        if (!request) return problem("already-decided");
        const { requestId, requestedBy, until, duty } = request;
        if (!hasSayOver(call.caller, request)) return problem("not-allowed");
        if (!standsApart(call.occasion.by, { subject: officer, requestedBy })) return problem("own-right");
        if (asked.data.decision === "refuse")
          return {
            event: { kind: "refused", requestId, reason: asked.data.reason },
            codes: ["refuse", duty, requestId],
            reply: () => ({ status: 200, body: { request: requestView(officer, request), right: null } }),
          };
        if (until < day) return problem("right-ended");
        return {
          event: { kind: "approved", requestId, rightId },
          codes: ["approve", duty, requestId, rightId],
          reply: (after) => {
            const right = after.standing.rights.find((held) => held.rightId === rightId);
            if (!right) throw new Error("a right is not in the ledger it was added to");
            const body = { request: requestView(officer, request), right: rightView(officer, right, day, null) };
            return { status: 200, body };
          },
        };
      },
    );
  };
