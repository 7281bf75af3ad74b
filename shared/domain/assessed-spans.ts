import * as z from "zod";
import type { AssessedSpan } from "../law/exemption-assessment.ts";
import { kindNames } from "../law/exemption-decision.ts";
import { keysOf } from "./keys-of.ts";
import { administrative, item, type RecordItemId } from "./record-items.ts";
import { exemptionTypes } from "./reliefs.ts";
import { plainMonthSchema } from "./values.ts";

/** What a month comes to, as users read it. */
export const outcomeLabels = {
  full: exemptionTypes.full,
  deferment: exemptionTypes.deferment,
  "three-quarters": exemptionTypes["three-quarters"],
  half: exemptionTypes.half,
  quarter: exemptionTypes.quarter,
  "student-deferment": exemptionTypes["student-deferment"],
  refused: "却下の見込み",
  held: "保留(所得が分からない)",
  "not-eligible": "対象外",
} as const satisfies Record<AssessedSpan["outcome"], string>;

/** The income that was compared: before or after deductions, of the applicant, the spouse or the head. */
const incomeItems = [
  "income.insuredIncome",
  "income.insuredIncomeAfterDeductions",
  "income.spouseIncome",
  "income.spouseIncomeAfterDeductions",
  "income.householdHeadIncome",
  "income.householdHeadIncomeAfterDeductions",
] as const satisfies readonly RecordItemId[];

const why = "区の判定(参考)とその理由: 次に扱う職員が読む";
const kept = <S extends z.ZodType>(schema: S): S => administrative(schema, why);
const oneOf = <Key extends string>(...keys: readonly [Key, ...Key[]]) => kept(z.enum(keys));
const text = kept(z.string());
const yen = z.int().nullable();

const reason = { code: text, message: text, article: text };
const tests = ["full", "three-quarters", "half", "quarter", "student"] as const;

const role = z.enum(["applicant", "spouse", "head"]);
const measure = kept(z.enum(["before-deductions", "after-deductions"]).nullable());

const finding = z.strictObject({
  ...reason,
  role: kept(role),
  step: oneOf(...tests),
  test: oneOf(...tests, "special-circumstances"),
  outcome: oneOf("met", "unmet", "unknown"),
  income: z.union(incomeItems.map((id) => item(id, yen))),
  limit: kept(yen),
  margin: kept(yen),
  measure,
  calculation: kept(z.string().nullable()),
});

const obstacle = z.strictObject({
  ...reason,
  role: kept(role.nullable()),
  measure,
  limit: kept(yen),
  excess: kept(yen),
});

/** What became of an application, month by month, with its reasons: kept with the filing, so that they can be read when it is examined. */
export const assessedSpans = z
  .array(
    z.strictObject({
      from: kept(plainMonthSchema),
      until: kept(plainMonthSchema),
      incomeYear: kept(z.int()),
      outcome: oneOf(...keysOf(outcomeLabels)),
      findings: z.array(finding),
      reasons: z.array(z.strictObject(reason)),
      nextBetter: z.strictObject({ kind: oneOf(...keysOf(kindNames)), obstacles: z.array(obstacle) }).nullable(),
    }),
  )
  .max(12);
