import type { PensionOffices } from "../../../shared/domain/pension-offices.ts";
import type { FileStore, StagingStore } from "../../../shared/stores/files.ts";
import type { StorePorts } from "../../ports.ts";

/** What the steps of 進達 need of the world outside. */
export interface StepPorts extends StorePorts {
  /** Files in the making; nobody outside reads them. */
  readonly staging: StagingStore;
  /** Files that were approved: what goes out to 日本年金機構. */
  readonly outbox: FileStore;
  readonly font: Uint8Array;
  readonly ward: { readonly code: string; readonly name: string };
  /** Where claims of 給付 go. */
  readonly offices: PensionOffices;
  /** Lets a waiting workflow go on; `gone` when nobody waits under that token any more. */
  readonly wake: (taskToken: string, decision: "approve" | "refuse") => Promise<"woken" | "gone">;
}
