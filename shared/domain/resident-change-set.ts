import type { PlainDate } from "../law/calendar.ts";
import type { LedgerEntry } from "./ledger-events.ts";
import { type ChangeDecision, changeOrder, type DecidedChange, decideChange } from "./resident-change.ts";
import type { ResidentChange } from "./resident-change-row.ts";

/** A change with what somebody has decided of it already; null while the rules alone decide. */
export interface StandingChange {
  readonly change: ResidentChange;
  readonly settled: "confirmed" | "dismissed" | null;
}

/**
 * All changes of one person, decided in their own order whatever the order they came in: the answer depends on the set
 * alone. A dismissed change counts for nothing; a confirmed one has its 届出 in the ledger and still says where someone lives.
 */
export const decideChanges = (
  changes: readonly StandingChange[],
  entries: readonly LedgerEntry[],
  today: PlainDate,
): readonly DecidedChange[] => {
  const counting = changes
    .filter(({ settled }) => settled !== "dismissed")
    .toSorted((a, b) => changeOrder(a.change, b.change));
  const places = Map.groupBy(counting, ({ change }) => `${change.changedOn} ${change.sequence}`);
  const decided: DecidedChange[] = [];
  for (const { change, settled } of counting) {
    const together = places.get(`${change.changedOn} ${change.sequence}`) ?? [];
    const decision: ChangeDecision =
      settled === "confirmed"
        ? { outcome: "record", events: [] }
        : together.length > 1
          ? { outcome: "quarantine", reason: "out-of-order" }
          : decideChange(change, entries, decided, today);
    decided.push({ change, decision });
  }
  return decided;
};
