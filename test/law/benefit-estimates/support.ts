import fc from "fast-check";
import { type BenefitMonths, noBenefitMonths } from "../../../shared/law/benefit-estimates/benefit-months.ts";
import type { Estimate, EstimateLine } from "../../../shared/law/benefit-estimates/estimate.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";

export const r8 = plainMonth("2026-11");
export const born = plainDate("1970-05-10");

export const monthsOf = (months: Partial<BenefitMonths>): BenefitMonths => ({ ...noBenefitMonths, ...months });

export const lineOf = ({ lines }: Estimate, code: string): EstimateLine | undefined =>
  lines.find((line) => line.code === code);
export const codesOf = (lines: readonly { readonly code: string }[]): string[] => lines.map(({ code }) => code);

const count = fc.nat({ max: 200 });
/** Months of every kind. */
export const anyMonths: fc.Arbitrary<BenefitMonths> = fc.record(
  Object.fromEntries(Object.keys(noBenefitMonths).map((kind) => [kind, count])) as Record<
    keyof BenefitMonths,
    typeof count
  >,
);

/** What every estimate keeps to: each line has a code, Japanese words, an article and no amount that is not whole yen. */
export const isWellTold = ({ lines, against }: Estimate): boolean =>
  [...lines, ...against].every(
    ({ code, message, article, ...more }) =>
      /^[a-z0-9-]+$/.test(code) &&
      /。$/.test(message) &&
      !/undefined|NaN/.test(message) &&
      /[法令]/.test(article) &&
      (!("yen" in more) || Number.isSafeInteger(more.yen)),
  );
