import type { Signer } from "../../../shared/audit/signature.ts";
import type { RetentionRow } from "../../../shared/domain/retention.ts";
import type { FileStore } from "../../../shared/stores/files.ts";
import type { TrailFiles } from "../../../shared/stores/trail-files.ts";
import type { Versions } from "../../../shared/stores/versions.ts";
import type { StorePorts } from "../../ports.ts";

export interface TakeoverPorts extends StorePorts {
  /** The linkage bucket in every version; sets lie below `takeover/`. */
  readonly linkage: Versions;
  /** The same bucket, for reports. */
  readonly results: FileStore;
  /** The locked bucket, for the certificate. */
  readonly audit: TrailFiles;
  readonly signer: Signer;
  readonly schedule: readonly RetentionRow[];
  /** Days that backups keep what was erased: of the keys, and of all else. */
  readonly backups: { readonly keyDays: number; readonly backupDays: number };
  readonly ward: { readonly code: string; readonly name: string };
}
