import { mostTemporaryDays } from "../shared/domain/retention.ts";
import type { Parameter } from "./parameter.ts";

/** Days past the limit in which somebody can still decide on what waits, and is told so every hour. */
const margin = 14;

/**
 * When S3 itself takes away what the sweep of temporary files did not. It asks neither our code nor our tables, so it is slower
 * than both. Of the schedule the longest row counts, in force or to come: it never takes what a row would still keep.
 *
 * Only of `temporaryBuckets`: what lies in the outbox and in the audit bucket is a record, which goes by the years of its class,
 * after two people have approved it; a rule that took it by its age would take it from under a hold.
 */
export const temporaryFileDays = ({ schedule, exportDays }: Parameter["retention"]) => {
  const limit = mostTemporaryDays(schedule) + margin;
  return { staging: limit, linkage: limit, exports: Math.min(exportDays, limit) } as const;
};

/** Days that a version stays once it was deleted or put anew, in a bucket of temporary files: the sweep takes it within hours. */
export const supersededTemporaryDays = 7;
