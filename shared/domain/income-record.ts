import * as z from "zod";
import type { PlainDate } from "../law/calendar.ts";
import { headDependants } from "./beyond-assessment.ts";
import { keysOf } from "./keys-of.ts";
import { item, type RecordItemId } from "./record-items.ts";

/** 未特定理由: why an income is not known. It never counts as 0. Codes are our own until JPS lends its table. */
export const unidentifiedReasons = {
  "not-declared": "住民税の申告がない(未申告)",
  "moved-in": "1月1日に区の住民でなかった(ほかの市区町村で課税)",
  "no-such-person": "税の台帳に該当する人がいない",
  "not-received": "税情報がまだ届いていない",
} as const satisfies Record<string, string>;
export type UnidentifiedReason = keyof typeof unidentifiedReasons;

/** 障害者/寡婦有無. That it tells ひとり親 too is our reading of the item (confidence medium, docs/law.md). */
export const circumstanceCodes = {
  none: "なし",
  disabled: "障害者",
  "specially-disabled": "特別障害者",
  widow: "寡婦",
  "single-parent": "ひとり親",
} as const satisfies Record<string, string>;

/** 参考情報: what the income alone would open, without any special case. */
export const exemptionCriteria = {
  full: "全額免除の基準以下",
  "three-quarters": "4分の3免除の基準以下",
  half: "半額免除の基準以下",
  quarter: "4分の1免除の基準以下",
  over: "いずれの基準も超える",
  unknown: "判定できない",
} as const satisfies Record<string, string>;
export const yesNoCriteria = { within: "基準以下", over: "基準を超える", unknown: "判定できない" } as const;

const oneOf = <Key extends string>(table: Record<Key, unknown>) =>
  z.enum(keysOf(table), "用意された区分から選んでください");

/** Yen, up to a billion: an amount beyond is a slip of the keys. */
export const yenSchema = z.int("円の整数を入力してください").min(0).max(999_999_999);
export const countSchema = z.int("人数を整数で入力してください").min(0).max(30);
const amount = yenSchema.nullable();

/** 該当被保険者存在有無. */
export const existsSchema = z.enum(["present", "absent"], "用意された区分から選んでください");
export const circumstanceSchema = oneOf(circumstanceCodes);
export const unidentifiedReasonSchema = oneOf(unidentifiedReasons);

const incomeOf = (items: {
  readonly income: RecordItemId;
  readonly after: RecordItemId;
  readonly circumstance: RecordItemId;
  readonly elderly: RecordItemId;
  readonly specific: RecordItemId;
}) => ({
  /** 所得金額 before deductions, yen; null when it is not known. */
  income: item(items.income, amount),
  /** 控除後所得金額, yen: 令6条の12第2項, the deductions for the person's own circumstances included. */
  incomeAfterDeductions: item(items.after, amount),
  circumstance: item(items.circumstance, circumstanceSchema),
  elderlyDependants: item(items.elderly, countSchema),
  specificDependants: item(items.specific, countSchema),
});

/** 所得情報 of one insured person for one year of income: the items of 別添1 and no others. Spouse and head are null where there is none. */
export const incomeRecord = z.strictObject({
  exists: item("income.insuredExistsCode", existsSchema),
  insured: z.strictObject({
    ...incomeOf({
      income: "income.insuredIncome",
      after: "income.insuredIncomeAfterDeductions",
      circumstance: "income.insuredDisabledOrWidow",
      elderly: "income.insuredElderlyDependents",
      specific: "income.insuredSpecificDependents",
    }),
    dependants: item("income.insuredDependents", countSchema),
  }),
  spouse: z
    .strictObject({
      ...incomeOf({
        income: "income.spouseIncome",
        after: "income.spouseIncomeAfterDeductions",
        circumstance: "income.spouseDisabledOrWidow",
        elderly: "income.spouseElderlyDependents",
        specific: "income.spouseSpecificDependents",
      }),
      dependants: item("income.spouseDependents", countSchema),
    })
    .nullable(),
  /** Null when the insured person heads the household. */
  head: z
    .strictObject({
      ...incomeOf({
        income: "income.householdHeadIncome",
        after: "income.householdHeadIncomeAfterDeductions",
        circumstance: "income.headDisabledOrWidow",
        elderly: "income.headElderlyDependents",
        specific: "income.headSpecificDependents",
      }),
      /** No item of 別添1: kept only where the ward's assessment covers it. */
      dependants: headDependants.optional(),
    })
    .nullable(),
  continuationReview: item("income.continuationReviewFlag", z.boolean()),
  unidentifiedReason: item("income.unidentifiedReasonCode", unidentifiedReasonSchema).nullable(),
  reference: z.strictObject({
    exemption: item("income.refExemptionCriterion", oneOf(exemptionCriteria)),
    deferment: item("income.refDeferralCriterion", oneOf(yesNoCriteria)),
    student: item("income.refStudentCriterion", oneOf(yesNoCriteria)),
  }),
});
export type IncomeRecord = z.infer<typeof incomeRecord>;
export type PersonalIncome = IncomeRecord["insured"];

/** Years of income that decide something: those whose 免除年度 and 学特年度 the thresholds of this system cover. */
export const incomeYearSchema = z
  .int("年を整数で入力してください")
  .min(2006, "2006年以後の年を指定してください")
  .max(2199);

/** Whether the income of `year` is still being earned on `today`: known is only that of years that are over. */
export const isYearOpen = (year: number, today: PlainDate): boolean => year >= Number(today.slice(0, 4));
