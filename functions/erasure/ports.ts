import type { Signer } from "../../shared/audit/signature.ts";
import type { TableScan } from "../../shared/stores/table-scan.ts";
import type { TrailFiles } from "../../shared/stores/trail-files.ts";
import type { Versions } from "../../shared/stores/versions.ts";
import type { StorePorts } from "../ports.ts";

/** Every bucket of the system: what is not in this table the read-back would not look into. */
export const bucketsRead = ["staging", "outbox", "linkage", "exports", "audit"] as const;
export type BucketRead = (typeof bucketsRead)[number];

/** What erasure needs of the world outside. */
export interface ErasurePorts extends StorePorts {
  readonly scan: TableScan;
  readonly buckets: Readonly<Record<BucketRead, Versions>>;
  /** The locked bucket, for the certificate. */
  readonly audit: TrailFiles;
  readonly signer: Signer;
  /** Days that backups keep what was erased: of the keys, and of all else. */
  readonly backups: { readonly keyDays: number; readonly backupDays: number };
  readonly ward: { readonly code: string; readonly name: string };
}
