import { addMonths, type PlainMonth } from "./calendar.ts";
import type { ClosedSpan } from "./month-span.ts";

/** `2026年7月`. */
export const monthWords = (month: PlainMonth): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

/** `2026年7月から2027年6月まで`, or the one month. */
export const spanWords = ({ from, until }: ClosedSpan): string =>
  from === until ? monthWords(from) : `${monthWords(from)}から${monthWords(until)}まで`;

/** Months in a row as one span; `months` in calendar order. */
export const runsOf = (months: readonly PlainMonth[]): ClosedSpan[] => {
  const runs: ClosedSpan[] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last !== undefined && addMonths(last.until, 1) === month) runs[runs.length - 1] = { ...last, until: month };
    else runs.push({ from: month, until: month });
  }
  return runs;
};

/** Any months of the calendar, in words. */
export const monthsWords = (months: readonly PlainMonth[]): string => runsOf(months).map(spanWords).join("、");
