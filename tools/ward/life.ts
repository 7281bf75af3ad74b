import { attainmentDay } from "../../shared/law/age.ts";
import { type PlainDate, plainDate } from "../../shared/law/calendar.ts";
import { around, drawDay, firstOfMonth, shift } from "./days.ts";
import type { EndCause, QualificationPeriod, StartCause } from "./person.ts";
import type { Random } from "./random.ts";

/** From a day until another, exclusive. */
export interface Span {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** What happened to a person, as far as 国民年金 cares. */
interface Life {
  readonly birthDate: PlainDate;
  readonly employed: readonly Span[];
  readonly abroad: readonly Span[];
  /** When a spouse supports this person (被扶養配偶者), whether or not the spouse is 第2号 just then. */
  readonly dependent: readonly Span[];
  /** When that spouse is 第2号. */
  readonly spouseInCategory2: readonly Span[];
}

/** After every day of the calendar. */
export const farAway = plainDate("9999-12-31");

/** Where the present law begins; what was before it (通算, 任意加入) is left out. */
const presentLaw = plainDate("1986-04-01");

const within = (spans: readonly Span[], day: PlainDate) => spans.some(({ from, until }) => from <= day && day < until);

/** The category of each stretch between two events, and its causes: 第2号 before 第3号 before 第1号 (法7条1項), none abroad. */
export const historyOf = (life: Life, today: PlainDate): QualificationPeriod[] => {
  const age20 = attainmentDay(life.birthDate, 20);
  const age60 = attainmentDay(life.birthDate, 60);
  const age65 = attainmentDay(life.birthDate, 65);
  const categoryOn = (day: PlainDate): QualificationPeriod["category"] | null => {
    if (within(life.abroad, day)) return null;
    if (day < age65 && within(life.employed, day)) return "2";
    if (day < age20 || day >= age60) return null;
    return within(life.dependent, day) && within(life.spouseInCategory2, day) ? "3" : "1";
  };

  const events = new Set([presentLaw, age20, age60, age65]);
  for (const spans of [life.employed, life.abroad, life.dependent, life.spouseInCategory2]) {
    for (const { from, until } of spans) events.add(from).add(until);
  }
  const changes = [...events]
    .filter((day) => day >= presentLaw && day <= today)
    .sort()
    .map((from) => ({ from, category: categoryOn(from) }))
    .filter(({ category }, at, all) => category !== (all[at - 1]?.category ?? null));

  const startCause = (at: number, from: PlainDate, category: QualificationPeriod["category"]): StartCause => {
    const before = changes[at - 1]?.category ?? null;
    if (from === presentLaw) return "new-law";
    if (category === "2") return "employment";
    if (before === "2") return category === "3" ? "dependent-spouse" : "left-employment";
    if (before === "3") return "no-longer-dependent";
    if (before === "1") return "dependent-spouse";
    return from === age20 ? "age-20" : "moved-in";
  };
  const endCause = (from: PlainDate, to: QualificationPeriod["category"] | null): EndCause => {
    if (to !== null) return "change-of-category";
    if (within(life.abroad, from)) return "moved-abroad";
    if (from === age65) return "age-65";
    return from === age60 ? "age-60" : "left-employment";
  };

  return changes.flatMap(({ from, category }, at): QualificationPeriod[] => {
    if (category === null) return [];
    const next = changes[at + 1];
    const start = { category, from, startCause: startCause(at, from, category) };
    return [
      next ? { ...start, until: next.from, endCause: endCause(next.from, next.category) } : { ...start, until: null },
    ];
  });
};

/** Employment from school on: for good, on and off, or never. Most jobs end with a month. */
export const drawEmployment = (random: Random, today: PlainDate, birthDate: PlainDate): Span[] => {
  const kind = random.next();
  if (kind < 0.2) return [];
  const begins = firstOfMonth(around(birthDate, random.pick([18, 20, 22, 22])));
  const retires = firstOfMonth(around(birthDate, random.pick([61, 63, 66])));
  if (kind < 0.6) return [{ from: begins, until: retires }];

  const spans: Span[] = [];
  let from = begins;
  while (from < today && from < retires) {
    const left = shift(from, 365 + random.int(3650));
    if (left >= today) return [...spans, { from, until: retires }];
    const until = random.chance(0.7) ? firstOfMonth(left) : left;
    spans.push({ from, until });
    from = shift(until, 60 + random.int(1500));
  }
  return spans;
};

/** Stays abroad. One in twenty adults under 60 is back but has not filed, so the file still says lost: more than in life, so that a small ward has some. */
export const drawAbroad = (random: Random, today: PlainDate, birthDate: PlainDate): Span[] => {
  const kind = random.next();
  const grown = around(birthDate, 22);
  if (kind > 0.1 || grown >= today) return [];
  const from = drawDay(random, grown, today);
  if (kind < 0.05) return around(birthDate, 59) > today ? [{ from, until: farAway }] : [];
  const until = shift(from, 90 + random.int(1800));
  return until < today ? [{ from, until }] : [];
};

/** A foreign resident grew up abroad and came between 18 and 40. */
export const drawArrival = (random: Random, today: PlainDate, birthDate: PlainDate): Span[] => {
  const latest = [around(birthDate, 40), shift(today, -100)].sort()[0] ?? today;
  return [{ from: birthDate, until: drawDay(random, around(birthDate, 18), latest) }];
};
