import { type StepInput, type StepOutput, stepInput } from "../../../shared/contracts/steps.ts";
import { awaitApproval } from "./await-approval.ts";
import { collect } from "./collect.ts";
import { compose } from "./compose.ts";
import { open } from "./open.ts";
import type { StepPorts } from "./ports.ts";
import { release } from "./release.ts";
import { reopen } from "./reopen.ts";
import { seal } from "./seal.ts";

type Step = {
  [Name in StepInput["step"]]: (input: Extract<StepInput, { step: Name }>, ports: StepPorts) => Promise<StepOutput>;
};

const steps: Step = { open, collect, compose, seal, "await-approval": awaitApproval, release, reopen };

/** A step of the state machine. Every step may be taken again, by the same execution or another, and comes to the same. */
export const takeStep =
  (ports: StepPorts) =>
  async (event: unknown): Promise<StepOutput> => {
    const input = stepInput.parse(event);
    const step = steps[input.step] as (input: StepInput, ports: StepPorts) => Promise<StepOutput>;
    const output = await step(input, ports);
    ports.log.note("transmittal-step", { step: input.step, runId: output.runId, next: output.next });
    return output;
  };
