import type { PersonId } from "../../../shared/domain/ids.ts";
import type { RetentionClass, RetentionRow } from "../../../shared/domain/retention.ts";
import type { PlainDate } from "../../../shared/law/calendar.ts";
import type { ErasurePorts } from "../ports.ts";

/** A record on file, and until when it is kept. */
export interface Found {
  readonly owner: PersonId | "~";
  readonly record: string;
  readonly class: RetentionClass;
  /** Every class that a hold on would hold it: for a person, all their histories. */
  readonly classes: readonly RetentionClass[];
  /** Null while the clock has not started. */
  readonly clockOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
}

/** What a row or object stands for: null for no record of its own, `unknown` for what fits no form. */
export type Looked = Found | "unknown" | null;

export interface PhasePage {
  readonly looked: readonly Looked[];
  /** Where to go on behind the `nth` of them: a text of the phase's own. */
  readonly placeOf: (nth: number) => string;
  /** Where the next page goes on; null behind the last. */
  readonly next: string | null;
}

export interface Looking {
  readonly ports: ErasurePorts;
  /** The row of the schedule in force on the day of the erasure. */
  readonly rowOf: (name: RetentionClass) => RetentionRow;
}

/** A walk over one kind of thing on file, in pages that stay the same while others come and go. */
export interface Phase {
  readonly name: string;
  readonly page: (after: string | null, looking: Looking) => Promise<PhasePage>;
}
