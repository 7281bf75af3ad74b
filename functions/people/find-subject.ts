import { subjectRequest } from "../../shared/contracts/audit.ts";
import { problem } from "../../shared/contracts/problems.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import type { StorePorts } from "../ports.ts";

/** The pseudonym under which the trail names a person, on file or not. The number travels in the body, never in a URL. */
export const findSubject =
  ({ database, keyring }: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = subjectRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const index = await keyring.index();
    const subject = index.auditSubject(index.person(asked.data.atenaNumber));
    await keepTrail(database, call.trail({ subjects: [subject], purpose: "audit" }));
    return { status: 200, body: { subject } };
  };
