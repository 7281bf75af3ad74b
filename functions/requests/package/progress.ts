import * as z from "zod";
import type { FilingId } from "../../../shared/domain/ids.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { packageKinds, type ToldRecord } from "./told-record.ts";

/** How far a package is: the cursor of its output between two turns. No personal data. */
const progress = z.strictObject({
  /** Which way of {@link ways}; the one behind the last is the trail. */
  way: z.int().nonnegative(),
  /** Where in it. */
  after: z.string().nullable(),
  filings: z.array(z.string().transform((id) => id as FilingId)),
  records: z.partialRecord(z.enum(keysOf(packageKinds)), z.int()),
  fieldsLeftOut: z.int(),
  /** Which decisions to withhold have met their record, by their place in the request. */
  met: z.array(z.int()),
});
export type Progress = z.infer<typeof progress>;

const started: Progress = { way: 0, after: null, filings: [], records: {}, fieldsLeftOut: 0, met: [] };

export const progressIn = (cursor: string | null): Progress =>
  cursor === null ? started : progress.parse(JSON.parse(cursor));

export const cursorOf = (at: Progress): string => JSON.stringify(at);

/** Records counted in. */
export const withRecords = (before: Progress, told: readonly ToldRecord[], met: readonly number[]): Progress => {
  const records = { ...before.records };
  for (const { kind } of told) records[kind] = (records[kind] ?? 0) + 1;
  return {
    ...before,
    records,
    fieldsLeftOut: before.fieldsLeftOut + told.reduce((sum, { leftOut }) => sum + leftOut.length, 0),
    met: [...new Set([...before.met, ...met])],
  };
};
