import { may } from "../../../shared/access/may.ts";
import { type Fault, problem } from "../../../shared/contracts/problems.ts";
import { rightRequest } from "../../../shared/contracts/rights.ts";
import { today } from "../../../shared/domain/filing.ts";
import { lettersFrom, type RightRequestId } from "../../../shared/domain/ids.ts";
import { grantFaults, type LimitFault, limitFaults } from "../../../shared/domain/right-limits.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { findOfficer } from "../../../shared/stores/rights.ts";
import type { RightsPorts } from "./ports.ts";
import { recordRight } from "./record-right.ts";
import { requestView } from "./right-view.ts";

const faultOf = (code: LimitFault): Fault => {
  const { at, detail } = limitFaults[code];
  return { code, detail, pointer: `/${at}` };
};

/** Asks a 所属長 for a right, for oneself or for somebody of the same department. 評価書 III-3 リスク2 ①③. */
export const requestRight =
  (ports: RightsPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = rightRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { officer, ...grant } = asked.data;
    const { department, duty } = grant;
    if (!may(call.caller, "requestRight", { department, duty })) return problem("not-allowed");
    const day = today(call.occasion);
    const requestId = `Q${day.replaceAll("-", "")}-${lettersFrom(ports.random(6))}` as RightRequestId;
    return recordRight(
      ports,
      call,
      () => findOfficer(ports.database, officer),
      ({ standing }) => {
        const faults = grantFaults(grant, standing, day);
        if (faults.length > 0) return problem("invalid-content", faults.map(faultOf));
        return {
          event: { kind: "requested", requestId, grant },
          codes: [grant.duty, requestId],
          reply: (after) => {
            const request = after.standing.requests.find((open) => open.requestId === requestId);
            if (!request) throw new Error("a request is not in the ledger it was added to");
            return { status: 201, body: requestView(officer, request) };
          },
        };
      },
    );
  };
