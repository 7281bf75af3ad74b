import { verificationRequest } from "../../../shared/contracts/audit.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { digestedBy } from "./digested.ts";
import { hoursOf } from "./period.ts";
import type { AuditPorts } from "./ports.ts";

/** Checks the trail of some days against its signed digests, as `npm run audit:verify` does without this system. */
export const verifyDigests =
  ({ database, chain }: AuditPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = verificationRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { at } = call.occasion;
    const { first, last } = hoursOf(asked.data, at);
    const digested = await digestedBy(database, at);
    // What is not digested yet is not there to be checked.
    const until = digested.last !== null && digested.last.hour < last ? digested.last.hour : last;
    const { hours, entries, faults, head } = await chain.verify(first, until);
    const ok = faults.length === 0;
    await keepTrail(database, call.trail({ purpose: "audit", codes: [ok ? "chain-whole" : "chain-broken"] }));
    return { status: 200, body: { ok, hours, entries, faults, head, checkedAt: at } };
  };
