import { problem } from "../../shared/contracts/problems.ts";
import { requestAction } from "../../shared/contracts/request-register.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import type { StorePorts } from "../ports.ts";
import { takeStep } from "./take-step.ts";

/** Any step with a case but the decision. */
export const actOnRequest =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = requestAction.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { note, ...taken } = asked.data;
    return takeStep(call, ports, {
      taken,
      documentNumber: "documentNumber" in taken ? taken.documentNumber : null,
      note,
      refusals: { "extension-refused": problem("extension-refused") },
    });
  };
