import { attestedBeginning } from "../../../shared/audit/attested-beginning.ts";
import { verifyTrail } from "../../../shared/audit/verify-trail.ts";
import { verificationRequest } from "../../../shared/contracts/audit.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { hoursOf } from "./period.ts";
import type { AuditPorts } from "./ports.ts";

/** Checks the trail of some days against its signed digests, as `npm run audit:verify` does without this system. */
export const verifyDigests =
  ({ database, audit, publicKey }: AuditPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = verificationRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { at } = call.occasion;
    const { first, last } = hoursOf(asked.data, at);
    const key = await publicKey();
    const { ok, hours, entries, faults, head } = await verifyTrail({
      reader: audit,
      publicKey: key,
      attested: attestedBeginning(audit, key),
      now: at,
      range: { from: first, to: last },
    });
    await keepTrail(database, call.trail({ purpose: "audit", codes: [ok ? "chain-whole" : "chain-broken"] }));
    return { status: 200, body: { ok, hours, entries, faults, head, checkedAt: at } };
  };
