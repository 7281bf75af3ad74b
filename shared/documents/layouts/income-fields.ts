import {
  circumstanceFieldCodes,
  exemptionCriterionCodes,
  existenceCodes,
  reviewMarkCodes,
  unidentifiedReasonCodes,
  yesNoCriterionCodes,
} from "./relief-codes.ts";
import { code, number } from "./report-fields.ts";

/** Yen, up to 999,999,999; blank where it is not known. */
const amount = 9;
const count = 2;

const circumstance = (item: "insuredCircumstance" | "spouseCircumstance" | "headCircumstance") =>
  code(item, 1, circumstanceFieldCodes, false);

/** 30 bytes: the year, whether the person is in the tax ledger, and the person's own income. */
export const ownIncome = [
  number("incomeYear", 4, false),
  code("insuredExists", 1, existenceCodes, false),
  number("insuredIncome", amount, false),
  number("insuredIncomeAfter", amount, false),
  circumstance("insuredCircumstance"),
  number("insuredDependants", count, false),
  number("insuredElderly", count, false),
  number("insuredSpecific", count, false),
] as const;

/** 48 bytes: those of the spouse and of the head of the household. */
export const familyIncome = [
  number("spouseIncome", amount, false),
  number("spouseIncomeAfter", amount, false),
  circumstance("spouseCircumstance"),
  number("spouseDependants", count, false),
  number("spouseElderly", count, false),
  number("spouseSpecific", count, false),
  number("headIncome", amount, false),
  number("headIncomeAfter", amount, false),
  circumstance("headCircumstance"),
  number("headElderly", count, false),
  number("headSpecific", count, false),
] as const;

export const reviewMark = code("continuationReview", 1, reviewMarkCodes, false);
export const unidentified = code("unidentifiedReason", 2, unidentifiedReasonCodes, false);
export const refExemption = code("refExemption", 1, exemptionCriterionCodes, false);
export const refDeferment = code("refDeferment", 1, yesNoCriterionCodes, false);
export const refStudent = code("refStudent", 1, yesNoCriterionCodes, false);
