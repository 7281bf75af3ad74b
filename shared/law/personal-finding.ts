import type { PlainMonth } from "./calendar.ts";
import {
  type ExaminedPerson,
  type ExaminedRole,
  hasSpecialCircumstances,
  incomeAfterDeductions,
} from "./examined-person.ts";
import { type IncomeTest, thresholdAt, thresholdWords } from "./exemption-thresholds.ts";
import type { Reason } from "./reason.ts";
import { yen } from "./rounding.ts";

/** The steps a person can be examined for; 納付猶予 uses the amounts of `full`, 学生納付特例 is `student`. */
export type ExaminedStep = Exclude<IncomeTest, "special-circumstances">;

/** What was found of one person at one step, in numbers. Amounts are yen; `margin` is limit − income, negative when over. */
export interface Examination {
  readonly outcome: "met" | "unmet" | "unknown";
  readonly code: string;
  /** The test whose amounts are given: the step itself, or `special-circumstances` where that is what is met. */
  readonly test: IncomeTest;
  readonly income: number | null;
  readonly limit: number | null;
  readonly margin: number | null;
  readonly article: string;
}

/** An {@link Examination} of a named person at a named step, in words. */
export interface PersonalFinding extends Reason, Examination {
  readonly role: ExaminedRole;
  readonly step: ExaminedStep;
  /** Which income was compared; null where a ground made that needless. */
  readonly measure: "before-deductions" | "after-deductions" | null;
  /** How the limit comes about, with the dependants that counted; null where there is none. */
  readonly calculation: string | null;
}

const groundArticles = { aid: "国民年金法90条1項2号", hardship: "国民年金法90条1項4号・施行規則77条の7" } as const;

/** 全額・猶予 and 135万 look at the income before deductions, the rest after them. */
export const measureOf = (test: IncomeTest): "before-deductions" | "after-deductions" =>
  test === "full" || test === "special-circumstances" ? "before-deductions" : "after-deductions";

const compare = (person: ExaminedPerson, test: IncomeTest, month: PlainMonth): Examination => {
  const income = measureOf(test) === "before-deductions" ? person.income : incomeAfterDeductions(person);
  const { yen: limit, article } = thresholdAt(test, month, person.dependants);
  if (income === null)
    return { outcome: "unknown", code: "income-unknown", test, income, limit, margin: null, article };
  const margin = limit - income;
  if (margin >= 0) return { outcome: "met", code: "income-within", test, income, limit, margin, article };
  return person.generalDependantsUnknown === true && test !== "special-circumstances"
    ? { outcome: "unknown", code: "dependants-unknown", test, income, limit, margin, article }
    : { outcome: "unmet", code: "income-over", test, income, limit, margin, article };
};

/**
 * Whether one person satisfies one step. Besides the income of the step itself, 扶助等 (法90条1項2号), 障害者・寡婦・ひとり親 up
 * to the flat amount (3号) and 失業・災害 (4号) satisfy it: for 全額 by 90条1項, for 一部 by 2号 of each paragraph of 90条の2,
 * for 学特 by 90条の3第1項2号. That 2〜4号 also open the partial steps and 納付猶予 is confidence medium (docs/law.md).
 */
export const examine = (person: ExaminedPerson, step: ExaminedStep, month: PlainMonth): Examination => {
  const ground = person.grounds.has("aid") ? "aid" : person.grounds.has("hardship") ? "hardship" : undefined;
  if (ground !== undefined) {
    const amounts = { test: step, income: null, limit: null, margin: null };
    return { outcome: "met", code: `${ground}-ground`, ...amounts, article: groundArticles[ground] };
  }
  const own = compare(person, step, month);
  if (own.outcome === "met" || !hasSpecialCircumstances(person)) return own;
  const flat = compare(person, "special-circumstances", month);
  return flat.outcome === "met" ? { ...flat, code: "special-circumstances" } : own;
};

/** What keeps a person from a step, by the test that is nearer: 障害者・寡婦・ひとり親 have two ways to meet it. */
export const nearerExamination = (person: ExaminedPerson, step: ExaminedStep, month: PlainMonth): Examination => {
  const own = examine(person, step, month);
  if (own.outcome !== "unmet" || !hasSpecialCircumstances(person)) return own;
  const flat = compare(person, "special-circumstances", month);
  return (flat.margin ?? Number.NEGATIVE_INFINITY) > (own.margin ?? Number.NEGATIVE_INFINITY) ? flat : own;
};

export const roleNames = { applicant: "本人", spouse: "配偶者", head: "世帯主" } as const satisfies Record<
  ExaminedRole,
  string
>;

const stepNames = {
  full: "全額免除・納付猶予",
  "three-quarters": "4分の3免除",
  half: "半額免除",
  quarter: "4分の1免除",
  student: "学生納付特例",
} as const satisfies Record<ExaminedStep, string>;

const wordsOf = ({ code, test, income, limit, margin }: Examination, step: ExaminedStep, sum: string): string => {
  const name = stepNames[step];
  if (code === "aid-ground") return `生活扶助以外の扶助等により、所得にかかわらず${name}の要件を満たします。`;
  if (code === "hardship-ground") return `失業・災害等の特例により、所得にかかわらず${name}の要件を満たします。`;
  if (income === null || limit === null || margin === null) {
    return "所得が確認できません(未申告等)。所得0円とはみなさず、申告または照会を待ちます。";
  }
  if (code === "dependants-unknown") {
    return `配偶・扶養の数が分からず、所得${yen(income)}が${name}の基準額(少なくとも${yen(limit)})以下かどうか決まりません。`;
  }
  const measure = test === "special-circumstances" ? "障害者・寡婦・ひとり親" : name;
  const amounts = `所得(${measureOf(test) === "before-deductions" ? "控除前" : "控除後"})${yen(income)}は${measure}の基準額${yen(limit)}(${sum})`;
  return margin >= 0 ? `${amounts}以下です。` : `${amounts}を${yen(-margin)}超えます。`;
};

/** An examination of `person` in `month`, put into words. */
export const findingOf = (
  role: ExaminedRole,
  step: ExaminedStep,
  examination: Examination,
  person: ExaminedPerson,
  month: PlainMonth,
): PersonalFinding => {
  const { test, limit } = examination;
  const calculation = limit === null ? null : thresholdWords(test, month, person.dependants);
  return {
    role,
    step,
    ...examination,
    measure: limit === null ? null : measureOf(test),
    calculation,
    message: `${roleNames[role]}の${wordsOf(examination, step, calculation ?? "")}`,
  };
};
