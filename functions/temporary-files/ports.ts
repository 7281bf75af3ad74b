import type { TemporaryBucket } from "../../shared/domain/temporary-files.ts";
import type { Versions } from "../../shared/stores/versions.ts";
import type { StorePorts } from "../ports.ts";

/** What the sweep of temporary files needs of the world outside. It never looks into a file. */
export interface TemporaryPorts extends Pick<StorePorts, "database" | "clock" | "random" | "log"> {
  readonly buckets: Readonly<Record<TemporaryBucket, Pick<Versions, "page" | "remove">>>;
  /** Days after which a temporary file goes in any case: of the class `temporary-file` in the ward's schedule. */
  readonly limitDays: number;
}
