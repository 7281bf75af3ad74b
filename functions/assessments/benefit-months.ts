import { benefitMonthsOnFile } from "../../shared/domain/benefit-months-on-file.ts";
import { type BenefitMonths, noBenefitMonths } from "../../shared/law/benefit-estimates/benefit-months.ts";
import type { Estimate, EstimateLine } from "../../shared/law/benefit-estimates/estimate.ts";
import type { PlainMonth } from "../../shared/law/calendar.ts";
import type { Category } from "../../shared/law/qualification.ts";
import type { BenefitSubject } from "./benefit-subject.ts";

/** Months as the request gives them, or as the record has them up to `until`, those of `without` left out; then with the lines that say what was assumed. */
export const monthsAsked = (
  months: BenefitMonths | "from-file",
  { record, birthDate }: BenefitSubject,
  until: PlainMonth,
  without: readonly Category[] = [],
): { readonly months: BenefitMonths; readonly lines: readonly EstimateLine[] } => {
  if (months !== "from-file") return { months, lines: [] };
  return record === null
    ? { months: noBenefitMonths, lines: [] }
    : benefitMonthsOnFile(record, birthDate, until, without);
};

/** The estimate, told after `lines`. */
export const after = <Told extends Estimate>(lines: readonly EstimateLine[], estimate: Told): Told => ({
  ...estimate,
  lines: [...lines, ...estimate.lines],
});
