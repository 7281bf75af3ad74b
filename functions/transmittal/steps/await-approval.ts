import type { StepInput, StepOutput } from "../../../shared/contracts/steps.ts";
import { runWrite } from "../../../shared/stores/runs.ts";
import type { StepPorts } from "./ports.ts";
import { goOn, requireRun } from "./run-progress.ts";

/** The run remembers under which token its workflow waits. A decision taken meanwhile, or before, lets it go on at once. */
export const awaitApproval = async (
  { runId, taskToken }: Extract<StepInput, { step: "await-approval" }>,
  ports: StepPorts,
): Promise<StepOutput> => {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const run = await requireRun(ports, runId);
    if (run.state !== "sealed") {
      await ports.wake(taskToken, run.decision?.decision ?? "refuse");
      return goOn(run);
    }
    const kept = await ports.database.transact([runWrite(run, { taskToken })]);
    if (kept.ok) return goOn(run);
  }
  throw new Error("the run would not keep the token of its workflow");
};
