import { may } from "../../../shared/access/may.ts";
import { today } from "../../../shared/domain/filing.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { IncomeOutputKind } from "../../../shared/domain/income-outputs.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import {
  type IncomeOutput,
  incomeOutputWrite,
  type OutcomeCounts,
  outputStepWrite,
} from "../../../shared/stores/income-outputs.ts";
import { nonePlacedSince, suspendedPeople } from "../../../shared/stores/suspensions.ts";
import { answerRequests } from "./answer-requests.ts";
import { encourage } from "./encourage.ts";
import { partName } from "./file-names.ts";
import { reviewContinuations } from "./review-continuations.ts";
import type { IncludingWork, Produced, StepWork } from "./step-work.ts";

const kinds = {
  "request-answer": answerRequests,
  continuation: reviewContinuations,
  encouragement: encourage,
} as const satisfies Record<IncomeOutputKind, (work: IncludingWork) => Promise<Produced>>;

/** Answers and 継続審査 are asked for by 日本年金機構 under the law: no 利用停止 reaches them (docs/suspensions.md). */
const reached = ["encouragement"] as const satisfies readonly IncomeOutputKind[];
const isReached = ({ kind }: IncomeOutput): boolean => (reached as readonly IncomeOutputKind[]).includes(kind);
const nobody = { people: new Set<PersonId>(), placed: null };

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
  const { output, call, ports } = work;
  const { outputId } = output;
  const { people, placed } = isReached(output)
    ? await suspendedPeople(ports.database, "use", today(call.occasion))
    : nobody;
  const includes = (person: PersonId) => may(call.caller, "use:bulk", { suspended: people.has(person) });
  const { next, outcomes, lines, part } = await kinds[output.kind]({ ...work, includes });
  const hash = part.length === 0 ? null : sha256(part);
  if (hash !== null) await ports.staging.put(partName(outputId, hash), part, "application/octet-stream");
  const after: IncomeOutput = {
    ...output,
    cursor: next,
    steps: output.steps + 1,
    examined: output.examined + outcomes.length,
    lines: output.lines + lines,
    counts: counted(output.counts, outcomes),
    suspensionsPlaced: output.suspensionsPlaced ?? placed,
    version: output.version + 1,
  };
  const outcome = await ports.database.transact([
    outputStepWrite(outputId, after.steps, { sha256: hash, lines }),
    incomeOutputWrite(after),
    ...(placed === null ? [] : [nonePlacedSince(placed)]),
  ]);
  return outcome.ok ? after : "contended";
};
