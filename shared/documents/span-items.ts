import type { ReliefSpan } from "../domain/relief-spans.ts";
import type { PlainMonth } from "../law/calendar.ts";
import type { Relief } from "../law/relief-priority.ts";

/** A record has room for as many spans, each in three items. */
export const spanPlaces = [1, 2, 3, 4] as const;
export const mostSpans = spanPlaces.length;

export type SpanItem<Name extends string> = `${Name}${(typeof spanPlaces)[number]}${"Kind" | "From" | "Until"}`;

/** Spans as the values of their items. @throws RangeError when there are more than a record has room for. */
export const spanValues = <Name extends string>(
  name: Name,
  spans: readonly ReliefSpan[],
): Partial<Record<SpanItem<Name>, string>> => {
  if (spans.length > mostSpans) throw new RangeError("a record has no room for so many spans");
  const values: Record<string, string> = {};
  for (const [at, { kind, from, until }] of spans.entries()) {
    const place = `${name}${at + 1}`;
    values[`${place}Kind`] = kind;
    values[`${place}From`] = from;
    if (until !== null) values[`${place}Until`] = until;
  }
  return values as Partial<Record<SpanItem<Name>, string>>;
};

interface SaidSpan {
  readonly kind: Relief | undefined;
  readonly from: PlainMonth | undefined;
  readonly until: PlainMonth | undefined;
}

/** The places that say anything at all, whole or not: the caller asks what is lacking. Values are those a layout has read. */
export const saidSpans = <Name extends string>(
  name: Name,
  values: Readonly<Partial<Record<SpanItem<Name>, string>>>,
): SaidSpan[] =>
  spanPlaces
    .map((place) => ({
      kind: values[`${name}${place}Kind`] as Relief | undefined,
      from: values[`${name}${place}From`] as PlainMonth | undefined,
      until: values[`${name}${place}Until`] as PlainMonth | undefined,
    }))
    .filter(({ kind, from, until }) => kind !== undefined || from !== undefined || until !== undefined);
