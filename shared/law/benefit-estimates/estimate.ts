import type { PlainMonth } from "../calendar.ts";
import { type DatedTable, lastRowAt } from "../dated.ts";
import { eraYear } from "../era-year.ts";
import type { Reason } from "../reason.ts";
import { cycleYear } from "../year-cycle.ts";

/** One factor of an estimate: what it says, its article, what it comes to in yen, and how sure the reading is where it is not (docs/law.md). */
export interface EstimateLine extends Reason {
  readonly yen?: number;
  readonly confidence?: "medium" | "low";
}

/** What every estimate of a 給付 gives beside its amount: an estimate (参考) of the ward, 日本年金機構 decides. */
export interface Estimate {
  /** Everything that led to the amount, in the order in which it was reckoned, and what was not looked at. */
  readonly lines: readonly EstimateLine[];
  /** Everything that stands against payment; nothing is paid while one of them does, unless it says that a part is. */
  readonly against: readonly Reason[];
}

/** Those that are there. */
export const present = <Value>(values: readonly (Value | false | null | undefined)[]): Value[] =>
  values.filter((value): value is Value => value !== false && value !== null && value !== undefined);

/** `R8年度`. */
export const fiscalYearWords = (month: PlainMonth): string => `${eraYear(cycleYear("fiscal", month))}年度`;

/** Amounts of the 年度 of `month`; where it has none yet, the last known ones and a line that says so. @throws RangeError before the table. */
export const amountsOf = <Value>(table: DatedTable<Value>, month: PlainMonth) => {
  const { row, fixed } = lastRowAt(table, month);
  const year = fiscalYearWords(fixed ? month : row.from);
  const lines: EstimateLine[] = fixed
    ? []
    : [
        {
          code: "year-not-fixed",
          message: `${fiscalYearWords(month)}の額はまだ決まっていないため、${year}の額で見込みます。`,
          article: row.article,
        },
      ];
  return { value: row.value, article: row.article, year, lines };
};
