import * as z from "zod";
import { categorySchema } from "../domain/causes.ts";
import { incomeYearSchema } from "../domain/income-record.ts";
import { keysOf } from "../domain/keys-of.ts";
import { schoolKinds } from "../domain/schools.ts";
import { atenaNumberSchema, plainDateSchema, plainMonthSchema } from "../domain/values.ts";
import {
  disasterSchema,
  enrolmentSchema,
  groundsSchema,
  leftWorkSchema,
  paidMonthsSchema,
  studentGroundsSchema,
  wishSchema,
} from "../flows/application-details.ts";

/** `assessExemption`: an application that is only asked about. Nothing of it is stored, so it may say more than a 届出 may. */

const yen = z.int("円の整数を入力してください").min(0).max(999_999_999);
const count = z.int().min(0).max(30).default(0);

/** 控除 of 令6条の12第2項1号, as deducted for 住民税. */
const deductions = z.strictObject({
  casualtyLoss: yen.default(0).describe("雑損控除"),
  medical: yen.default(0).describe("医療費控除"),
  socialInsurance: yen.default(0).describe("社会保険料控除"),
  smallBusinessMutualAid: yen.default(0).describe("小規模企業共済等掛金控除"),
  spouseSpecial: yen.default(0).describe("配偶者特別控除"),
  specificRelativeSpecial: yen.default(0).describe("特定親族特別控除"),
});

const typedIncome = z
  .strictObject({
    income: yen.nullable().describe("所得金額(控除前)。分からなければnull(0円とはみなさない)"),
    deductions: deductions.optional(),
    afterDeductions: yen.optional().describe("控除後の所得金額。内訳の代わりに"),
    dependants: z
      .strictObject({
        general: count.describe("一般の扶養親族等(16歳未満を含む)"),
        elderly: count.describe("70歳以上の同一生計配偶者・老人扶養親族"),
        specific: count.describe("特定扶養親族と、19歳未満の控除対象扶養親族"),
      })
      .optional(),
    circumstances: z
      .array(
        z.enum(
          ["disabled", "specially-disabled", "widow", "single-parent", "working-student"],
          "用意された区分から選んでください",
        ),
      )
      .max(5)
      .default([])
      .describe("障害者・特別障害者・寡婦・ひとり親・勤労学生"),
    disabledDependants: z.strictObject({ ordinary: count, special: count }).optional().describe("扶養する障害者の数"),
  })
  .refine(({ deductions: itemised, afterDeductions }) => itemised === undefined || afterDeductions === undefined, {
    message: "控除の内訳と控除後の所得金額は、どちらか一方を入力してください",
    path: ["afterDeductions"],
  })
  .refine(({ income, afterDeductions }) => afterDeductions === undefined || afterDeductions <= (income ?? 0), {
    message: "控除後の所得金額が所得金額を超えています",
    path: ["afterDeductions"],
  });
export type TypedIncome = z.output<typeof typedIncome>;

const period = z
  .strictObject({ category: categorySchema, from: plainDateSchema, until: plainDateSchema.nullable() })
  .refine(({ from, until }) => until === null || from < until, {
    message: "終わりが始まりより前です",
    path: ["until"],
  });

/** Somebody without a name. */
const unnamed = z.strictObject({
  birthDate: plainDateSchema,
  periods: z
    .union([z.literal("throughout"), z.array(period).max(20)])
    .describe("throughout = 20歳から続けて第1号。または種別の期間(untilはその日を含まない)"),
});

const asked = {
  atenaNumber: atenaNumberSchema.optional().describe("国民年金ファイルにいる人。目的(Kokunen-Purpose)が要る"),
  person: unnamed.optional().describe("ファイルにいない人、または名を出さない相談"),
  filedOn: plainDateSchema.optional().describe("受付日とみなす日。省くと今日"),
  years: z.array(incomeYearSchema).min(1).max(4).optional().describe("年度の始まる年。省くと申請できるすべての年度"),
  from: plainMonthSchema.optional(),
  until: plainMonthSchema.optional(),
  leftWorkOn: leftWorkSchema.optional(),
  disaster: disasterSchema.optional(),
  paidMonths: paidMonthsSchema.optional(),
} as const;

const ofYear = { year: incomeYearSchema.describe("所得の年"), applicant: typedIncome.optional() };

const exemption = z.strictObject({
  cycle: z.literal("exemption"),
  ...asked,
  wish: wishSchema.default([]),
  spouse: z.boolean().describe("配偶者がいる(別居でも)"),
  headOfHousehold: z.enum(["self", "other"], "世帯主が本人(self)か、ほかの人(other)かを選んでください"),
  grounds: groundsSchema.default([]),
  continuation: z.boolean().default(false),
  headDependants: z.int().min(0).max(30).optional(),
  isStudent: z.boolean().optional(),
  incomes: z
    .array(z.strictObject({ ...ofYear, spouse: typedIncome.optional(), head: typedIncome.optional() }))
    .max(4)
    .default([])
    .describe("窓口で聞いた所得。なければ所得情報による"),
});

const student = z.strictObject({
  cycle: z.literal("student"),
  ...asked,
  enrolment: enrolmentSchema,
  schoolKind: z.enum(keysOf(schoolKinds), "用意された区分から選んでください").optional(),
  isEligibleSchool: z.boolean().optional(),
  grounds: studentGroundsSchema.default([]),
  incomes: z.array(z.strictObject(ofYear)).max(4).default([]).describe("窓口で聞いた所得。なければ所得情報による"),
});

export const assessmentRequest = z
  .discriminatedUnion("cycle", [exemption, student], "exemption(免除・猶予)かstudent(学特)を選んでください")
  .refine(({ atenaNumber, person }) => (atenaNumber === undefined) !== (person === undefined), {
    message: "宛名番号(atenaNumber)か人の条件(person)のどちらか一方を入力してください",
    path: ["person"],
  })
  .refine(({ from, until }) => (from === undefined) === (until === undefined), {
    message: "始めの月と終わりの月は両方を入力してください",
    path: ["until"],
  })
  .refine(({ from, years }) => from === undefined || years === undefined, {
    message: "年度と期間は、どちらか一方を入力してください",
    path: ["years"],
  })
  .refine(({ years = [] }) => new Set(years).size === years.length, {
    message: "同じ年度を二度書けません",
    path: ["years"],
  })
  .refine(({ incomes }) => new Set(incomes.map(({ year }) => year)).size === incomes.length, {
    message: "同じ年の所得を二度書けません",
    path: ["incomes"],
  });
export type AssessmentRequest = z.output<typeof assessmentRequest>;
