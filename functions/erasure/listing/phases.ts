import { tablesWithRecords } from "../../../shared/stores/holdings.ts";
import { histories } from "./histories.ts";
import type { Phase } from "./phase.ts";
import { recordsOf } from "./records.ts";
import { sentFiles } from "./sent-files.ts";
import { trailMonths } from "./trail-months.ts";

/** What is listed, in this order: people first, then whatever of theirs may keep them, then what is nobody's. */
export const phases: readonly Phase[] = [
  histories,
  ...(["people", ...tablesWithRecords] as const).map(recordsOf),
  sentFiles,
  trailMonths,
];
