import { type IncomeRecord, incomeRecord } from "../../../shared/domain/income-record.ts";

type Insured = IncomeRecord["insured"];

/** Somebody of that income before deductions, and after them where that is another. */
export const earning = (income: number | null, over: Partial<Insured> = {}): Insured => ({
  income,
  incomeAfterDeductions: income,
  circumstance: "none",
  dependants: 0,
  elderlyDependants: 0,
  specificDependants: 0,
  ...over,
});

/** 所得情報 of a year as the tax office tells it. */
export const incomesOf = (insured: Insured, over: Partial<IncomeRecord> = {}): IncomeRecord =>
  incomeRecord.parse({
    exists: "present",
    insured,
    spouse: null,
    head: null,
    continuationReview: false,
    unidentifiedReason: null,
    reference: { exemption: "unknown", deferment: "unknown", student: "unknown" },
    ...over,
  });
