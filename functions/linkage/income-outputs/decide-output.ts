import { problem } from "../../../shared/contracts/problems.ts";
import { decisionRequest } from "../../../shared/contracts/requests.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../../shared/stores/audit.ts";
import { areThere } from "../../../shared/stores/files.ts";
import { type IncomeOutput, incomeOutputWrite } from "../../../shared/stores/income-outputs.ts";
import { mayDecide } from "../../approval.ts";
import { stagedFolder, stagedOutput } from "./file-names.ts";
import { outputOfNumber } from "./find-output.ts";
import { isOutdated, notOutdated } from "./outdated.ts";
import { outputView } from "./output-view.ts";
import type { OutputPorts } from "./ports.ts";
import { releaseOutput } from "./release-output.ts";

/** What was approved goes out with the same call. What is over leaves nothing staged, also where a call before this was cut off. */
const letGoOn = async (output: IncomeOutput, call: Call, ports: OutputPorts): Promise<Reply> => {
  if (output.state === "refused" || output.state === "released")
    await ports.staging.clear(stagedFolder(output.outputId));
  const after = output.state === "approved" ? await releaseOutput(output, call, ports) : output;
  return after === "contended" ? problem("contended") : { status: 200, body: outputView(after) };
};

/** Past the limit of temporary files the bucket takes them: approved without them, the output could neither go out nor go back. */
const isStaged = ({ outputId, files }: IncomeOutput, { staging }: OutputPorts): Promise<boolean> =>
  areThere(
    staging,
    files.map(({ name }) => stagedOutput(outputId, name)),
  );

/** The decision over an output that is sealed. */
export const decideOutput =
  (ports: OutputPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = decisionRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const output = await outputOfNumber(ports.database, call.params.outputId);
    if (!output) return problem("not-found");
    const { decision, reason } = asked.data;
    const may = mayDecide(output, decision, call.caller, "decideIncomeOutput");
    const trail = (code: string) => call.trail({ object: output.outputId, purpose: "income-output", codes: [code] });
    if (may === "again") {
      await keepTrail(ports.database, trail("decided-before"));
      return letGoOn(output, call, ports);
    }
    if (may !== "now") return may;
    if (decision === "approve" && (await isOutdated(output, ports))) return problem("output-outdated");
    if (decision === "approve" && !(await isStaged(output, ports))) return problem("files-gone");
    const decided: IncomeOutput = {
      ...output,
      state: decision === "approve" ? "approved" : "refused",
      decision: { decision, reason, by: call.caller.officer, at: call.occasion.at },
      version: output.version + 1,
    };
    const outcome = await ports.database.transact([
      incomeOutputWrite(decided),
      ...(decision === "approve" ? notOutdated(output) : []),
      auditWrite(trail(decision)),
    ]);
    return outcome.ok ? letGoOn(decided, call, ports) : problem("contended");
  };
