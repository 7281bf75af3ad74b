import type { KeyObject } from "node:crypto";
import type { TrailReader } from "../../../shared/audit/trail-reader.ts";
import type { RetentionRow } from "../../../shared/domain/retention.ts";
import type { StorePorts } from "../../ports.ts";

/** What the desk of 消去 needs of the world outside. It erases nothing. */
export interface ErasureDeskPorts extends StorePorts {
  /** The locked bucket: certificates. */
  readonly audit: TrailReader;
  /** What certificates are signed under. */
  readonly publicKey: () => Promise<KeyObject>;
  readonly schedule: readonly RetentionRow[];
  /** Starts the state machine under a name of its own. */
  readonly start: (name: string, input: { readonly erasureId: string }) => Promise<void>;
}
