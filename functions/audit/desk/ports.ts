import type { FileStore } from "../../../shared/stores/files.ts";
import type { StorePorts } from "../../ports.ts";
import type { Chain } from "./chain.ts";

/** What the auditor's desk needs of the world outside. It has neither people nor keys: whoever is named here is a pseudonym. */
export interface AuditPorts extends StorePorts {
  /** The locked bucket. */
  readonly audit: Pick<FileStore, "get">;
  readonly chain: Chain;
}
