import { applicationWindow } from "../law/application-window.ts";
import { addMonths, type PlainDate, type PlainMonth, plainDate } from "../law/calendar.ts";
import type { ExaminedPerson } from "../law/examined-person.ts";
import { type ExemptionDecision, type ExemptionKind, exemptionOutcome } from "../law/exemption-decision.ts";
import { type ClosedSpan, contains, earlier, later, spanOf } from "../law/month-span.ts";
import { cycleMonths } from "../law/year-cycle.ts";
import { examinedOf } from "./income-examined.ts";
import type { IncomeOutcome } from "./income-outputs.ts";
import type { IncomeRecord } from "./income-record.ts";
import type { Person } from "./ledger.ts";
import { recordedMonths } from "./months.ts";

/** The months of 免除年度 `year` that can still be applied for on `today`; null where none is left. */
export const encouragedYear = (year: number, today: PlainDate): ClosedSpan | null => {
  const { from, until } = cycleMonths("exemption", year);
  const window = applicationWindow("exemption", today);
  return spanOf(later(from, window.from), earlier(until, window.until));
};

interface Examined {
  readonly applicant: ExaminedPerson;
  readonly spouse?: ExaminedPerson;
  readonly head?: ExaminedPerson;
}

/**
 * 世帯主の配偶・扶養数 is in no item of 別添1: where it is not known none are counted. It can only make a limit seem too low,
 * so a head over it leaves 納付猶予, whose limits ask of no head; an application would count them.
 */
const unknownDependants = 0;

const examinedPeople = (record: IncomeRecord): Examined => ({
  applicant: examinedOf(record, "applicant"),
  ...(record.spouse === null ? {} : { spouse: examinedOf(record, "spouse") }),
  ...(record.head === null ? {} : { head: examinedOf(record, "head", new Set(), unknownDependants) }),
});

const outcomeIn = (month: PlainMonth, birthDate: PlainDate, people: Examined): ExemptionDecision["outcome"] =>
  exemptionOutcome({ month, birthDate, category: "1", isStudent: false, ...people });

/** Young in every month of every year: whoever is granted nothing as if born then is granted nothing at any age. */
const young = plainDate("2100-01-01");

/** What the income alone says for a 免除年度, before anybody's record is opened: only for `may` is there more to ask. */
export const incomeMayOpen = (
  record: IncomeRecord,
  month: PlainMonth,
): "may" | "over-thresholds" | "income-unknown" => {
  const outcome = outcomeIn(month, young, examinedPeople(record));
  if (outcome === "held") return "income-unknown";
  return outcome === "refused" ? "over-thresholds" : "may";
};

/** Months in a row of one 見込み区分. */
export interface EncouragedSpan extends ClosedSpan {
  readonly kind: ExemptionKind;
}

export type NotEncouraged = Extract<IncomeOutcome, "over-thresholds" | "income-unknown" | "nothing-to-apply-for">;

const isKind = (outcome: ExemptionDecision["outcome"]): outcome is ExemptionKind =>
  outcome !== "refused" && outcome !== "held" && outcome !== "not-eligible" && outcome !== "student-deferment";

/**
 * The outcome of each of `months`, which lie in one 免除年度. Income and thresholds are the same in all of it; only 納付猶予 may
 * end in it, once: where the first and the last month come to the same, so do those between.
 */
const outcomesIn = (
  months: readonly PlainMonth[],
  birthDate: PlainDate,
  people: Examined,
): readonly ExemptionDecision["outcome"][] => {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const outcome = outcomeIn(first, birthDate, people);
  return outcomeIn(last, birthDate, people) === outcome
    ? months.map(() => outcome)
    : months.map((month) => outcomeIn(month, birthDate, people));
};

/**
 * The months a person could apply for and probably be granted, by kind: 第1号 as recorded, with no relief and nothing applied
 * for, and, where 日本年金機構 told which are unpaid, unpaid. It is 見込み: that nobody is a student is assumed.
 */
export const encouragedMonths = (
  person: Person,
  record: IncomeRecord,
  { from, until }: ClosedSpan,
  unpaid: ReadonlySet<PlainMonth> | null,
): readonly EncouragedSpan[] | NotEncouraged => {
  const { facts, reliefs } = person;
  const months = recordedMonths(person, from, until).filter(
    ({ month, category, relief }) =>
      category === "1" &&
      relief === null &&
      (unpaid === null || unpaid.has(month)) &&
      !reliefs.applications.some((span) => contains(span, month)),
  );
  if (facts === null || months.length === 0) return "nothing-to-apply-for";
  const outcomes = outcomesIn(
    months.map(({ month }) => month),
    facts.birthDate,
    examinedPeople(record),
  );
  const spans: EncouragedSpan[] = [];
  let held = false;
  for (const [at, { month }] of months.entries()) {
    const kind = outcomes[at] ?? "refused";
    held ||= kind === "held";
    if (!isKind(kind)) continue;
    const last = spans.at(-1);
    if (last?.kind === kind && addMonths(last.until, 1) === month) spans[spans.length - 1] = { ...last, until: month };
    else spans.push({ kind, from: month, until: month });
  }
  if (spans.length > 0) return spans;
  return held ? "income-unknown" : "over-thresholds";
};
