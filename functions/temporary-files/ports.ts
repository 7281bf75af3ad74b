import type { Versions } from "../../shared/stores/versions.ts";
import type { StorePorts } from "../ports.ts";

/** The buckets in which nothing is meant to stay. */
export const temporaryBuckets = ["staging", "linkage", "exports"] as const;
export type TemporaryBucket = (typeof temporaryBuckets)[number];

/** What the sweep of temporary files needs of the world outside. */
export interface TemporaryPorts extends Pick<StorePorts, "database" | "clock" | "random" | "log"> {
  readonly buckets: Readonly<Record<TemporaryBucket, Versions>>;
  /** Days after which a temporary file goes in any case: of the class `temporary-file` in the ward's schedule. */
  readonly limitDays: number;
}
