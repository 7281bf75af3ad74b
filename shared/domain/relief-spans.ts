import { addMonths } from "../law/calendar.ts";
import type { MonthSpan } from "../law/month-span.ts";
import type { Relief } from "../law/relief-priority.ts";

/** Months of one 免除区分; `until` null while no end is known (法定免除 only). */
export interface ReliefSpan extends MonthSpan {
  readonly kind: Relief;
}

const byMonth = (a: MonthSpan, b: MonthSpan) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/** The same months in order, those of one kind that follow on each other as one span. */
export const mergedSpans = (spans: readonly ReliefSpan[]): ReliefSpan[] => {
  const merged: ReliefSpan[] = [];
  for (const { kind, from, until } of spans.toSorted(byMonth)) {
    const last = merged.at(-1);
    if (last && last.kind === kind && last.until !== null && addMonths(last.until, 1) === from)
      merged[merged.length - 1] = { ...last, until };
    else merged.push({ kind, from, until });
  }
  return merged;
};

/** Whether no month lies in two of them. */
export const disjoint = (spans: readonly MonthSpan[]): boolean =>
  spans.toSorted(byMonth).every(({ from }, at, sorted) => {
    const before = sorted[at - 1];
    return before === undefined || (before.until !== null && before.until < from);
  });
