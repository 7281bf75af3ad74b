import { may } from "../../../shared/access/may.ts";
import { erasureDecisionRequest } from "../../../shared/contracts/erasures.ts";
import { type Problem, problem } from "../../../shared/contracts/problems.ts";
import { type ErasureTransition, erasureAfter, erasureTransitions } from "../../../shared/domain/erasures.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../../shared/stores/audit.ts";
import { type Erasure, erasureWrites } from "../../../shared/stores/erasures.ts";
import { erasureView } from "./erasure-view.ts";
import { erasureOfNumber } from "./find-erasure.ts";
import type { ErasureDeskPorts } from "./ports.ts";

type Decision = "approve" | "refuse";

const transitionOf = ({ state }: Erasure, decision: Decision): ErasureTransition =>
  decision === "refuse" ? "refuse" : state === "half-approved" ? "second-approval" : "first-approval";

/** Whether this very decision settled it before: its answer was lost, and perhaps the machine was never started. */
const isAgain = ({ approvals }: Erasure, decision: Decision, { caller }: Call): boolean => {
  const last = approvals.at(-1);
  return last?.by === caller.officer && last.decision === decision && (decision === "refuse" || approvals.length > 1);
};

/** Whether the caller may decide so now, or has before, or why not. */
const mayDecide = (erasure: Erasure, decision: Decision, call: Call): ErasureTransition | "again" | Problem => {
  const transition = transitionOf(erasure, decision);
  const { from }: { readonly from: readonly string[] } = erasureTransitions[transition];
  if (!from.includes(erasure.state)) {
    if (erasure.state === "listing" || erasure.state === "empty") return problem("erasure-not-decidable");
    return isAgain(erasure, decision, call) ? "again" : problem("already-decided");
  }
  const own = decision === "approve" && erasure.approvals.some(({ by }) => by === call.caller.officer);
  return may(call.caller, "decideErasure", { own }) ? transition : problem("same-person");
};

/** What was approved twice is begun; the name says which approval it was, so that nothing is begun twice by one. */
const begin = async ({ erasureId, state }: Erasure, ports: ErasureDeskPorts): Promise<void> => {
  if (state === "erasing") await ports.start(`approved-${erasureId}`, { erasureId });
};

/** A word of one of the two who have to approve. The second approval begins the erasure; a refusal ends it. */
export const decideErasure =
  (ports: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = erasureDecisionRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const erasure = await erasureOfNumber(ports.database, call.params.erasureId);
    if (!erasure) return problem("not-found");
    const { decision, documentNumber } = asked.data;
    const trail = (codes: string[]) => call.trail({ object: erasure.erasureId, purpose: "erasure", codes });
    const transition = mayDecide(erasure, decision, call);
    if (transition === "again") {
      await keepTrail(ports.database, trail(["decided-before"]));
      await begin(erasure, ports);
      return { status: 200, body: erasureView(erasure) };
    }
    if (typeof transition !== "string") return transition;
    const decided: Erasure = {
      ...erasure,
      state: erasureAfter(erasure.state, transition),
      approvals: [...erasure.approvals, { decision, documentNumber, by: call.caller.officer, at: call.occasion.at }],
      cursor: null,
      version: erasure.version + 1,
    };
    const outcome = await ports.database.transact([...erasureWrites(decided), auditWrite(trail([transition]))]);
    if (!outcome.ok) return problem("contended");
    await begin(decided, ports);
    return { status: 200, body: erasureView(decided) };
  };
