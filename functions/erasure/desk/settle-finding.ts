import { findingDecisionRequest, findingIdPattern } from "../../../shared/contracts/erasures.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../../shared/stores/audit.ts";
import {
  type Erasure,
  erasureWrites,
  type Finding,
  findingsOf,
  findingWrite,
} from "../../../shared/stores/erasures.ts";
import { findingView } from "./erasure-view.ts";
import { erasureOfNumber } from "./find-erasure.ts";
import type { ErasureDeskPorts } from "./ports.ts";

/** Whether a copy that the read-back came upon goes too, or is none and stays. It is done when the erasure goes on. */
export const settleFinding =
  (ports: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = findingDecisionRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { erasureId, findingId = "" } = call.params;
    const erasure = await erasureOfNumber(ports.database, erasureId);
    if (!erasure || !findingIdPattern.test(findingId)) return problem("not-found");
    const found = (await findingsOf(ports.database, erasure.erasureId)).find((each) => each.findingId === findingId);
    if (!found) return problem("not-found");
    const { decision } = asked.data;
    const by = call.caller.officer;
    const index = await ports.keyring.index();
    const trail = (code: string) =>
      call.trail({
        object: erasure.erasureId,
        subjects: found.owner === "~" ? [] : [index.auditSubject(found.owner)],
        purpose: "erasure",
        codes: [code],
      });
    if (found.decision) {
      if (found.decision.by !== by || found.decision.decision !== decision) return problem("already-decided");
      await keepTrail(ports.database, trail("decided-before"));
      return { status: 200, body: findingView(found) };
    }
    if (erasure.state !== "awaiting-settlement") return problem("erasure-not-decidable");
    const settled: Finding = {
      ...found,
      decision: { ...asked.data, by, at: call.occasion.at },
      version: found.version + 1,
    };
    const counted: Erasure = { ...erasure, found: Math.max(0, erasure.found - 1), version: erasure.version + 1 };
    const outcome = await ports.database.transact([
      findingWrite(erasure.erasureId, settled),
      ...erasureWrites(counted),
      auditWrite(trail(`finding-${decision}`)),
    ]);
    return outcome.ok ? { status: 200, body: findingView(settled) } : problem("contended");
  };
