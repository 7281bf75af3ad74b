import type { AwardItem } from "../../../shared/documents/layouts/benefit-decisions.ts";
import type { Award, ResultRecord } from "../../../shared/documents/result-record.ts";
import { type BenefitKind, benefitKinds, pensionKinds, type RecipientChange } from "../../../shared/domain/benefits.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import type { Mismatch } from "../../../shared/stores/imports.ts";

interface Awardable {
  readonly kinds: readonly BenefitKind[];
  /** What a decision of this 手続 always is; left out where what it says tells. */
  readonly change?: Extract<RecipientChange, "awarded" | "revised">;
  /** 承認 without a decision would leave the right half recorded. */
  readonly needed?: true;
}

const ofDisability = ["disability", "disability-before-20"] as const satisfies readonly BenefitKind[];
const special = ["special-disability"] as const satisfies readonly BenefitKind[];
const pensions = keysOf(pensionKinds);

const first = (...kinds: readonly BenefitKind[]): Awardable => ({ kinds, change: "awarded", needed: true });
const revision = (...kinds: readonly BenefitKind[]): Awardable => ({ kinds, change: "revised", needed: true });
const notice = (...kinds: readonly BenefitKind[]): Awardable => ({ kinds });

/** What 日本年金機構 changes of its own, without a 届: 支給停止, its end, 額改定, 失権, the next 診断書. */
export const ownChange = "C90";

/** What it can decide on each 手続. On the others (未支給・未払) it decides about a payment and not about a right on file. */
const awardable: Readonly<Record<string, Awardable>> = {
  C01: first("old-age"),
  C02: first(...ofDisability),
  C03: first(...ofDisability),
  C04: revision(...ofDisability),
  C05: notice(...ofDisability),
  C06: notice("disability-before-20"),
  "C07-1": notice(...pensions),
  "C07-2": notice(...pensions),
  "C07-3": notice(...pensions),
  C08: first("survivor"),
  C09: first("widow"),
  C10: first("death-lump-sum"),
  "C11-1": notice(...pensions),
  C12: first(...special),
  "C13-1": notice(...special),
  "C13-2": revision(...special),
  "C13-3": notice(...special),
  "C13-5": notice(...special),
  "C15-1": notice(...keysOf(benefitKinds)),
  "C15-2": notice(...keysOf(benefitKinds)),
  C16: notice("old-age-welfare"),
  [ownChange]: { kinds: keysOf(benefitKinds), needed: true },
};

/** What a 裁定 says at least, beside its kind: without it nobody knows from when, or how much, is paid. */
const leastOfAward = {
  "old-age": ["startMonth"],
  disability: ["startMonth", "grade"],
  "disability-before-20": ["startMonth", "grade"],
  survivor: ["startMonth"],
  widow: ["startMonth"],
  "death-lump-sum": ["paidYen"],
  "old-age-welfare": ["startMonth"],
  "special-disability": ["startMonth", "grade"],
} as const satisfies Readonly<Record<BenefitKind, readonly AwardItem[]>>;

const leastOf = ({ change }: Awardable, kind: BenefitKind): readonly AwardItem[] =>
  change === "awarded" ? leastOfAward[kind] : change === "revised" ? ["grade"] : [];

/** Why what a line of 給付 says cannot be taken, whoever it is about; undefined when it can. */
export const unfitAward = ({ form, result, award }: ResultRecord): Mismatch | undefined => {
  const fits = awardable[form];
  if (award === undefined) {
    const decided = result === "amended" || (result === "approved" && fits?.needed === true);
    return decided ? "grant-missing" : undefined;
  }
  if (fits === undefined || !fits.kinds.includes(award.kind)) return "unfit-grant";
  return leastOf(fits, award.kind).every((item) => Object.hasOwn(award.facts, item)) ? undefined : "grant-missing";
};

/** Whether the right begins with this 手続: it may then be awarded as another kind than claimed. */
export const beginsRight = (form: string): boolean => awardable[form]?.change === "awarded";

const amounts: readonly AwardItem[] = ["grade", "basicYen", "additionYen", "suspendedYen", "paidYen"];

/** What befell the right by what is said of it: an end before all, then 支給停止, then the amount; what is left is a 診査. */
const saidChange = ({ facts }: Award): RecipientChange => {
  if (facts.forfeiture !== undefined) return "ended";
  if (facts.suspensionType !== undefined) return facts.suspensionType === "none" ? "resumed" : "suspended";
  return amounts.some((item) => Object.hasOwn(facts, item)) ? "revised" : "examined";
};

export const changeOf = (form: string, award: Award): RecipientChange => awardable[form]?.change ?? saidChange(award);
