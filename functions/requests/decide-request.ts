import { may } from "../../shared/access/may.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { requestDecision } from "../../shared/contracts/request-register.ts";
import { factsOfKind } from "../../shared/domain/request-kinds.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import type { StorePorts } from "../ports.ts";
import { takeStep } from "./take-step.ts";

const paperNeeded = {
  code: "document-number-missing",
  detail: "請求の決定は書面で知らせます。文書番号を入力してください",
  pointer: "/documentNumber",
} as const;

/** Decides a case, by somebody other than who took it in: 請求 and 事故 by the 所属長, a 問合せ also by the 管理責任者. */
export const decideRequest =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = requestDecision.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { outcome, documentNumber, note } = asked.data;
    return takeStep(call, ports, {
      taken: { action: "decide", outcome },
      documentNumber,
      note,
      refusals: {
        "outcome-refused": problem("outcome-refused"),
        "request-out-of-time": problem("request-out-of-time"),
      },
      against: ({ kind, receivedBy }) => {
        const { shape } = factsOfKind(kind);
        const statutory = shape !== "inquiry";
        const own = receivedBy === call.caller.officer;
        if (!may(call.caller, "decideRequest", { own: false, statutory })) return problem("not-allowed");
        if (!may(call.caller, "decideRequest", { own, statutory })) return problem("own-work");
        return shape === "claim" && documentNumber === null ? problem("invalid-content", [paperNeeded]) : null;
      },
    });
  };
