import type { LumpSumMonths } from "../death-benefits.ts";
import { noMonths, type OldAgeMonths } from "../old-age-pension.ts";

/** Months by what they were, as the counter asks for them. `paid` are months of 第1号 and 任意加入 in which the premium was paid. */
export interface BenefitMonths extends OldAgeMonths {
  /** 第2号 from 20 to 60; other months of 第2号 are 合算対象期間. */
  readonly category2: number;
  readonly category3: number;
  /** 産前産後免除 and 育児期間免除: count as paid (法5条1項). */
  readonly maternity: number;
  readonly childcare: number;
  readonly unpaid: number;
  /** 一部免除 whose rest was not paid: count for nothing. */
  readonly quarterUnpaid: number;
  readonly halfUnpaid: number;
  readonly threeQuartersUnpaid: number;
  /** Those of the paid months in which 付加保険料 was paid too. */
  readonly additional: number;
}
export type MonthKind = keyof BenefitMonths;

/** No month of any kind, to be spread over. */
export const noBenefitMonths: BenefitMonths = {
  ...noMonths,
  category2: 0,
  category3: 0,
  maternity: 0,
  childcare: 0,
  unpaid: 0,
  quarterUnpaid: 0,
  halfUnpaid: 0,
  threeQuartersUnpaid: 0,
  additional: 0,
};

const [since, before] = ["(平成21年4月以後)", "(平成21年3月以前)"];

/** What users read for each kind. */
export const monthKindNames = {
  paid: "納付済(第1号・任意加入)",
  category2: "第2号(20歳から60歳まで)",
  category3: "第3号",
  maternity: "産前産後免除",
  childcare: "育児期間免除",
  quarter: `4分の1免除${since}`,
  half: `半額免除${since}`,
  threeQuarters: `4分の3免除${since}`,
  full: `全額免除・法定免除${since}`,
  quarterBefore: `4分の1免除${before}`,
  halfBefore: `半額免除${before}`,
  threeQuartersBefore: `4分の3免除${before}`,
  fullBefore: `全額免除・法定免除${before}`,
  deferred: "納付猶予・学生納付特例",
  complementary: "合算対象期間",
  unpaid: "未納",
  quarterUnpaid: "4分の1免除で残りが未納",
  halfUnpaid: "半額免除で残りが未納",
  threeQuartersUnpaid: "4分の3免除で残りが未納",
  additional: "付加保険料",
} as const satisfies Record<MonthKind, string>;

/** `納付済120月・第3号24月`: the kinds that there are of `kinds`. */
export const kindsWords = (months: BenefitMonths, kinds: readonly MonthKind[]): string =>
  kinds
    .filter((kind) => months[kind] > 0)
    .map((kind) => `${monthKindNames[kind]}${months[kind]}月`)
    .join("・");

/** Kinds that count as 納付済 though no premium of 第1号 was paid. */
export const countingAsPaid = ["maternity", "childcare", "category2", "category3"] as const satisfies MonthKind[];

/** Kinds that count for nothing, not even the 120 months. */
export const neverCounting = [
  "unpaid",
  "quarterUnpaid",
  "halfUnpaid",
  "threeQuartersUnpaid",
] as const satisfies MonthKind[];

const partlyPaid = (months: BenefitMonths) => ({
  quarter: months.quarter,
  half: months.half,
  threeQuarters: months.threeQuarters,
  full: months.full,
  quarterBefore: months.quarterBefore,
  halfBefore: months.halfBefore,
  threeQuartersBefore: months.threeQuartersBefore,
  fullBefore: months.fullBefore,
  deferred: months.deferred,
});

/** As 老齢基礎年金 counts them (法5条1項・27条). */
export const oldAgeMonthsOf = (months: BenefitMonths): OldAgeMonths => ({
  ...partlyPaid(months),
  paid: months.paid + months.category2 + months.category3 + months.maternity + months.childcare,
  complementary: months.complementary,
});

/** Those of 第1号 only, as 寡婦年金 counts them (法49条1項・50条). */
export const firstCategoryMonthsOf = (months: BenefitMonths): OldAgeMonths => ({
  ...partlyPaid(months),
  paid: months.paid + months.maternity + months.childcare,
  complementary: 0,
});

/** As 死亡一時金 counts them (法52条の2第1項). */
export const lumpSumMonthsOf = (months: BenefitMonths): LumpSumMonths => ({
  paid: months.paid + months.maternity + months.childcare,
  quarter: months.quarter + months.quarterBefore,
  half: months.half + months.halfBefore,
  threeQuarters: months.threeQuarters + months.threeQuartersBefore,
  additional: months.additional,
});
