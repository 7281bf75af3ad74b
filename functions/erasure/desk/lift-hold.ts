import { holdIdPattern } from "../../../shared/contracts/erasures.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { type Hold, holdEndWrites, holdsInForce } from "../../../shared/stores/holds.ts";
import { heldOf, holdView } from "./hold-view.ts";
import { numberOf } from "./number-of.ts";
import type { ErasureDeskPorts } from "./ports.ts";

/** Ends a hold. What it held back is due again in the next night's list, not in an erasure that is listed already. */
export const liftHold =
  (ports: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const { holdId = "" } = call.params;
    const found = holdIdPattern.test(holdId)
      ? (await holdsInForce(ports.database)).find((hold) => hold.holdId === holdId)
      : undefined;
    if (!found) return problem("not-found");
    const held = heldOf(found);
    const index = await ports.keyring.index();
    const ended: NonNullable<Hold["ended"]> = { by: call.caller.officer, at: call.occasion.at };
    const subjects = "person" in held ? [index.auditSubject(held.person)] : [];
    const outcome = await ports.database.transact([
      ...holdEndWrites(found, ended),
      auditWrite(call.trail({ subjects, object: holdId, purpose: "erasure", codes: ["hold-lifted"] })),
    ]);
    if (!outcome.ok) return problem("contended");
    const atenaNumber = "person" in held ? await numberOf(ports, held.person) : null;
    return { status: 200, body: holdView({ ...found, ended }, atenaNumber) };
  };
