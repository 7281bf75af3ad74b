import type { RunId } from "../../../shared/domain/ids.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { FileStore } from "../../../shared/stores/files.ts";
import type { StorePorts } from "../../ports.ts";

/** What a workflow is started with; every field may be left out. */
export interface StartInput {
  readonly runId?: RunId;
  readonly startedBy?: string;
  readonly cutoff?: Instant;
}

/** What the desk of 進達 needs of the world outside. */
export interface DeskPorts extends StorePorts {
  readonly staging: FileStore;
  readonly outbox: FileStore;
  readonly start: (name: string, input: StartInput) => Promise<void>;
  readonly wake: (taskToken: string, decision: "approve" | "refuse") => Promise<"woken" | "gone">;
}
