import { may } from "../../shared/access/may.ts";
import { outputDecision } from "../../shared/contracts/outputs.ts";
import { type Problem, problem } from "../../shared/contracts/problems.ts";
import { namesAll, sensitiveItems } from "../../shared/domain/output-rules.ts";
import { stateAfter } from "../../shared/domain/outputs.ts";
import { recordItems } from "../../shared/domain/record-items.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../shared/stores/audit.ts";
import { type Output, outputWrite } from "../../shared/stores/outputs.ts";
import { expiryOf } from "./expiry.ts";
import { deskTime, goOn, isExpired, isInTheMaking } from "./go-on.ts";
import { factsOfOutput, outputOfCall } from "./may-see.ts";
import { outputView } from "./output-view.ts";
import type { ExportPorts } from "./ports.ts";

/** Whether the caller may decide so, has done so before (their answer was lost), or why not. Nobody approves what they asked for. */
const mayDecide = (output: Output, decision: "approve" | "refuse", call: Call, now: Output["expiresAt"]) => {
  const { officer } = call.caller;
  if (output.requestedBy === officer) return problem("own-work");
  if (!may(call.caller, "decideOutput", factsOfOutput(output, call.caller))) return problem("not-allowed");
  if (output.decision?.by === officer && output.decision.decision === decision) return "again";
  if (output.state !== "requested") return problem("already-decided");
  return isExpired(output, now) ? problem("output-expired") : "now";
};

/** An approval that overlooks one is told which; one that names what was not asked for is told so. */
const notNamed = (output: Output, names: Parameters<typeof namesAll>[1]): Problem =>
  problem(
    "sensitive-items-not-named",
    sensitiveItems(output)
      .filter((item) => !names.includes(item))
      .map((item) => ({
        code: "item-not-named",
        detail: `「${recordItems[item].ja}」(${item})が挙げられていません`,
        pointer: "/names",
      })),
  );

/** The decision of a 管理責任者 over an output; what is approved is made at once, as far as the time goes. */
export const decideOutput =
  (ports: ExportPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = outputDecision.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const output = await outputOfCall(call, ports.database);
    if (!output) return problem("not-found");
    const { decision, reason } = asked.data;
    const names = asked.data.decision === "approve" ? asked.data.names : [];
    const answered = (after: Output): Reply => ({
      status: isInTheMaking(after) ? 202 : 200,
      body: outputView(after),
    });
    const trail = (code: string) =>
      call.trail({ object: output.outputId, items: [...names], purpose: output.purpose, codes: [code] });
    const may = mayDecide(output, decision, call, ports.clock());
    if (may === "again") {
      await keepTrail(ports.database, trail("decided-before"));
      return answered(await goOn(output, deskTime, call, ports));
    }
    if (may !== "now") return may;
    if (decision === "approve" && !namesAll(output, names)) return notNamed(output, names);
    const { at } = call.occasion;
    const decided: Output = {
      ...output,
      state: stateAfter(output.state, decision),
      decision: { decision, reason, by: call.caller.officer, at, names: [...names] },
      expiresAt: decision === "approve" ? expiryOf("approved", at) : output.expiresAt,
      clearedAt: decision === "approve" ? null : at,
      version: output.version + 1,
    };
    const outcome = await ports.database.transact([outputWrite(decided), auditWrite(trail(decision))]);
    return outcome.ok ? answered(await goOn(decided, deskTime, call, ports)) : problem("contended");
  };
