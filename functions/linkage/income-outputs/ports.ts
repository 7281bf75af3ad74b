import type { FileStore, StagingStore } from "../../../shared/stores/files.ts";
import type { StorePorts } from "../../ports.ts";

/** What the output of 所得情報 needs of the world outside. */
export interface OutputPorts extends StorePorts {
  /** Files in the making; nobody outside reads them. */
  readonly staging: StagingStore;
  /** Files that were approved. */
  readonly outbox: FileStore;
  readonly wardCode: string;
}
