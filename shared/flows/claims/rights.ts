import * as z from "zod";
import { type BenefitKind, benefitKinds, type PensionKind, type RecipientChange } from "../../domain/benefits.ts";
import type { Reason } from "../../domain/decision.ts";
import type { EventOf, LedgerEvent } from "../../domain/ledger-events.ts";
import type { PensionFacts, recipientRight, SpecialDisabilityFacts } from "../../domain/recipient-facts.ts";
import { nextSeq, openRights, type Recipient } from "../../domain/recipients.ts";
import { item } from "../../domain/record-items.ts";
import type { PlainDate } from "../../law/calendar.ts";
import type { Case } from "../define.ts";
import { opening } from "../opening.ts";

type Input = Case<unknown, unknown>;

/** 連番 of the right that is meant, where somebody has several of the kind. */
export const seqDetail = {
  seq: item("beneficiary.seq", z.int("連番を整数で入力してください").min(1).max(99)).optional(),
} as const;

/** What is recorded of a right of 受給年金. */
export const pensionRecorded = (
  change: RecipientChange,
  on: PlainDate,
  right: { readonly seq: number; readonly kind: PensionKind },
  facts: PensionFacts = {},
): EventOf<"recipient-recorded"> => ({
  kind: "recipient-recorded",
  change,
  on,
  right: { register: "pension", ...right, facts: stated(facts) },
});

/** What is recorded of a right of 特別障害給付金. */
export const specialRecorded = (
  change: RecipientChange,
  on: PlainDate,
  seq: number,
  facts: SpecialDisabilityFacts = {},
): EventOf<"recipient-recorded"> => ({
  kind: "recipient-recorded",
  change,
  on,
  right: { register: "special-disability", seq, kind: "special-disability", facts: stated(facts) },
});

/** Facts that say something: what is undefined stays unsaid. */
const stated = <Facts extends object>(facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;

/** A right that is claimed for the first time: registers whoever is not on file, and begins its own record. */
export const pensionClaimed = (
  input: Input,
  kind: PensionKind,
  on: PlainDate,
  facts: PensionFacts,
): readonly LedgerEvent[] => [
  ...opening(input),
  pensionRecorded(
    "claimed",
    on,
    { seq: nextSeq(input.person.recipients, "pension"), kind },
    { ...facts, scheme: "national", claimedOn: input.filing.filedOn },
  ),
];

/** Somebody claims once: a right of the kinds that has not ended stands against another. */
export const notYetClaimed = ({ person, today }: Input, kinds: readonly BenefitKind[]): readonly Reason[] => {
  const [right] = openRights(person.recipients, kinds, today);
  return right === undefined
    ? []
    : [
        {
          weight: "refuse",
          code: "right-already",
          message: `すでに${benefitKinds[right.kind]}の請求または受給の記録があります`,
          pointer: "/person/atenaNumber",
        },
      ];
};

/** The right that a 届 is about; or what stands in the way of finding it. */
export interface FoundRight {
  /** Null where the register has no such right yet: it begins with this 届. */
  readonly right: Recipient | null;
  readonly reasons: readonly Reason[];
}

const notOnFile: Reason = {
  weight: "notice",
  code: "right-not-on-file",
  message: "受給者の記録にない受給権です。年金証書で確かめてください(この届出から記録を始めます)",
  pointer: "/details",
};

/** The one right of the kinds that has not ended, or the one whose 連番 is named. */
export const rightOf = (
  { person, today }: Input,
  kinds: readonly BenefitKind[],
  seq: number | undefined,
): FoundRight => {
  const open = openRights(person.recipients, kinds, today);
  const named = seq === undefined ? open : open.filter((right) => right.seq === seq);
  const [right, second] = named;
  if (second !== undefined)
    return {
      right: null,
      reasons: [
        {
          weight: "incomplete",
          code: "several-rights",
          message: `同じ種類の受給権の記録がいくつかあります。連番を入力してください(${named.map((each) => each.seq).join("・")})`,
          pointer: "/details/seq",
        },
      ],
    };
  if (right === undefined && seq !== undefined)
    return {
      right: null,
      reasons: [
        {
          weight: "incomplete",
          code: "no-such-right",
          message: "その連番の受給権の記録がありません",
          pointer: "/details/seq",
        },
      ],
    };
  return { right: right ?? null, reasons: right === undefined ? [notOnFile] : [] };
};

/** The 連番 of the right found, or of the one that begins now. */
export const seqOf = ({ person }: Input, { right }: FoundRight, register: Recipient["register"]): number =>
  right?.seq ?? nextSeq(person.recipients, register);

/** What the schema of a right holds, for flows that store nothing else. */
export type Right = z.infer<typeof recipientRight>;
