import type { StepOutput } from "../../shared/contracts/steps.ts";

/** A step is tried once and, as infra/workflows/transmittal.asl.json has it, five times more. */
const tries = 6;

type Step = (event: object) => Promise<StepOutput>;

interface Execution {
  readonly name: string;
  readonly input?: object;
  /** The token under which it waits for the manager. */
  readonly token?: string;
  /** Steps after which somebody stops the execution. */
  readonly stoppedAfter?: number;
}

export type Ending = "waiting" | "done" | "failed" | "stopped";

const patience = 40;

/** One execution of the state machine over `step`, up to the approval or its end. */
export const execute = async (
  step: Step,
  { name, input = {}, token = `token-${name}`, stoppedAfter = patience }: Execution,
): Promise<Ending> => {
  let left = stoppedAfter;
  let error: unknown;
  const insist = async (event: object): Promise<StepOutput | undefined> => {
    left -= 1;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      try {
        return await step(event);
      } catch (thrown) {
        error = thrown;
      }
    }
    return undefined;
  };

  let at = await insist({ step: "open", executionName: name, ...input });
  while (at && left > 0) {
    const { runId, next, kinds = [] }: StepOutput = at;
    if (next === "done") return "done";
    if (next === "await-approval") {
      const waits = await insist({ step: "await-approval", runId, taskToken: token });
      if (!waits) break;
      return "waiting";
    }
    if (next === "compose") {
      const composed = await Promise.all(kinds.map((kind) => insist({ step: "compose", runId, kind })));
      if (!composed.every(Boolean)) break;
      at = await insist({ step: "seal", runId });
    } else at = await insist({ step: next, runId });
  }
  if (left <= 0) {
    if (stoppedAfter === patience) throw new Error(`${name} does not come to an end`, { cause: error });
    return "stopped";
  }
  return "failed";
};
