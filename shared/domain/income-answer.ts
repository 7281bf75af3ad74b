import type { IncomeOutcome, UnansweredReason } from "./income-outputs.ts";
import type { IncomeRecord, PersonalIncome } from "./income-record.ts";
import type { Person } from "./ledger.ts";
import type { PersonFacts } from "./person.ts";

/** What an answer says of one person for one year of income. Amounts in yen; whatever is not known is null, never 0. */
export interface IncomeAnswer {
  readonly outcome: Extract<IncomeOutcome, "answered" | UnansweredReason>;
  /** 該当被保険者存在有無. */
  readonly exists: IncomeRecord["exists"];
  readonly reason: UnansweredReason | null;
  readonly insured: PersonalIncome | null;
  readonly spouse: IncomeRecord["spouse"];
  readonly head: IncomeRecord["head"];
  readonly reference: IncomeRecord["reference"] | null;
  /** 継続審査該当表示; null where the file holds no 申出 at all. */
  readonly continuationReview: boolean | null;
}

const nobody = { insured: null, spouse: null, head: null, reference: null, continuationReview: null } as const;

/** The answer for somebody who was not found, or not for certain. */
export const notIdentified = (reason: UnansweredReason): IncomeAnswer => ({
  outcome: reason,
  exists: "absent",
  reason,
  ...nobody,
});

/** Of somebody whose income is not known the circumstances are not known either: their zeros would look like facts. */
const known = <Of extends { readonly income: number | null }>(of: Of | null): Of | null =>
  of === null || of.income === null ? null : of;

const lacksIncome = ({ insured, spouse, head }: IncomeRecord): boolean =>
  [insured, spouse, head].some((one) => one !== null && one.income === null);

/** The answer for a person on file; without a record 税情報 has not come yet. */
export const incomeAnswer = (record: IncomeRecord | null, { reliefs }: Pick<Person, "reliefs">): IncomeAnswer => {
  const continuationReview = reliefs.continuation ?? (record?.continuationReview || null);
  if (record === null) return { ...notIdentified("not-received"), exists: "present", continuationReview };
  const reason = record.unidentifiedReason ?? (lacksIncome(record) ? "not-received" : null);
  return {
    outcome: reason ?? "answered",
    exists: record.exists,
    reason,
    insured: known(record.insured),
    spouse: known(record.spouse),
    head: known(record.head),
    reference: record.reference,
    continuationReview,
  };
};

/** What a line of the request list says of the person: at least one of the numbers. */
export interface RequestedPerson {
  readonly basicPensionNumber?: string;
  readonly individualNumber?: string;
  readonly birthDate: string;
}

/**
 * Why `facts`, found under a number of the request, are not the person asked for; null when they are. A number they had
 * once leads to them too, so the numbers are compared with those of today.
 */
export const mismatchOf = (asked: RequestedPerson, facts: PersonFacts | null): UnansweredReason | null => {
  if (facts === null) return "no-such-person";
  const { basicPensionNumber, individualNumber, birthDate } = asked;
  if (basicPensionNumber !== undefined) {
    if (facts.basicPensionNumber !== basicPensionNumber) return "no-such-person";
    if (individualNumber !== undefined && (facts.individualNumber ?? individualNumber) !== individualNumber)
      return "number-differs";
  } else if (facts.individualNumber !== individualNumber) return "no-such-person";
  return facts.birthDate === birthDate ? null : "birth-date-differs";
};
