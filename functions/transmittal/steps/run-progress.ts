import { ownActor } from "../../../shared/access/caller.ts";
import type { StepOutput } from "../../../shared/contracts/steps.ts";
import type { OfficerId, RunId } from "../../../shared/domain/ids.ts";
import { type TrailFacts, trailEntry } from "../../../shared/http/call.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { findRun, type Run, type RunState } from "../../../shared/stores/runs.ts";
import type { StorePorts } from "../../ports.ts";
import { stagedFolder } from "../file-names.ts";
import type { StepPorts } from "./ports.ts";

/** What a run in each state waits for. */
const nextStep = {
  collecting: "collect",
  composing: "collect",
  sealed: "await-approval",
  approved: "release",
  refused: "reopen",
  released: "done",
  reopened: "done",
  empty: "done",
} as const satisfies Record<RunState, StepOutput["next"]>;

export const goOn = ({ runId, state }: Pick<Run, "runId" | "state">): StepOutput => ({ runId, next: nextStep[state] });

/** @throws when there is no such run: a workflow was started by hand with a wrong number. */
export const requireRun = async (ports: StorePorts, runId: RunId): Promise<Run> => {
  const run = await findRun(ports.database, runId);
  if (!run) throw new Error("no such run");
  return run;
};

/**
 * A run that is over, as it stands: what was staged for it goes, in every version. Whoever comes again clears again, so that
 * a step that was cut off before this leaves nothing behind.
 */
export const endWith = async (run: Pick<Run, "runId" | "state">, ports: StepPorts): Promise<StepOutput> => {
  if (nextStep[run.state] === "done") await ports.staging.clear(stagedFolder(run.runId));
  return goOn(run);
};

/** The workflow in the access trail: it acts for itself, under its own name. */
export const workflowOfficer = "workflow:transmittal" as OfficerId;

/** The entry a step leaves, to go into the transaction it speaks of. */
export const stepTrail = (ports: StorePorts, step: string, runId: RunId, facts: TrailFacts): Write => {
  const caller = ownActor(workflowOfficer);
  const { random } = ports;
  const origin = { caller, correlationId: runId, action: `transmittal:${step}`, kind: "change", random } as const;
  return auditWrite(trailEntry(origin, ports.clock(), { object: runId, purpose: "transmittal", ...facts }));
};
