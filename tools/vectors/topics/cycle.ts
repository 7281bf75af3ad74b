import { acceptanceOf, applicationWindow, prescribedOn } from "../../../shared/law/application-window.ts";
import { firstDayOf, type PlainDate, type PlainMonth } from "../../../shared/law/calendar.ts";
import { type Approved, continuedKind, mayContinue } from "../../../shared/law/continuation.ts";
import { isDefermentInForce, lastDefermentMonth, mayDefer } from "../../../shared/law/deferment-period.ts";
import { eraYear } from "../../../shared/law/era-year.ts";
import {
  disasterPeriod,
  earliestLeavingDay,
  firstUnemployedMonth,
  unemploymentPeriod,
} from "../../../shared/law/hardship-period.ts";
import { latePaymentUntil } from "../../../shared/law/late-payment.ts";
import { earlier } from "../../../shared/law/month-span.ts";
import { cycleMonths, cycleYear, incomeYear } from "../../../shared/law/year-cycle.ts";
import { type Answers, type Input, InputError, type Topic, wordIn } from "../input.ts";
import { decisionWords } from "../words.ts";

type Cycle = "exemption" | "student";

const cycles: Readonly<Record<string, Cycle>> = {
  免除: "exemption",
  申請免除: "exemption",
  全額免除: "exemption",
  猶予: "exemption",
  納付猶予: "exemption",
  学特: "student",
  学生納付特例: "student",
};

const approvals: Readonly<Record<string, Approved>> = {
  全額免除: { kind: "full", by: "income" },
  全額: { kind: "full", by: "income" },
  納付猶予: { kind: "deferment", by: "income" },
  猶予: { kind: "deferment", by: "income" },
  "4分の3免除": { kind: "three-quarters", by: "income" },
  "3/4": { kind: "three-quarters", by: "income" },
  "3/4免除": { kind: "three-quarters", by: "income" },
  半額免除: { kind: "half", by: "income" },
  半額: { kind: "half", by: "income" },
  "4分の1免除": { kind: "quarter", by: "income" },
  "1/4": { kind: "quarter", by: "income" },
  "1/4免除": { kind: "quarter", by: "income" },
  学特: { kind: "student-deferment", by: "income" },
  学生納付特例: { kind: "student-deferment", by: "income" },
  失業特例: { kind: "full", by: "hardship" },
  失業特例全額: { kind: "full", by: "hardship" },
  失業特例猶予: { kind: "deferment", by: "hardship" },
  失業特例納付猶予: { kind: "deferment", by: "hardship" },
  災害特例: { kind: "full", by: "hardship" },
  災害特例全額: { kind: "full", by: "hardship" },
};

/** The window, its years written as `R8`, or `R6(2024-10..2025-06)` where only a part is reached. */
const windowAnswers = (cycle: Cycle, received: PlainDate): Answers => {
  const window = applicationWindow(cycle, received);
  const years = window.years.map(({ year, from, until }) =>
    from === cycleMonths(cycle, year).from ? eraYear(year) : `${eraYear(year)}(${from}..${until})`,
  );
  return { earliest: window.from, latest: window.until, years, yearCount: years.length };
};

const acceptedAnswer = (cycle: Cycle, received: PlainDate, month: PlainMonth): unknown => {
  const { outcome } = acceptanceOf(cycle, received, month);
  return outcome === "doubtful"
    ? `要確認(原則式${applicationWindow(cycle, received).from}以降だが時効は${prescribedOn(month)}まで未完成)`
    : outcome === "accepted";
};

const monthAnswers = (cycle: Cycle, month: PlainMonth, birthDate: PlainDate | undefined): Answers => {
  const year = eraYear(cycleYear(cycle, month));
  return {
    menjoYear: year,
    year,
    incomeYear: incomeYear(cycle, month),
    yuyoAvailable: birthDate === undefined ? isDefermentInForce(month) : mayDefer(birthDate, month).ok,
    tsuinoUntil: latePaymentUntil(month),
  };
};

const approvedAnswers = (input: Input): Answers => {
  const approved = wordIn(approvals, input.text("approved") ?? "", "approved");
  const kind = continuedKind(approved);
  const failsFull = kind === "full" && input.flag("nextYearFullEligible") === false;
  return {
    continuation: mayContinue(approved).ok,
    needNewApplication: kind === null,
    decision: kind === null ? undefined : failsFull ? decisionWords.refused : decisionWords[kind],
  };
};

const yearAnswers = (year: number, birthDate: PlainDate | undefined): Answers => {
  const months = cycleMonths("exemption", year);
  const last = birthDate === undefined ? undefined : earlier(lastDefermentMonth(birthDate), months.until);
  return {
    yuyoTo: last === undefined ? undefined : last < months.from ? null : last,
    leaveDateOnOrAfter: earliestLeavingDay(year),
  };
};

const periodAnswers = (leaveDate: PlainDate | undefined, struckOn: PlainDate | undefined): Answers => {
  if (leaveDate !== undefined) {
    const { from, until } = unemploymentPeriod(leaveDate);
    return { specialFrom: from, specialTo: until, effectiveFrom: firstUnemployedMonth(leaveDate) };
  }
  if (struckOn === undefined) return {};
  const { from, until } = disasterPeriod(struckOn);
  return { specialFrom: from, specialTo: until };
};

/** 被災日; of a month alone its first day, for the day within it changes nothing. */
const struckOn = (input: Input): PlainDate | undefined => {
  const month = input.month("disasterMonth", "hisaiMonth");
  return (
    input.date("disasterDate", "damageDate", "hisaiDate", "struckOn", "disaster") ??
    (month === undefined ? undefined : firstDayOf(month))
  );
};

/** 免除年度・所得年・遡及. */
export const cycle: Topic = (input) => {
  const kind = wordIn(cycles, input.text("kind") ?? "免除", "kind");
  const [month, received, birthDate] = [input.month("month"), input.date("received"), input.date("birthDate")];
  const year = input.year("menjoYear");
  const answers: Answers = {
    ...(received === undefined ? {} : windowAnswers(kind, received)),
    ...(birthDate === undefined ? {} : { yuyoTo: lastDefermentMonth(birthDate) }),
    ...(year === undefined ? {} : yearAnswers(year, birthDate)),
    ...(month === undefined ? {} : monthAnswers(kind, month, birthDate)),
    ...(month === undefined || received === undefined ? {} : { accepted: acceptedAnswer(kind, received, month) }),
    ...(input.has("approved") ? approvedAnswers(input) : {}),
    ...periodAnswers(input.date("leaveDate"), struckOn(input)),
  };
  if (Object.keys(answers).length === 0) throw new InputError(`no known key among: ${input.keys().join(", ")}`);
  return answers;
};
