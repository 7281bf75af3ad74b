import type { PlainMonth } from "../law/calendar.ts";
import { rowAt } from "../law/dated.ts";
import { disabilityIncomeLines, type SuspensionDecision, suspensionFor } from "../law/disability-income-limit.ts";
import type { IncomeRecord } from "./income-record.ts";

/** What income leaves of a right in a month (参考), or why that cannot be said: Japanese, for the counter. */
export type ExpectedSuspension =
  | { readonly known: true; readonly decision: SuspensionDecision }
  | { readonly known: false; readonly why: string };

const unsure = (why: string): ExpectedSuspension => ({ known: false, why });

/**
 * What income leaves of 20歳前傷病の障害基礎年金 or 特別障害給付金 in `month` (参考). 所得情報 holds the income before and after the
 * deductions of 免除, which are more than those allowed here (the person's own 障害者控除 is not): where both lead to the same it is
 * certain, otherwise it is said that it is not.
 */
export const expectedSuspension = (month: PlainMonth, income: IncomeRecord | null): ExpectedSuspension => {
  if (rowAt(disabilityIncomeLines, month) === undefined)
    return unsure(`${month}の所得制限の額はまだ決まっていないため、支給停止の見込みを出せません`);
  const own = income?.insured;
  if (!own || own.income === null)
    return unsure("所得情報がないため、支給停止の見込みを出せません。日本年金機構が番号照会で確かめます");
  const dependants = { general: own.dependants, elderly: own.elderlyDependants, specific: own.specificDependants };
  const most = suspensionFor(month, own.income, dependants);
  const least = own.incomeAfterDeductions === null ? most : suspensionFor(month, own.incomeAfterDeductions, dependants);
  return most.suspension === least.suspension
    ? { known: true, decision: most }
    : unsure("控除によって支給停止の見込みが変わるため、日本年金機構の決定を待ってください");
};
