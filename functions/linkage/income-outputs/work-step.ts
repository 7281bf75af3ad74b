import type { IncomeOutputKind } from "../../../shared/domain/income-outputs.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import {
  type IncomeOutput,
  incomeOutputWrite,
  type OutcomeCounts,
  outputStepWrite,
} from "../../../shared/stores/income-outputs.ts";
import { answerRequests } from "./answer-requests.ts";
import { encourage } from "./encourage.ts";
import { partName } from "./file-names.ts";
import { reviewContinuations } from "./review-continuations.ts";
import type { Produced, StepWork } from "./step-work.ts";

const kinds = {
  "request-answer": answerRequests,
  continuation: reviewContinuations,
  encouragement: encourage,
} as const satisfies Record<IncomeOutputKind, (work: StepWork) => Promise<Produced>>;

const counted = (before: OutcomeCounts, outcomes: Produced["outcomes"]): OutcomeCounts => {
  const counts: OutcomeCounts = { ...before };
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

/**
 * One step of an output. Its part lies in the staging bucket before the step counts, and counts with it in one
 * transaction: a step that was cut off is done again, and what it left behind is under no name that anybody asks for.
 * Gives the output after the step; `contended` when others went on with it meanwhile.
 */
export const workStep = async (work: StepWork): Promise<IncomeOutput | "contended"> => {
  const { output, ports } = work;
  const { outputId } = output;
  const { next, outcomes, lines, part } = await kinds[output.kind](work);
  const hash = part.length === 0 ? null : sha256(part);
  if (hash !== null) await ports.staging.put(partName(outputId, hash), part, "application/octet-stream");
  const after: IncomeOutput = {
    ...output,
    cursor: next,
    steps: output.steps + 1,
    examined: output.examined + outcomes.length,
    lines: output.lines + lines,
    counts: counted(output.counts, outcomes),
    version: output.version + 1,
  };
  const outcome = await ports.database.transact([
    outputStepWrite(outputId, after.steps, { sha256: hash, lines }),
    incomeOutputWrite(after),
  ]);
  return outcome.ok ? after : "contended";
};
