import type { KeyObject } from "node:crypto";
import type { ErasureItem } from "../../../shared/stores/erasures.ts";
import type { Looking } from "../listing/phase.ts";
import type { Turn } from "../turn.ts";

/** What the work on one record or person is done with. */
export interface Pass {
  readonly turn: Turn;
  readonly erasureId: string;
  /** The day that decides what is due. */
  readonly asOf: string;
  readonly looking: Looking;
  /** Of the erasure. */
  readonly key: KeyObject;
}

/** An item in its next state. */
export const itemAs = (
  item: ErasureItem,
  change: Partial<Pick<ErasureItem, "state" | "reason" | "sealed">>,
): ErasureItem => ({ ...item, ...change, version: item.version + 1 });
