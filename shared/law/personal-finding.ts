import type { PlainMonth } from "./calendar.ts";
import {
  type ExaminedPerson,
  type ExaminedRole,
  hasSpecialCircumstances,
  incomeAfterDeductions,
} from "./examined-person.ts";
import { type IncomeTest, thresholdAt } from "./exemption-thresholds.ts";
import type { Reason } from "./reason.ts";
import { yen } from "./rounding.ts";

/** The steps a person can be examined for; 納付猶予 uses the amounts of `full`, 学生納付特例 is `student`. */
export type ExaminedStep = Exclude<IncomeTest, "special-circumstances">;

/** What was found of one person at one step. Amounts are yen; `margin` is limit − income, negative when over. */
export interface PersonalFinding extends Reason {
  readonly role: ExaminedRole;
  readonly step: ExaminedStep;
  readonly outcome: "met" | "unmet" | "unknown";
  readonly income: number | null;
  readonly limit: number | null;
  readonly margin: number | null;
}

const roleNames = { applicant: "本人", spouse: "配偶者", head: "世帯主" } as const satisfies Record<
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

const groundArticles = { aid: "国民年金法90条1項2号", hardship: "国民年金法90条1項4号・施行規則77条の7" } as const;
const groundNames = { aid: "生活扶助以外の扶助等", hardship: "失業・災害等の特例" } as const;

/** The incomes compared and the limit; 全額・猶予 and 135万 look at the income before deductions, the rest after them. */
const compare = (person: ExaminedPerson, test: IncomeTest, month: PlainMonth) => {
  const before = test === "full" || test === "special-circumstances";
  const income = before ? person.income : incomeAfterDeductions(person);
  const { yen: limit, article } = thresholdAt(test, month, person.dependants);
  return { before, income, limit, article, margin: income === null ? null : limit - income };
};

/**
 * Whether one person satisfies one step. Besides the income of the step itself, 扶助等 (法90条1項2号), 障害者・寡婦・ひとり親 up
 * to the flat amount (3号) and 失業・災害 (4号) satisfy it: for 全額 by 90条1項, for 一部 by 2号 of each paragraph of 90条の2,
 * for 学特 by 90条の3第1項2号. That 2〜4号 also open the partial steps and 納付猶予 is confidence medium (docs/law.md).
 */
export const examine = (
  role: ExaminedRole,
  person: ExaminedPerson,
  step: ExaminedStep,
  month: PlainMonth,
): PersonalFinding => {
  const who = `${roleNames[role]}の`;
  const ground = (["aid", "hardship"] as const).find((each) => person.grounds.has(each));
  if (ground !== undefined) {
    const message = `${who}${groundNames[ground]}により、所得にかかわらず${stepNames[step]}の要件を満たします。`;
    const none = { income: null, limit: null, margin: null };
    return { role, step, outcome: "met", code: `${ground}-ground`, message, article: groundArticles[ground], ...none };
  }
  const own = compare(person, step, month);
  const amounts = ({ income, limit, margin }: typeof own) => ({ role, step, income, limit, margin });
  if (own.income === null || own.margin === null) {
    const message = `${who}所得が確認できません(未申告等)。所得0円とはみなさず、申告または照会を待ちます。`;
    return { ...amounts(own), outcome: "unknown", code: "income-unknown", message, article: own.article };
  }
  if (own.margin < 0 && hasSpecialCircumstances(person)) {
    const flat = compare(person, "special-circumstances", month);
    if (flat.income !== null && flat.margin !== null && flat.margin >= 0) {
      const message = `${who}所得(控除前)${yen(flat.income)}は障害者・寡婦・ひとり親の基準額${yen(flat.limit)}以下です。`;
      return { ...amounts(flat), outcome: "met", code: "special-circumstances", message, article: flat.article };
    }
  }
  const name = `${who}所得(${own.before ? "控除前" : "控除後"})${yen(own.income)}は${stepNames[step]}の基準額${yen(own.limit)}`;
  return own.margin >= 0
    ? { ...amounts(own), outcome: "met", code: "income-within", message: `${name}以下です。`, article: own.article }
    : {
        ...amounts(own),
        outcome: "unmet",
        code: "income-over",
        message: `${name}を${yen(-own.margin)}超えます。`,
        article: own.article,
      };
};
