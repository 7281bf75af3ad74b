import * as z from "zod";
import {
  type BenefitKind,
  benefitKinds,
  type PensionKind,
  pensionKindSchema,
  pensionKinds,
  type RecipientChange,
} from "../../domain/benefits.ts";
import type { Reason } from "../../domain/decision.ts";
import { keysOf } from "../../domain/keys-of.ts";
import type { EventOf, LedgerEvent } from "../../domain/ledger-events.ts";
import type { PensionFacts, SpecialDisabilityFacts } from "../../domain/recipient-facts.ts";
import { nextSeq, openRights, type Recipient } from "../../domain/recipients.ts";
import { item } from "../../domain/record-items.ts";
import { hasAttained } from "../../law/age.ts";
import type { PlainDate } from "../../law/calendar.ts";
import type { Case } from "../define.ts";
import { opening } from "../opening.ts";

type Input = Case<unknown, unknown>;

/** Which pension a 届 is about: any but a lump sum, which is over once it is paid. */
export const paidKind = item("beneficiary.benefitType", pensionKindSchema.exclude(["death-lump-sum"]));

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

/** 特別障害給付金 claimed for the first time. */
export const specialClaimed = (input: Input, facts: SpecialDisabilityFacts): readonly LedgerEvent[] => [
  ...opening(input),
  specialRecorded("claimed", input.filing.filedOn, nextSeq(input.person.recipients, "special-disability"), facts),
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

/** 死亡一時金 of one death is paid once, however many deaths somebody claims for. */
export const notClaimedForDeath = ({ person, filing }: Input): readonly Reason[] =>
  ofDeath(person.recipients, "death-lump-sum", filing.eventOn)
    ? [
        {
          weight: "refuse",
          code: "right-already",
          message: "この死亡について、すでに死亡一時金の請求または支給の記録があります",
          pointer: "/person/atenaNumber",
        },
      ]
    : [];

const ofDeath = (recipients: readonly Recipient[], kind: PensionKind, diedOn: PlainDate): boolean =>
  recipients.some((right) => right.register === "pension" && right.kind === kind && right.facts.entitledOn === diedOn);

/** 寡婦年金 or 死亡一時金, not both (法52条の6): what was claimed of the same death before stands, paid or not. */
export const notChosenBefore = ({ person, filing }: Input, other: "widow" | "death-lump-sum"): readonly Reason[] =>
  ofDeath(person.recipients, other, filing.eventOn)
    ? [
        {
          weight: "refuse",
          code: "other-chosen",
          message: `この死亡について、すでに${benefitKinds[other]}の請求または支給の記録があります。寡婦年金と死亡一時金はどちらか一方です`,
          pointer: "/person/atenaNumber",
          article: "国民年金法52条の6",
        },
      ]
    : [];

const pensions = keysOf(pensionKinds).filter((kind) => kind !== "death-lump-sum");

/** 1人1年金 (法20条): whoever has another right too chooses. */
export const choiceTold = ({ person, today }: Input, kind: PensionKind): readonly Reason[] =>
  openRights(
    person.recipients,
    pensions.filter((each) => each !== kind),
    today,
  ).length === 0
    ? []
    : [
        {
          weight: "notice",
          code: "choose-one-pension",
          message: "ほかの年金の請求または受給の記録があります。どれを受けるか、年金受給選択申出書が要ります",
          article: "国民年金法20条",
        },
      ];

/** Whether 老齢基礎年金 was claimed before 65 (繰上げ): it closes 事後重症 and 寡婦年金. */
export const hasEarlyOldAge = ({ filing, person, today }: Input): boolean =>
  openRights(person.recipients, ["old-age"], today).some(
    ({ facts }) =>
      "entitledOn" in facts &&
      facts.entitledOn !== undefined &&
      !hasAttained(filing.person.birthDate, 65, facts.entitledOn),
  );

/** The right that a 届 is about; or what stands in the way of finding it. */
export interface FoundRight {
  /** Null where the register has no such right yet: it begins with this 届. */
  readonly right: Recipient | null;
  readonly reasons: readonly Reason[];
}

/** Of the register of 特別障害給付金, which has an item of its own. */
export const specialSeqDetail = {
  seq: item("specialDisabilityBeneficiary.seq", z.int("連番を整数で入力してください").min(1).max(99)).optional(),
} as const;

export const notOnFile: Reason = {
  weight: "notice",
  code: "right-not-on-file",
  message: "受給者の記録にない受給権です。年金証書で確かめてください(この届出から記録を始めます)",
  pointer: "/details",
};

/** The one right of the kinds that has not ended, or the one whose 連番 is named. */
export const rightOf = ({ person, today }: Input, kinds: readonly BenefitKind[], seq: number | undefined): FoundRight =>
  foundAmong(openRights(person.recipients, kinds, today), seq);

/** The one of `rights`, or the one whose 連番 is named. */
export const foundAmong = (rights: readonly Recipient[], seq: number | undefined): FoundRight => {
  const named = seq === undefined ? rights : rights.filter((right) => right.seq === seq);
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
