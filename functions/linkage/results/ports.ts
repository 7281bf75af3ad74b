import type { FileStore } from "../../../shared/stores/files.ts";
import type { StorePorts } from "../../ports.ts";

export interface ResultPorts extends StorePorts {
  /** Imported files are kept beside the composed ones. */
  readonly staging: FileStore;
  readonly wardCode: string;
}
