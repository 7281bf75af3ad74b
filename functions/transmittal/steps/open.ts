import type { StepInput, StepOutput } from "../../../shared/contracts/steps.ts";
import { lettersFrom, type RunId } from "../../../shared/domain/ids.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import { openRun, openRunWrites, type Run } from "../../../shared/stores/runs.ts";
import type { StepPorts } from "./ports.ts";
import { endWith, goOn, requireRun, stepTrail } from "./run-progress.ts";

/**
 * Begins a run, or takes over the one that is open: at most one is being put together at a time, whoever starts how
 * many. A run named in the input is gone on with from where it stands.
 */
export const open = async (input: Extract<StepInput, { step: "open" }>, ports: StepPorts): Promise<StepOutput> => {
  if (input.runId) return endWith(await requireRun(ports, input.runId), ports);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const other = await openRun(ports.database);
    if (other) return goOn(other);
    const startedAt = ports.clock();
    const run: Run = {
      runId: `T${dayAt(startedAt).replaceAll("-", "")}-${lettersFrom(ports.random(6))}` as RunId,
      state: "collecting",
      startedAt,
      startedBy: input.startedBy ?? "schedule",
      cutoff: input.cutoff ?? startedAt,
      kinds: [],
      manifest: null,
      decision: null,
      taskToken: null,
      version: 1,
    };
    const opened = await ports.database.transact([
      ...openRunWrites(run),
      stepTrail(ports, "open", run.runId, { codes: [run.startedBy === "schedule" ? "by-schedule" : "by-officer"] }),
    ]);
    if (opened.ok) return goOn(run);
  }
  throw new Error("a run could be neither opened nor found");
};
