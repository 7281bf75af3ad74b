import { addDays, monthOf, type PlainDate, type PlainMonth, plainDate } from "../../shared/law/calendar.ts";
import { randomFrom } from "../../tools/ward/random.ts";
import type { applicants } from "./people.ts";

type Applicant = ReturnType<typeof applicants>[number];
type State = "1" | "2" | "voluntary" | null;

/** One thing that happened in a life, and how the ward came to know of it. */
interface Happening {
  readonly flow: string;
  readonly eventOn: PlainDate;
  readonly details: object;
  readonly documents: readonly string[];
  readonly filer: string;
  /** Left out: filed when the year is over. A 申出 is of its own day. */
  readonly filedOn?: PlainDate;
  readonly atCounter?: object;
}

export interface Life {
  readonly person: Applicant;
  readonly happenings: readonly Happening[];
  /** What was found wrong once the year was filed: 職権訂正, filed last. */
  readonly corrections: readonly Happening[];
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

type TurnKind = "acquired" | "category-changed" | "lost";

interface Option extends Omit<Happening, "eventOn" | "filedOn"> {
  readonly to: State;
  /** Days from the fact to the day from which the state holds. */
  readonly after: 0 | 1;
  readonly turn: TurnKind;
  readonly application?: true;
}

const leftPension: Option = {
  to: "1",
  after: 0,
  turn: "category-changed",
  flow: "change-from-category-2",
  details: {},
  documents: ["loss-certificate"],
  filer: own,
};

const lossBy = (cause: string, after: 0 | 1, documents: readonly string[] = []): Option => ({
  to: null,
  after,
  turn: "lost",
  flow: "loss",
  details: { cause },
  documents,
  filer: own,
});

const joinedPension: Option = {
  to: "2",
  after: 0,
  turn: "category-changed",
  flow: "employees-pension-joined",
  details: {},
  documents: [],
  filer: ward,
};

type Options = Readonly<Record<"none" | Exclude<State, null>, readonly Option[]>>;

/** What can happen to someone of working age in each state, with the state it leads to. */
const working: Options = {
  none: [
    {
      to: "1",
      after: 0,
      turn: "acquired",
      flow: "acquisition",
      details: { cause: "moved-into-japan" },
      documents: ["passport"],
      filer: own,
    },
    {
      to: "1",
      after: 0,
      turn: "acquired",
      flow: "ex-officio-acquisition",
      details: { cause: "left-employees-pension" },
      documents: ["basis-of-ex-officio"],
      filer: ward,
    },
    leftPension,
  ],
  "1": [
    lossBy("moved-abroad", 1, ["moving-out-notice"]),
    { ...lossBy("", 1, ["residence-card-copy"]), flow: "exclusion", details: {} },
    joinedPension,
  ],
  "2": [leftPension],
  voluntary: [],
};

/** And to someone of 60 to 64, whose 厚生年金 once gained does not end here. */
const older: Options = {
  none: [
    {
      to: "voluntary",
      after: 0,
      turn: "acquired",
      application: true,
      flow: "voluntary-enrolment",
      details: { cause: "applied-domestic-60" },
      atCounter: { creditedMonths: 300, isJapanese: true, receivesOldAgeBasic: false },
      documents: [],
      filer: own,
    },
  ],
  voluntary: [
    { ...lossBy("", 0), flow: "voluntary-withdrawal", details: {}, application: true },
    lossBy("moved-abroad", 1, ["moving-out-notice"]),
    lossBy("full-months", 0),
    joinedPension,
  ],
  "1": [],
  "2": [],
};

/** A turn as it went into the ledger: which, and on which day from `first`. */
interface Told {
  readonly turn: TurnKind;
  readonly at: number;
}

type Random = ReturnType<typeof randomFrom>;

const correction = ({ turn, at }: Told, to?: number): Happening => ({
  flow: "ex-officio-correction",
  eventOn: last,
  details: { turn, recordedOn: calendar[at], ...(to === undefined ? {} : { correctOn: calendar[to] }) },
  documents: ["basis-of-ex-officio"],
  filer: ward,
});

/** Moves one turn by up to ten days, short of its neighbours; `days` is set right by hand. */
const moveOne = (told: readonly Told[], days: State[], random: Random): Happening[] => {
  const which = random.int(told.length);
  const turn = told[which];
  if (!turn) return [];
  const { at } = turn;
  const earliest = Math.max((told[which - 1]?.at ?? -1) + 1, at - 10);
  const latest = Math.min((told[which + 1]?.at ?? days.length) - 1, at + 10);
  const to = earliest + random.int(latest - earliest + 1);
  if (to < at) days.fill(days[at] ?? null, to, at);
  else days.fill(days[at - 1] ?? null, at, to);
  return to === at ? [] : [correction(turn, to)];
};

/** Takes away two turns between which someone was wrongly believed to be something else. */
const removePair = (told: readonly Told[], days: State[]): Happening[] => {
  const which = told.findIndex(({ at }, index) => {
    const next = told[index + 1];
    return next !== undefined && (days[at - 1] ?? null) === days[next.at];
  });
  const [from, until] = told.slice(which, which + 2);
  if (which < 0 || !from || !until) return [];
  days.fill(days[from.at - 1] ?? null, from.at, until.at);
  return [correction(until), correction(from)];
};

/** A day of birth with which all of the year lies between 60 and 65. */
const bornForVoluntary = (random: Random): PlainDate => addDays(plainDate("1962-01-10"), random.int(1000));

/** A year of one life: turns at random days, at least two days apart, each told in the order it happened. */
export const liveAYear = (applicant: Applicant, seed: number): Life => {
  const random = randomFrom(seed);
  const isOlder = random.chance(0.2);
  const person = isOlder ? { ...applicant, birthDate: bornForVoluntary(random) } : applicant;
  const days: State[] = calendar.map(() => null);
  const happenings: Happening[] = [];
  const told: Told[] = [];
  let state: State = null;
  for (let day = random.int(120); day < calendar.length - 2; day += 2 + random.int(random.chance(0.3) ? 25 : 150)) {
    const options: readonly Option[] = (isOlder ? older : working)[state ?? "none"];
    const option = options[random.int(Math.max(1, options.length))];
    const eventOn = calendar[day];
    if (!option || !eventOn) break;
    const { to, after, turn, application, ...filed }: Option = option;
    happenings.push({ ...filed, eventOn, ...(application ? { filedOn: eventOn } : {}) });
    told.push({ turn, at: day + after });
    days.fill(to, day + after);
    state = to;
  }
  const corrections = !random.chance(0.2)
    ? []
    : random.chance(0.3)
      ? removePair(told, days)
      : moveOne(told, days, random);
  return { person, happenings, corrections, days };
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
