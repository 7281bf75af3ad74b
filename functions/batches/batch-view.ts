import { batchKinds, batchOutcomes } from "../../shared/domain/batch-kinds.ts";
import type { Batch } from "../../shared/stores/batches.ts";
import { planOf } from "./plan.ts";

/** A batch as an answer shows it: how far it is and what it did, by count. */
export const batchView = ({ version: _version, steps, done, counts, ...batch }: Batch) => ({
  ...batch,
  title: batchKinds[batch.kind],
  state: batch.finishedAt ? "done" : "in-progress",
  done,
  total: steps,
  unit: planOf(batch.kind).unit,
  counts,
  countLabels: Object.fromEntries(
    Object.entries(batchOutcomes).flatMap(([outcome, { reason }]) => (outcome in counts ? [[outcome, reason]] : [])),
  ),
  ...(batch.finishedAt
    ? {}
    : { next: "同じ内容をもう一度送ると続きから処理します。月の途中では今日までの分を処理し、残りは後日に続けます" }),
});
