import type { AuditThresholds } from "../../../shared/domain/audit-thresholds.ts";
import type { TrailFiles } from "../../../shared/stores/trail-files.ts";
import type { StorePorts } from "../../ports.ts";
import type { Staff } from "./staff.ts";

/** What the monthly report needs of the world outside. It reaches neither people nor keys. */
export interface ReportPorts extends Omit<StorePorts, "keyring" | "covered"> {
  /** The locked bucket: what is added stays as it is. */
  readonly audit: TrailFiles;
  readonly staff: Staff;
  readonly thresholds: AuditThresholds;
  readonly wardName: string;
  readonly font: Uint8Array;
}
