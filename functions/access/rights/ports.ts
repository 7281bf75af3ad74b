import type { FirstHead } from "../../../shared/access/duties.ts";
import type { StorePorts } from "../../ports.ts";

export interface RightsPorts extends StorePorts {
  readonly firstHeads: readonly FirstHead[];
  /** Seconds without a touch after which the console locks its screen. */
  readonly idleSeconds: number;
}
