import type { KeyObject } from "node:crypto";
import type { TrailReader } from "../../../shared/audit/trail-reader.ts";
import type { StorePorts } from "../../ports.ts";

/** What the auditor's desk needs of the world outside. It reaches neither people nor keys: whoever is named here is a pseudonym. */
export interface AuditPorts extends StorePorts {
  /** The locked bucket: the signed chain of the trail, and the monthly reports. */
  readonly audit: TrailReader;
  /** What the digests are signed under. */
  readonly publicKey: () => Promise<KeyObject>;
}
