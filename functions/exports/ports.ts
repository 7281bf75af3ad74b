import type { ReportKind, ReportRecord } from "../../shared/documents/report.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { BriefStore } from "../../shared/stores/brief-files.ts";
import type { StorePorts } from "../ports.ts";
import type { FindDisclosure } from "../requests/package/ports.ts";

/** Draws 届出 of one 帳票 as a PDF. */
export type Paper = (
  kind: ReportKind,
  records: readonly ReportRecord[],
  of: { readonly outputId: string; readonly requestedAt: Instant },
) => Promise<Uint8Array>;

/** What bulk output needs of the world outside. */
export interface ExportPorts extends StorePorts {
  /** Files that were approved, until they are taken or expire. */
  readonly exports: BriefStore;
  /** Null at the desk, which leaves 帳票 and 開示の一式 to the clock: the font alone would double what every call has to load. */
  readonly paper: Paper | null;
  /** 開示請求 by number: for whom a package of their whole record may be made. */
  readonly disclosures: FindDisclosure;
}
