import { lengthOf, spanOf } from "../law/month-span.ts";
import type { LedgerEvent } from "./ledger-events.ts";
import type { TakeoverRow } from "./takeover-row.ts";

/** Control totals by name: `people`, `periods.1`, `exempted-months.full`, `income.2025` (円), … */
export type Totals = Readonly<Record<string, number>>;

export const addTotals = (a: Totals, b: Totals): Totals => {
  const sum: Record<string, number> = { ...a };
  for (const [name, value] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
};

/** What one event adds to the control totals. 法定免除 without an end counts as a span without months. */
const totalsOfEvent = (event: LedgerEvent): Totals => {
  switch (event.kind) {
    case "registered":
      return { people: 1 };
    case "acquired":
    case "category-changed":
      return { [`periods.${event.category}`]: 1 };
    case "lost":
      return { losses: 1 };
    case "exempted":
      return event.until === null
        ? { [`exempted-without-end.${event.type}`]: 1 }
        : { [`exempted-months.${event.type}`]: lengthOf(spanOf(event.from, event.until)) };
    case "maternity-exempted":
      return { "exempted-months.maternity": lengthOf(spanOf(event.from, event.until)) };
    case "additional-premium-started":
      return { "additional-premiums": 1 };
    default:
      return {};
  }
};

export const totalsOfEvents = (events: readonly LedgerEvent[]): Totals =>
  events.map(totalsOfEvent).reduce(addTotals, {});

/** 所得金額 of 被保険者, 円, by year. */
export const totalsOfIncome = (year: number, insuredIncome: number | null | undefined): Totals => ({
  [`incomes.${year}`]: 1,
  [`income.${year}`]: insuredIncome ?? 0,
});

export interface Difference {
  readonly name: string;
  readonly told: number;
  readonly found: number;
}

export const differences = (told: Totals, found: Totals): Difference[] =>
  [...new Set([...Object.keys(told), ...Object.keys(found)])].toSorted().flatMap((name) => {
    const [a, b] = [told[name] ?? 0, found[name] ?? 0];
    return a === b ? [] : [{ name, told: a, found: b }];
  });

/** Nothing for a row that cannot be read. */
export const totalsOfRow = ({ content }: TakeoverRow): Totals => {
  if (!content.ok) return {};
  const { income, events } = content;
  return income ? totalsOfIncome(income.incomeYear, income.insuredIncome) : totalsOfEvents(events);
};
