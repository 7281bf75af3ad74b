import { may } from "../../shared/access/may.ts";
import { productionRequest } from "../../shared/contracts/outputs.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { mayExpire, stateAfter } from "../../shared/domain/outputs.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../shared/stores/audit.ts";
import { type Output, outputWrite } from "../../shared/stores/outputs.ts";
import { deskTime, goOn, isExpired, isInTheMaking } from "./go-on.ts";
import { factsOfOutput, outputOfCall } from "./may-see.ts";
import { outputView } from "./output-view.ts";
import type { ExportPorts } from "./ports.ts";

/** Only what nobody has decided on yet, and only by who asked for it. */
const withdraw = async (output: Output, call: Call, ports: ExportPorts): Promise<Reply> => {
  const { outputId, purpose } = output;
  if (output.requestedBy !== call.caller.officer) return problem("not-allowed");
  if (output.state === "withdrawn") return { status: 200, body: outputView(output) };
  if (output.state !== "requested") return problem("already-decided");
  const after: Output = {
    ...output,
    state: stateAfter(output.state, "withdraw"),
    clearedAt: call.occasion.at,
    version: output.version + 1,
  };
  const entry = call.trail({ object: outputId, purpose, codes: ["withdrawn"] });
  const outcome = await ports.database.transact([outputWrite(after), auditWrite(entry)]);
  return outcome.ok ? { status: 200, body: outputView(after) } : problem("contended");
};

/** Goes on with an approved output: 202 while something is left, 200 once its files are there. Or takes a request back. */
export const produceOutput =
  (ports: ExportPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = productionRequest.safeParse(call.body ?? {});
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const output = await outputOfCall(call, ports.database);
    if (!output) return problem("not-found");
    if (asked.data.withdraw) return withdraw(output, call, ports);
    if (!may(call.caller, "produceOutput", factsOfOutput(output, call.caller))) return problem("not-allowed");
    if (output.decision?.decision !== "approve") return problem("output-not-approved");
    const past = mayExpire(output.state) && isExpired(output, ports.clock());
    if (past || output.state === "expired") return problem("output-expired");
    await keepTrail(
      ports.database,
      call.trail({ object: output.outputId, purpose: output.purpose, codes: [`continued-${output.state}`] }),
    );
    const after = await goOn(output, deskTime, call, ports);
    return { status: isInTheMaking(after) ? 202 : 200, body: outputView(after) };
  };
