import { incomeOutcomes, incomeOutputKinds } from "../../../shared/domain/income-outputs.ts";
import { type IncomeOutput, outputStateLabels } from "../../../shared/stores/income-outputs.ts";

/** An output as an answer shows it: how far it is and what came of it, by count; nobody is named. */
export const outputView = ({
  version: _version,
  cursor: _cursor,
  steps: _steps,
  suspensionsPlaced: _placed,
  ...output
}: IncomeOutput) => ({
  ...output,
  title: incomeOutputKinds[output.kind],
  stateLabel: outputStateLabels[output.state],
  countLabels: Object.fromEntries(
    Object.entries(incomeOutcomes).filter(([outcome]) => Object.hasOwn(output.counts, outcome)),
  ),
  ...(output.state === "composing" ? { next: "同じ内容をもう一度送ると続きから作ります" } : {}),
});
