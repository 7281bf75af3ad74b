import type { FindingRow } from "../../domain/audit-findings.ts";
import type { AuditEntry } from "../entry.ts";

/** Watches the entries of a month go by, in their order, and keeps no more than it needs to name what it found. */
export interface Detector {
  see(entry: AuditEntry): void;
  rows(): readonly FindingRow[];
}
