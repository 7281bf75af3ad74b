import type { StepInput, StepOutput } from "../../../shared/contracts/steps.ts";
import { moved } from "../../../shared/domain/filing.ts";
import { filingWrite } from "../../../shared/stores/filings.ts";
import { requeue } from "../../../shared/stores/queue.ts";
import { membersOf, memberWrite, runWrite } from "../../../shared/stores/runs.ts";
import { memberFiling } from "./member-filing.ts";
import type { StepPorts } from "./ports.ts";
import { endWith, requireRun, stepTrail, workflowOfficer } from "./run-progress.ts";

/** A refused run is undone: its 届出 are 審査済 again and wait for the next run. Its files never left the staging bucket, and go. */
export const reopen = async (
  { runId }: Extract<StepInput, { step: "reopen" }>,
  ports: StepPorts,
): Promise<StepOutput> => {
  const run = await requireRun(ports, runId);
  if (run.state !== "refused") return endWith(run, ports);
  for (const member of await membersOf(ports.database, runId)) {
    if (member.state !== "included") continue;
    const { filing, queued } = await memberFiling(member, ports);
    const back = moved(filing, "put-back", "examined", { at: ports.clock(), by: workflowOfficer }, ["run-refused"]);
    await ports.database.transact([
      filingWrite({ ...back, runId: null }),
      requeue(queued, "ready"),
      memberWrite(runId, member, "put-back"),
    ]);
  }
  const left = (await membersOf(ports.database, runId)).filter((member) => member.state === "included");
  if (left.length > 0) throw new Error("some of the run could not be put back");
  await ports.database.transact([
    runWrite(run, { state: "reopened", taskToken: null }),
    stepTrail(ports, "reopen", runId, {}),
  ]);
  return endWith(await requireRun(ports, runId), ports);
};
