import { judgeAge20 } from "../../shared/domain/batch-age-20.ts";
import { judgeAge60 } from "../../shared/domain/batch-age-60.ts";
import { judgeHealthInsuranceLoss } from "../../shared/domain/batch-health-insurance-loss.ts";
import type { BatchKind, Finding } from "../../shared/domain/batch-kinds.ts";
import { judgeUnenrolled } from "../../shared/domain/batch-unenrolled.ts";
import type { Person } from "../../shared/domain/ledger.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";

interface Asked {
  readonly person: Person;
  /** The day of the step. */
  readonly day: PlainDate;
  /** 国保喪失日, where a row of 国保 led to the person. */
  readonly lostOn: PlainDate | null;
  /** A 届出 of theirs is under way that the ledger does not know yet. */
  readonly pending: boolean;
}

/** What each kind makes of a person; null when they are none of its business and get no row. */
export const judges = {
  "age-20": ({ person, day }) => judgeAge20(person, day),
  "age-60": ({ person, day }) => judgeAge60(person, day),
  unenrolled: ({ person, day, pending }) => judgeUnenrolled(person, day, pending),
  "health-insurance-loss": ({ person, day, lostOn, pending }) =>
    judgeHealthInsuranceLoss(person, lostOn ?? day, day, pending),
} as const satisfies Record<BatchKind, (asked: Asked) => Finding | null>;
