import { problem } from "../../../shared/contracts/problems.ts";
import { erasureAfter, openErasureStates } from "../../../shared/domain/erasures.ts";
import { lettersFrom } from "../../../shared/domain/ids.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { type Erasure, erasureWrites, findingsOf } from "../../../shared/stores/erasures.ts";
import { erasureView } from "./erasure-view.ts";
import { erasureOfNumber } from "./find-erasure.ts";
import type { ErasureDeskPorts } from "./ports.ts";

/** From the beginning of the state behind what was left, or where it stands. */
const goneOn = (erasure: Erasure): Erasure =>
  erasure.state === "awaiting-settlement"
    ? { ...erasure, state: erasureAfter(erasure.state, "go-on"), cursor: null, version: erasure.version + 1 }
    : erasure;

/**
 * A machine that was stopped goes on under a new execution; harmless where none was. What was left is erased again once
 * every copy that was found is decided on.
 */
export const resumeErasure =
  (ports: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const erasure = await erasureOfNumber(ports.database, call.params.erasureId);
    if (!erasure) return problem("not-found");
    const { erasureId, state } = erasure;
    if (!openErasureStates.includes(state)) return problem("erasure-settled");
    if (state === "awaiting-approval" || state === "half-approved") return problem("erasure-unapproved");
    if (state === "awaiting-settlement") {
      const findings = await findingsOf(ports.database, erasureId);
      if (findings.some(({ decision }) => decision === null)) return problem("findings-undecided");
    }
    const after = goneOn(erasure);
    const outcome = await ports.database.transact([
      ...(after === erasure ? [] : erasureWrites(after)),
      auditWrite(
        call.trail({ object: erasureId, purpose: "erasure", codes: [after === erasure ? "resumed" : "go-on"] }),
      ),
    ]);
    if (!outcome.ok) return problem("contended");
    await ports.start(`resume-${erasureId}-${lettersFrom(ports.random(8))}`, { erasureId });
    return { status: 202, body: erasureView(after) };
  };
