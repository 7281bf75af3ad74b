import { parseBenefitDecisions } from "./benefit-decisions.ts";
import { decisionsMedia } from "./layouts/benefit-decisions.ts";
import type { ParsedResults } from "./result-record.ts";
import { parseResults } from "./results.ts";

/** Reads whichever file of results it is, by the 媒体区分 of its header: 給付決定一覧, or else 処理結果一覧, which refuses what it is not. */
export const parseResultFile = (bytes: Uint8Array): ParsedResults =>
  Buffer.from(bytes.subarray(1, 4)).toString("latin1") === decisionsMedia
    ? parseBenefitDecisions(bytes)
    : parseResults(bytes);
