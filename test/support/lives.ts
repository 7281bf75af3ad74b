import { addDays, monthOf, type PlainDate, type PlainMonth, plainDate } from "../../shared/law/calendar.ts";
import { randomFrom } from "../../tools/ward/random.ts";
import type { applicants } from "./people.ts";

type Applicant = ReturnType<typeof applicants>[number];
type State = "1" | "2" | "voluntary" | null;

/** One thing that happened in a life, and how the ward came to know of it. */
export interface Happening {
  readonly flow: string;
  readonly eventOn: PlainDate;
  readonly details: object;
  readonly documents: readonly string[];
  readonly filer: string;
}

export interface Life {
  readonly person: Applicant;
  readonly happenings: readonly Happening[];
  /** Who they were on each day from `first`: kept day by day, apart from the system's own way of telling. */
  readonly days: readonly State[];
}

export const first = plainDate("2025-11-01");
const last = plainDate("2026-11-20");

const daysFrom = (from: PlainDate, until: PlainDate): PlainDate[] => {
  const days: PlainDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
};
export const calendar = daysFrom(first, last);

const own = "insured";
const ward = "ex-officio";

/** What can happen to someone in each state, with the state it leads to and the day from which it holds. */
const turns = {
  none: [
    {
      to: "1",
      after: 0,
      flow: "acquisition",
      details: { cause: "moved-into-japan" },
      documents: ["passport"],
      filer: own,
    },
    {
      to: "1",
      after: 0,
      flow: "ex-officio-acquisition",
      details: { cause: "left-employees-pension" },
      documents: ["basis-of-ex-officio"],
      filer: ward,
    },
    { to: "1", after: 0, flow: "change-from-category-2", details: {}, documents: ["loss-certificate"], filer: own },
  ],
  "1": [
    {
      to: null,
      after: 1,
      flow: "loss",
      details: { cause: "moved-abroad" },
      documents: ["moving-out-notice"],
      filer: own,
    },
    { to: null, after: 1, flow: "exclusion", details: {}, documents: ["residence-card-copy"], filer: own },
    { to: "2", after: 0, flow: "employees-pension-joined", details: {}, documents: [], filer: ward },
  ],
  "2": [
    { to: "1", after: 0, flow: "change-from-category-2", details: {}, documents: ["loss-certificate"], filer: own },
  ],
} as const;

/** A year of one life: turns at random days, at least two days apart, each told in the order it happened. */
export const liveAYear = (person: Applicant, seed: number): Life => {
  const random = randomFrom(seed);
  const days: State[] = calendar.map(() => null);
  const happenings: Happening[] = [];
  let state: State = null;
  for (let day = random.int(120); day < calendar.length - 2; day += 2 + random.int(random.chance(0.3) ? 25 : 150)) {
    const options = turns[state === "1" || state === "2" ? state : "none"];
    const turn = options[random.int(options.length)];
    const eventOn = calendar[day];
    if (!turn || !eventOn) break;
    const { to, after, flow, details, documents, filer } = turn;
    happenings.push({ flow, eventOn, details, documents, filer });
    days.fill(to, day + after);
    state = to;
  }
  return { person, happenings, days };
};

/** 法11条・11条の2, counted by days alone: the state at the end of the month, or within it for one gained and lost in it. */
export const monthOfDays = ({ days }: Life, month: PlainMonth): State => {
  const inMonth = calendar.flatMap((day, index) => (monthOf(day) === month ? [index] : []));
  const from = inMonth[0] ?? 0;
  const end = days[inMonth.at(-1) ?? 0] ?? null;
  if (end !== null) return end;
  const before = from === 0 ? null : (days[from - 1] ?? null);
  const states = inMonth.map((index) => days[index] ?? null);
  // Gained after a day without any in this month and lost again: that month counts.
  const gainedInside = states.findLastIndex(
    (state, index) => state !== null && (index === 0 ? before : states[index - 1]) === null,
  );
  if (gainedInside < 0) return null;
  return states.findLast((state) => state !== null) ?? null;
};
