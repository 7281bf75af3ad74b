import { addMonths, addYears, lastDayOf, monthOf, type PlainDate, type PlainMonth } from "./calendar.ts";
import { type ClosedSpan, later } from "./month-span.ts";
import { nextOfficeDay } from "./office-days.ts";
import type { Reason } from "./reason.ts";
import { type Cycle, cycleMonths, cycleYear } from "./year-cycle.ts";

/** One application form: at most one year of the cycle. `year` is the calendar year in which that cycle's year begins. */
interface ApplicationYear extends ClosedSpan {
  readonly year: number;
}

/** What one day of receipt can reach, and the forms it takes. */
export interface ApplicationWindow extends ClosedSpan {
  readonly years: readonly ApplicationYear[];
}

type Applied = Extract<Cycle, "exemption" | "student">;

/**
 * The months an application received on `receivedOn` can ask for: from 2 years and 1 month before (the month whose 納期限 is
 * two years past, 法102条4項) to the end of the running 免除年度 or 学特年度 (法90条1項の大臣が指定する期間), a form per year.
 */
export const applicationWindow = (cycle: Applied, receivedOn: PlainDate): ApplicationWindow => {
  const received = monthOf(receivedOn);
  const from = addMonths(received, -25);
  const { until } = cycleMonths(cycle, cycleYear(cycle, received));
  const years: ApplicationYear[] = [];
  for (let year = cycleYear(cycle, from); year <= cycleYear(cycle, until); year += 1) {
    const months = cycleMonths(cycle, year);
    years.push({ year, from: later(from, months.from), until: months.until });
  }
  return { from, until, years };
};

/** 納期限: the last day of the following month (法91条), moved to the next open day when it is closed. */
export const premiumDueOn = (month: PlainMonth): PlainDate => nextOfficeDay(lastDayOf(addMonths(month, 1)));

/** The day on which the right to collect `month` lapses: two years from the 納期限 (法102条4項). */
export const prescribedOn = (month: PlainMonth): PlainDate => addYears(premiumDueOn(month), 2);

/** `doubtful`: outside the window by the count of months, but the 納期限 had moved and its two years are not over. */
export interface MonthAcceptance {
  readonly outcome: "accepted" | "doubtful" | "too-old" | "too-far";
  readonly reason: Reason;
}

/**
 * Whether `month` may still be asked for. A month whose 納期限 fell on a closed day and so moved into the next month is
 * unsettled (confidence low): it is neither accepted nor refused here, but left to 年金事務所.
 */
export const acceptanceOf = (cycle: Applied, receivedOn: PlainDate, month: PlainMonth): MonthAcceptance => {
  const window = applicationWindow(cycle, receivedOn);
  const answer = (outcome: MonthAcceptance["outcome"], message: string): MonthAcceptance => ({
    outcome,
    reason: { code: `month-${outcome}`, message, article: "国民年金法90条1項・102条4項" },
  });
  if (month > window.until) return answer("too-far", `${window.until}より後の月は、まだ申請できません。`);
  if (month >= window.from) return answer("accepted", "申請できる期間の月です。");
  const lapses = prescribedOn(month);
  return receivedOn <= lapses
    ? answer(
        "doubtful",
        `原則は${window.from}以降の月ですが、納期限が休日で延びた月で、時効は${lapses}まで完成しません。`,
      )
    : answer("too-old", `${window.from}より前の月は、2年の時効により申請できません。`);
};
