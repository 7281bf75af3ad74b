import * as z from "zod";
import { item } from "../domain/record-items.ts";
import { type ExemptionReason, exemptionReasonSchema, exemptionTypeSchema } from "../domain/reliefs.ts";
import { plainDateSchema, plainMonthSchema } from "../domain/values.ts";
import type { ExaminedRole } from "../law/examined-person.ts";
import { standardOrder } from "../law/exemption-decision.ts";

/** 特例事由. What opens an exemption besides the income, and which the counter has to see proven. */
export type SpecialGround = Exclude<ExemptionReason, "income" | "disability-pension" | "livelihood-aid" | "facility">;

/** 特例事由 as it is stated: of whom, and which. */
export interface StatedGround {
  readonly whose: ExaminedRole;
  readonly reason: SpecialGround;
}

const noneTwice = (values: readonly unknown[]) =>
  new Set(values.map((each) => JSON.stringify(each))).size === values.length;

const others = ["unemployment", "disaster", "aid", "foreigner-protection", "special-disability-benefit"] as const;

/** 特例事由 of an application for 免除・猶予. 配偶者からの暴力 is what the applicant suffers. */
export const groundsSchema = z
  .array(
    z.strictObject({
      whose: z.enum(["applicant", "spouse", "head"], "用意された区分から選んでください"),
      reason: exemptionReasonSchema.extract([...others, "domestic-violence"]),
    }),
  )
  .max(8, "8つまでです")
  .refine(noneTwice, "同じ人の同じ事由を二度書けません")
  .refine(
    (stated) => stated.every(({ whose, reason }) => reason !== "domestic-violence" || whose === "applicant"),
    "配偶者からの暴力は、本人の事由として書いてください",
  );

/** 特例事由 of 学特, where nobody but the student is examined. */
export const studentGroundsSchema = z
  .array(
    z.strictObject({
      whose: z.literal("applicant", "学生納付特例の事由は本人のものだけです"),
      reason: exemptionReasonSchema.extract(others),
    }),
  )
  .max(8, "8つまでです")
  .refine(noneTwice, "同じ事由を二度書けません");

/** 希望する区分, the most wished for first; empty for 標準の審査順. */
export const wishSchema = z
  .array(exemptionTypeSchema.extract(standardOrder))
  .max(standardOrder.length)
  .refine(noneTwice, "同じ区分を二度書けません");

/** The months asked for, the first and the last. That they lie in one 年度 is for the decision to say. */
export const askedSpan = {
  from: item("insured.exemptionStartDate", plainMonthSchema),
  until: item("insured.exemptionEndDate", plainMonthSchema),
} as const;

const yenSchema = z.int("円の整数を入力してください").min(0).max(999_999_999_999);

/** 被災した財産のうち、損害の割合がもっとも大きいもの. */
export const disasterSchema = z.strictObject({
  struckOn: plainDateSchema,
  price: yenSchema,
  damage: yenSchema,
  /** 保険金などで補てんされた額. */
  compensated: yenSchema,
});

/** 納付済み・前納済みの月 (年金事務所への照会または領収書で確かめる). */
export const paidMonthsSchema = z.array(plainMonthSchema).max(60);

/** 離職日 of those whose unemployment is stated. */
export const leftWorkSchema = z.strictObject({
  applicant: plainDateSchema.optional(),
  spouse: plainDateSchema.optional(),
  head: plainDateSchema.optional(),
});

/** 在学期間: the first and the last month at the school. */
export const enrolmentSchema = z
  .strictObject({ from: plainMonthSchema, until: plainMonthSchema })
  .refine(({ from, until }) => from <= until, { message: "在学期間の終わりが始まりより前です", path: ["until"] });
