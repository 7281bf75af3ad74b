import { may } from "../../../shared/access/may.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { rightEnding } from "../../../shared/contracts/rights.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { changeRight } from "./change-right.ts";
import type { RightsPorts } from "./ports.ts";

/** Ends one right at once: the next call of its officer is without it. */
export const endRight =
  (ports: RightsPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = rightEnding.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { cause } = asked.data;
    return changeRight(ports, call, (right) => {
      const { rightId, duty, department } = right;
      if (!may(call.caller, "endRight", { department, duty })) return problem("not-allowed");
      if (right.ended !== null) return problem("right-ended");
      return { event: { kind: "ended", rightId, cause }, codes: ["end", cause, duty, rightId] };
    });
  };
