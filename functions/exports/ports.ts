import type { BriefStore } from "../../shared/stores/brief-files.ts";
import type { StorePorts } from "../ports.ts";

/** What bulk output needs of the world outside. */
export interface ExportPorts extends StorePorts {
  /** Files that were approved, until they are taken or expire. */
  readonly exports: BriefStore;
  readonly font: Uint8Array;
  readonly ward: { readonly code: string; readonly name: string };
}
