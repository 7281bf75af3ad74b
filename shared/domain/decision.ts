import type { AssessedSpan } from "../law/exemption-assessment.ts";
import type { LedgerEvent } from "./ledger-events.ts";

/**
 * Why something was decided as it was.
 * `refuse` ends the filing, `incomplete` makes it 補正待ち, `notice` tells the counter something and changes nothing.
 */
export interface Reason {
  readonly weight: "refuse" | "incomplete" | "notice";
  /** Stable English slug. */
  readonly code: string;
  /** Japanese, for the counter; never repeats personal data. */
  readonly message: string;
  /** Where the fault is in what was sent, a JSON pointer. */
  readonly pointer?: string;
  readonly article?: string;
}

/** What the ward makes of a filing (参考): 日本年金機構 decides in the end. `assessment` of an application for 免除, month by month. */
export type Decision = { readonly assessment?: readonly AssessedSpan[] } & (
  | { readonly outcome: "accept"; readonly events: readonly LedgerEvent[]; readonly reasons: readonly Reason[] }
  | { readonly outcome: "incomplete" | "refuse"; readonly reasons: readonly Reason[] }
);

/** The heaviest reason decides; the events are asked for only when nothing stands against the filing. */
export const conclude = (reasons: readonly Reason[], events: () => readonly LedgerEvent[]): Decision => {
  if (reasons.some((reason) => reason.weight === "refuse")) return { outcome: "refuse", reasons };
  if (reasons.some((reason) => reason.weight === "incomplete")) return { outcome: "incomplete", reasons };
  return { outcome: "accept", events: events(), reasons };
};
