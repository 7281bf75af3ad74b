import type { BatchRequest } from "../../shared/contracts/batches.ts";
import { birthDatesAged, birthDatesAttaining } from "../../shared/domain/batch-birth-dates.ts";
import type { BatchKind } from "../../shared/domain/batch-kinds.ts";
import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
  type PlainDate,
  type PlainMonth,
} from "../../shared/law/calendar.ts";
import type { IndexKind } from "../../shared/protection/blind-index.ts";

/** Under what people are found. */
export type LookUp = readonly [kind: IndexKind, value: string];

/** A stretch of a batch that is done as a whole, and not before `day`. */
export interface Step {
  /** The day that people are judged for. */
  readonly day: PlainDate;
  readonly lookUps: readonly LookUp[];
  /** Rows of what was sent, from and up to (not including). */
  readonly rows: readonly [from: number, until: number];
}

interface Planned {
  readonly kind: BatchKind;
  readonly month: PlainMonth | null;
  readonly asOf: PlainDate;
}

interface Plan {
  readonly unit: string;
  readonly steps: (batch: Planned, request: BatchRequest) => number;
  readonly step: (batch: Planned, number: number) => Step;
}

const rowsAtOnce = 50;
const noRows = [0, 0] as const;

const daysBetween = (first: PlainDate, last: PlainDate): PlainDate[] => {
  const days: PlainDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

const born = (date: PlainDate): LookUp => ["birth-date", date];
const dayOf = ({ month, asOf }: Planned, number: number) => addDays(firstDayOf(month ?? monthOf(asOf)), number);
const daysOf = ({ asOf, month }: Planned) => Number(lastDayOf(month ?? monthOf(asOf)).slice(8));

const byDay = (lookUps: (day: PlainDate) => readonly LookUp[]): Plan => ({
  unit: "日",
  steps: daysOf,
  step: (batch, number) => {
    const day = dayOf(batch, number);
    return { day, lookUps: lookUps(day), rows: noRows };
  },
});

const working = (day: PlainDate) => birthDatesAged(20, 60, day);

/** How each kind goes about its people: never all on file, only those whom a day, a month of birth or a row leads to. */
const plans = {
  "age-20": byDay((day) => birthDatesAttaining(20, day).map(born)),
  "age-60": byDay((day) => [
    ...[60, 65, 70].flatMap((age) => birthDatesAttaining(age, day).map(born)),
    ["expiry-date", day],
  ]),
  unenrolled: {
    unit: "生まれ月",
    steps: ({ asOf }) => {
      const { first, last } = working(asOf);
      return monthsBetween(monthOf(first), monthOf(last));
    },
    step: ({ asOf }, number) => {
      const { first, last } = working(asOf);
      const month = addMonths(monthOf(first), number);
      const from = firstDayOf(month) < first ? first : firstDayOf(month);
      const until = lastDayOf(month) > last ? last : lastDayOf(month);
      return { day: asOf, lookUps: daysBetween(from, until).map(born), rows: noRows };
    },
  },
  "health-insurance-loss": {
    unit: `${rowsAtOnce}行ごとの組`,
    steps: (_, request) => ("rows" in request ? Math.ceil(request.rows.length / rowsAtOnce) : 1),
    step: ({ asOf }, number) => ({
      day: asOf,
      lookUps: [],
      rows: [number * rowsAtOnce, (number + 1) * rowsAtOnce],
    }),
  },
} as const satisfies Record<BatchKind, Plan>;

export const planOf = (kind: BatchKind): Plan => plans[kind];
