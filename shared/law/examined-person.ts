import type { Dependants } from "./exemption-thresholds.ts";

/** Whose income is examined: 本人・配偶者・世帯主. */
export type ExaminedRole = "applicant" | "spouse" | "head";

/** What makes a person 障害者・寡婦・ひとり親・勤労学生 in the law of local tax. */
export type Circumstance = "disabled" | "specially-disabled" | "widow" | "single-parent" | "working-student";

/**
 * Grounds other than income: `aid` 生活扶助以外の扶助・外国人の保護・特別障害給付金 (法90条1項2号, confidence medium), `hardship`
 * 失業・災害等 (法90条1項4号・則77条の7, confidence medium).
 */
export type Ground = "aid" | "hardship";

/** One examined person as the tax office knows them for the year that decides the month. */
export interface ExaminedPerson {
  /** 所得金額 before deductions, yen (令6条の11). Null when no return was filed or it is unknown: never taken as 0. */
  readonly income: number | null;
  /** Sum of 雑損・医療費・社会保険料・小規模企業共済等掛金・配偶者特別・特定親族特別 as deducted for 住民税, yen (令6条の12第2項1号). */
  readonly deductions: number;
  readonly dependants: Dependants;
  readonly circumstances: ReadonlySet<Circumstance>;
  readonly grounds: ReadonlySet<Ground>;
  /** 控除後所得 as the tax office states it, yen; then it counts, and `deductions` do not. Null when the tax office does not know it. */
  readonly statedAfterDeductions?: number | null;
  /** The count of general dependants is not known, and `dependants.general` its lowest: what exceeds the limit by it is not settled. */
  readonly generalDependantsUnknown?: boolean;
  /** Disabled dependants, each worth a deduction of the examined person (令6条の12第2項2号, confidence medium). */
  readonly disabledDependants?: { readonly ordinary: number; readonly special: number };
}

const ordinaryDisability = 270_000;
const specialDisability = 400_000;

/** 障害者控除 of the person's own, yen. The 40万 of 特別障害者 replaces the 27万, never adds to it. */
export const ownDisabilityDeduction = (circumstances: ReadonlySet<Circumstance>): number =>
  circumstances.has("specially-disabled") ? specialDisability : circumstances.has("disabled") ? ordinaryDisability : 0;

/** The deductions of the person's own circumstances, yen. */
const ownDeductions = (circumstances: ReadonlySet<Circumstance>): number => {
  if (circumstances.size === 0) return 0;
  return (
    ownDisabilityDeduction(circumstances) +
    (circumstances.has("widow") ? 270_000 : 0) +
    (circumstances.has("single-parent") ? 350_000 : 0) +
    (circumstances.has("working-student") ? 270_000 : 0)
  );
};

/** 控除後所得, yen, not below 0; null when the income is unknown (令6条の12第2項). 基礎・配偶者・扶養控除 are not deducted. */
export const incomeAfterDeductions = (person: ExaminedPerson): number | null => {
  if (person.income === null) return null;
  if (person.statedAfterDeductions !== undefined) return person.statedAfterDeductions;
  const { ordinary = 0, special = 0 } = person.disabledDependants ?? {};
  const ofDependants = ordinary * ordinaryDisability + special * specialDisability;
  return Math.max(0, person.income - person.deductions - ownDeductions(person.circumstances) - ofDependants);
};

/** Whether 法90条1項3号 speaks of this person. 勤労学生 is not among them. */
export const hasSpecialCircumstances = ({ circumstances }: ExaminedPerson): boolean =>
  circumstances.size > 0 &&
  (["disabled", "specially-disabled", "widow", "single-parent"] as const).some((each) => circumstances.has(each));
