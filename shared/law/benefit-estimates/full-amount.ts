import { type BasicAmounts, basicAmounts, fullAmountFor } from "../benefit-amounts.ts";
import type { PlainDate, PlainMonth } from "../calendar.ts";
import { yen } from "../rounding.ts";
import { amountsOf, type EstimateLine } from "./estimate.ts";

/** The amounts of the 年度 of `month` for somebody born on `birthDate`, yen a year, and the lines that say which they are. */
export const fullAmountAt = (
  month: PlainMonth,
  birthDate: PlainDate,
): { readonly amounts: BasicAmounts; readonly full: number; readonly year: string; readonly lines: EstimateLine[] } => {
  const { value: amounts, article, year, lines } = amountsOf(basicAmounts, month);
  const full = fullAmountFor(amounts, birthDate);
  const born = full === amounts.full ? "昭和31年4月2日以後" : "昭和31年4月1日以前";
  const whose = amounts.full === amounts.fullForElder ? "" : `(${born}に生まれた人)`;
  return {
    amounts,
    full,
    year,
    lines: [
      ...lines,
      { code: "full-amount", message: `満額は${year}の${yen(full)}${whose}です。`, article, yen: full },
    ],
  };
};
