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
