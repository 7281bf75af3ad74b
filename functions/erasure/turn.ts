import type { AuditEntry } from "../../shared/audit/entry.ts";
import type { Occasion } from "../../shared/domain/filing.ts";
import type { TrailFacts } from "../../shared/http/call.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";
import type { Erasure } from "../../shared/stores/erasures.ts";
import type { ErasurePorts } from "./ports.ts";

/** What the work of a turn is done with. It acts by the clock, under its own name. */
export interface Turn {
  readonly ports: ErasurePorts;
  readonly index: BlindIndex;
  readonly occasion: Occasion;
  readonly trail: (facts: TrailFacts) => AuditEntry;
  /** Whether there is time left for another page. */
  readonly hasTime: () => boolean;
}

/**
 * The work of one state, as far as the time goes: returns the erasure as it then stands in the table, in the same state with
 * its cursor further on, or in the next state. Cut off anywhere and begun again it comes to the same end.
 */
export type StateWork = (erasure: Erasure, turn: Turn) => Promise<Erasure>;
