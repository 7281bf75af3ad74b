import { problem } from "../../../shared/contracts/problems.ts";
import { officerEnding } from "../../../shared/contracts/rights.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { officerNamed } from "./find-officer.ts";
import { hasPlace, hasSayOverOfficer } from "./office-of.ts";
import { officerView } from "./officer-view.ts";
import type { RightsPorts } from "./ports.ts";
import { recordRight } from "./record-right.ts";

/** 異動・退職: every right of an officer ends at once, with what was still asked for. 評価書 III-3 リスク2 ②. */
export const endOfficer =
  (ports: RightsPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = officerEnding.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { cause } = asked.data;
    const { database, firstHeads } = ports;
    return recordRight(
      ports,
      call,
      () => officerNamed(database, call.params.officerId, (record) => hasPlace(record, firstHeads)),
      (record) => {
        const mayEnd = call.caller.roles.includes("steward") || hasSayOverOfficer(call.caller, record, firstHeads);
        if (!hasPlace(record, firstHeads)) return problem("right-ended");
        if (!mayEnd) return problem("not-allowed");
        return {
          event: { kind: "left", cause },
          codes: ["end-all", cause],
          reply: async (after) => ({ status: 200, body: await officerView(after, call, database) }),
        };
      },
    );
  };
