import { histories } from "./histories.ts";
import type { Phase } from "./phase.ts";
import { recordsOf } from "./records.ts";

/** What is listed, in this order: people first, then whatever of theirs may keep them. */
export const phases: readonly Phase[] = [
  histories,
  ...(["people", "filings", "incomes", "residents", "batches", "requests"] as const).map(recordsOf),
];
