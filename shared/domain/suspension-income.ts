import type { SuspensionIncome } from "../law/benefit-estimates/suspension.ts";
import { ownDisabilityDeduction } from "../law/examined-person.ts";
import { examinedOf } from "./income-examined.ts";
import type { IncomeRecord } from "./income-record.ts";

/**
 * The income on file as 20歳前傷病 and 特別障害給付金 read it (令6条の2): after deductions, but for the person's own
 * 障害者控除, which the tax office has taken off and which is put back (confidence medium, docs/law.md). Null where it is not known.
 */
export const suspensionIncomeOf = (record: IncomeRecord | undefined): SuspensionIncome => {
  const { income, statedAfterDeductions = null, circumstances, dependants } = examinedOf(record ?? null, "applicant");
  return {
    dependants,
    income:
      income === null || statedAfterDeductions === null
        ? null
        : Math.min(income, statedAfterDeductions + ownDisabilityDeduction(circumstances)),
  };
};
