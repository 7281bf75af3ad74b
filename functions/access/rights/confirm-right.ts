import { hasSayOver } from "../../../shared/access/say-over.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { rightConfirmation } from "../../../shared/contracts/rights.ts";
import { today } from "../../../shared/domain/filing.ts";
import { rightState } from "../../../shared/domain/right-review.ts";
import { standsApart } from "../../../shared/domain/stands-apart.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { changeRight } from "./change-right.ts";
import type { RightsPorts } from "./ports.ts";

/** 半年ごとの点検: a 所属長 says that a right is still needed. What ran out meanwhile is asked for anew. 評価書 III-3 リスク2 ②. */
export const confirmRight =
  (ports: RightsPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = rightConfirmation.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    return changeRight(ports, call, (right, subject) => {
      const { rightId, duty, requestedBy } = right;
      if (!hasSayOver(call.caller, right)) return problem("not-allowed");
      if (!standsApart(call.occasion.by, { subject, requestedBy })) return problem("own-right");
      const state = rightState(right, today(call.occasion));
      if (state !== "in-force" && state !== "not-yet") return problem("right-ended");
      return { event: { kind: "confirmed", rightId }, codes: ["confirm", duty, rightId] };
    });
  };
