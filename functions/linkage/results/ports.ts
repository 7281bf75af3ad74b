import type { StagingStore } from "../../../shared/stores/files.ts";
import type { StorePorts } from "../../ports.ts";

export interface ResultPorts extends StorePorts {
  /** A file lies here until all of it is taken in. */
  readonly staging: Pick<StagingStore, "put" | "clear">;
  readonly wardCode: string;
}
