import { tablesWithRecords } from "../../../shared/stores/holdings.ts";
import { histories } from "./histories.ts";
import type { Phase } from "./phase.ts";
import { recordsOf } from "./records.ts";

/** What is listed, in this order: people first, then whatever of theirs may keep them. */
export const phases: readonly Phase[] = [histories, ...(["people", ...tablesWithRecords] as const).map(recordsOf)];
