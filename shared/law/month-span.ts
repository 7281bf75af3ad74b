import { addMonths, monthsBetween, type PlainMonth } from "./calendar.ts";

/** Months from `from` to `until`, both inclusive; `until` is null while no end is known. */
export interface MonthSpan {
  readonly from: PlainMonth;
  readonly until: PlainMonth | null;
}

/** A span whose last month is known. */
export interface ClosedSpan extends MonthSpan {
  readonly until: PlainMonth;
}

/** Null instead of a span that ends before it begins. */
export const spanOf = (from: PlainMonth, until: PlainMonth): ClosedSpan | null =>
  from <= until ? { from, until } : null;

export const lengthOf = (span: ClosedSpan | null): number => (span === null ? 0 : monthsBetween(span.from, span.until));

export const monthsIn = (span: ClosedSpan | null): PlainMonth[] =>
  span === null ? [] : Array.from({ length: lengthOf(span) }, (_, at) => addMonths(span.from, at));

export const contains = (span: MonthSpan, month: PlainMonth): boolean =>
  span.from <= month && (span.until === null || month <= span.until);

export const later = <Text extends string>(a: Text, b: Text): Text => (a < b ? b : a);
export const earlier = <Text extends string>(a: Text, b: Text): Text => (a < b ? a : b);

/** Whether two spans have a month in common. */
export const overlap = (a: MonthSpan, b: MonthSpan): boolean =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);

/** The last month up to which `spans` cover every month from `from` on: null without end, undefined where not even `from`. */
export const coveredThrough = (spans: readonly MonthSpan[], from: PlainMonth): PlainMonth | null | undefined => {
  let last: PlainMonth | undefined;
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (span.from > (last === undefined ? from : addMonths(last, 1))) break;
    if (span.until === null) return null;
    if (span.until >= from) last = last === undefined ? span.until : later(last, span.until);
  }
  return last;
};
