import * as z from "zod";
import { erasureCertificate } from "../../../shared/audit/certificate.ts";
import type { Erasure } from "../../../shared/stores/erasures.ts";

const count = z.int().nonnegative();
const check = z.strictObject({ examined: count, found: count });

/** How far the reading back is: the cursor of the erasure in that state. */
const progress = z.strictObject({
  /** A walk of its own by name; one that is none says that all are done. */
  walk: z.string(),
  after: z.string().nullable(),
  checks: z.record(z.string(), check),
  /** Copies taken away in this pass: another has to come after it, in which none is met. */
  removed: count,
  /** What will be signed, once all is decided: from then on nothing is looked at any more. */
  certificate: erasureCertificate.omit({ form: true, publicKeyFingerprint: true, algorithm: true }).nullable(),
});
export type Progress = z.infer<typeof progress>;
export type Unsigned = NonNullable<Progress["certificate"]>;

export const beginning = (walk: string): Progress => ({
  walk,
  after: null,
  checks: {},
  removed: 0,
  certificate: null,
});

export const progressOf = ({ cursor }: Erasure, first: string): Progress =>
  cursor === null ? beginning(first) : progress.parse(JSON.parse(cursor));

/** What a page of a walk looked at, and came upon. */
export interface Looked {
  /** By check. */
  readonly examined: Readonly<Record<string, number>>;
  readonly found: Readonly<Record<string, number>>;
  readonly removed: number;
}

const added = (checks: Progress["checks"], { examined, found }: Looked): Progress["checks"] => {
  const sum = { ...checks };
  for (const name of new Set([...Object.keys(examined), ...Object.keys(found)])) {
    const before = sum[name] ?? { examined: 0, found: 0 };
    sum[name] = {
      examined: before.examined + (examined[name] ?? 0),
      found: before.found + (found[name] ?? 0),
    };
  }
  return sum;
};

export const moved = (before: Progress, looked: Looked, to: Pick<Progress, "walk" | "after">): Progress => ({
  ...before,
  ...to,
  checks: added(before.checks, looked),
  removed: before.removed + looked.removed,
});
