import type { AuditEntry } from "../../shared/audit/entry.ts";
import type { Fault } from "../../shared/contracts/problems.ts";
import type { Occasion } from "../../shared/domain/filing.ts";
import type { TrailFacts } from "../../shared/http/call.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";
import type { StorePorts } from "../ports.ts";

/** Who brings rows of another system when, and what is needed to take them: the same for the API and for files. */
export interface Feed {
  readonly occasion: Occasion;
  readonly trail: (facts: TrailFacts) => AuditEntry;
  readonly index: BlindIndex;
  readonly ports: StorePorts;
}

/** A row that is not as agreed: its text, to tell it from another, and where it is wrong. */
export interface UnreadableRow {
  readonly ok: false;
  readonly text: string;
  readonly faults: readonly Fault[];
}

/** A row with its place in the file or request. */
export interface Placed<Row> {
  readonly at: number;
  readonly row: Row;
}

/** Places told of one row at most. */
const mostFaults = 20;

/** Faults as they are kept and told: places and codes, never what stood there. */
export const faultsKept = (faults: readonly Fault[]) =>
  faults.slice(0, mostFaults).map(({ code, pointer = "", detail }) => ({ code, pointer, detail }));
