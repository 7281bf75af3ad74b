import type { PersonId } from "../../../shared/domain/ids.ts";
import type { PlainDate } from "../../../shared/law/calendar.ts";
import type { ErasureItem } from "../../../shared/stores/erasures.ts";
import { type Hold, holdTarget } from "../../../shared/stores/holds.ts";
import type { Found } from "./phase.ts";

/** Why somebody who is due stays as long as a record of theirs does. Codes. */
export type StayReason = "record-open" | "record-not-due" | "record-held";

export interface Judgement {
  /** What is due, listed or held. */
  readonly item: ErasureItem | null;
  /** Somebody of whom this record stays. */
  readonly stay: { readonly owner: PersonId; readonly reason: StayReason } | null;
}

/** Reasons of the holds in force, by what they hold. */
export type Holds = ReadonlyMap<string, Hold["reason"]>;

const heldBy = ({ owner, classes }: Found, holds: Holds): Hold["reason"] | undefined => {
  if (holds.size === 0) return undefined;
  const ofPerson = owner === "~" ? undefined : holds.get(holdTarget({ person: owner }));
  return ofPerson ?? classes.map((name) => holds.get(holdTarget({ class: name }))).find((reason) => reason);
};

const stayOf = ({ owner, record }: Found, reason: StayReason): Judgement["stay"] =>
  owner === "~" || record === "person" ? null : { owner, reason };

/**
 * What becomes of a record on the day of the erasure. Whoever has a record that stays, stays: with the person's key that
 * record would be gone too.
 */
export const judge = (found: Found, asOf: PlainDate, holds: Holds): Judgement => {
  const { owner, record, class: name, clockOn, dueOn } = found;
  if (clockOn === null || dueOn === null) return { item: null, stay: stayOf(found, "record-open") };
  if (dueOn > asOf) return { item: null, stay: stayOf(found, "record-not-due") };
  const reason = heldBy(found, holds) ?? null;
  const state = reason === null ? "listed" : "held";
  return {
    item: { owner, record, class: name, clockOn, dueOn, state, reason, sealed: null, version: 1 },
    stay: reason === null ? null : stayOf(found, "record-held"),
  };
};
