import type { Reason } from "../domain/decision.ts";
import { recordedMonths } from "../domain/months.ts";
import { reliefLabels } from "../domain/reliefs.ts";
import { acceptanceOf, applicationWindow } from "../law/application-window.ts";
import { monthOf, type PlainMonth } from "../law/calendar.ts";
import { isAssessed } from "../law/exemption-thresholds.ts";
import { contains, monthsIn } from "../law/month-span.ts";
import { monthsWords, spanWords } from "../law/month-words.ts";
import { isOpenTo, notOpen } from "../law/procedures.ts";
import { type Category, compulsoryAges } from "../law/qualification.ts";
import { cycleYear } from "../law/year-cycle.ts";
import type { Application } from "./application.ts";

/** One month asked for: decided, or left out of the decision for a reason of its own. */
export interface AskedMonth {
  readonly month: PlainMonth;
  readonly leftOut: LeftOut | null;
}

type Causes = "not-insured" | "other-category" | "paid" | "student" | "not-student" | "relieved";

export interface LeftOut {
  readonly cause: Causes;
  /** Japanese, of the month. */
  readonly message: string;
  readonly article: string;
}

const articles = {
  exemption: "国民年金法90条1項柱書",
  student: "国民年金法90条の3第1項柱書",
} as const;

const procedures = { exemption: "exemption", student: "student-deferment" } as const;

/** Why each month of the application is left out, if it is. Somebody of 60 or more is 第1号 no longer, whatever the record still says. */
const leftOutOf = (of: Application): ReadonlyMap<PlainMonth, LeftOut> => {
  const article = articles[of.cycle];
  const paid = new Set(of.seen.paidMonths);
  const sixty = monthOf(compulsoryAges(of.birthDate).until);
  const found = new Map<PlainMonth, LeftOut>();
  for (const { month, category, relief } of recordedMonths(of.record, of.from, of.until)) {
    const insured: Category | null = category === "1" && month >= sixty ? null : category;
    const out = (cause: Causes, message: string) => found.set(month, { cause, message, article });
    if (insured === null) out("not-insured", "国民年金の被保険者でない月です");
    else if (!isOpenTo(procedures[of.cycle], insured)) out("other-category", "第1号被保険者でない月です");
    else if (of.cycle === "exemption" && relief?.relief === "student-deferment")
      out("student", "学生納付特例を受けている月です");
    else if (relief !== null) out("relieved", `${reliefLabels[relief.relief]}を受けている月です`);
    else if (paid.has(month)) out("paid", "保険料を納めた(前納を含む)月です");
    else if (of.enrolment !== null && !contains(of.enrolment, month)) out("not-student", "在学期間の外の月です");
  }
  return found;
};

/** The months that can be asked for at all, as faults of what was asked. */
const windowFaults = (of: Application): readonly Reason[] => {
  const article = "国民年金法90条1項・102条4項";
  if (of.from > of.until || cycleYear(of.cycle, of.from) !== cycleYear(of.cycle, of.until))
    return [
      {
        weight: "refuse",
        code: "not-one-application-year",
        message: `申請書1枚で申請できるのは、1つの年度(${of.cycle === "student" ? "4月から翌年3月" : "7月から翌年6月"})の月です`,
        pointer: "/details/until",
        article,
      },
    ];
  const window = applicationWindow(of.cycle, of.filedOn);
  const first = acceptanceOf(of.cycle, of.filedOn, of.from);
  const last = acceptanceOf(of.cycle, of.filedOn, of.until);
  if (last.outcome === "too-far")
    return [
      {
        weight: "refuse",
        code: "month-too-far",
        message: `${spanWords({ from: window.until, until: window.until })}分までしか、まだ申請できません`,
        pointer: "/details/until",
        article,
      },
    ];
  if (first.outcome === "too-old" || !isAssessed(of.from))
    return [
      {
        weight: "refuse",
        code: "month-too-old",
        message: `申請できるのは${spanWords({ from: window.from, until: window.from })}分からです。それより前の月は、2年の時効により申請できません`,
        pointer: "/details/from",
        article,
      },
    ];
  return first.outcome === "doubtful"
    ? [
        {
          weight: "notice",
          code: "month-doubtful",
          message: `${first.reason.message}年金事務所に確かめてください`,
          pointer: "/details/from",
          article,
        },
      ]
    : [];
};

/** A notice for each cause, with the months it takes away. */
const leftOutNotices = (months: readonly AskedMonth[]): Reason[] => {
  const byMessage = Map.groupBy(
    months.filter(({ leftOut }) => leftOut !== null),
    ({ leftOut }) => leftOut?.message,
  );
  return [...byMessage].map(([message, each]) => ({
    weight: "notice",
    code: "months-left-out",
    message: `${monthsWords(each.map(({ month }) => month))}: ${message}。判定から除きます`,
    ...(each[0]?.leftOut ? { article: each[0].leftOut.article } : {}),
  }));
};

/** Why nothing is left to decide. */
const nothingLeft = (of: Application, months: readonly AskedMonth[]): Reason => {
  const causes = new Set(months.map(({ leftOut }) => leftOut?.cause));
  if (causes.has("other-category"))
    return { weight: "refuse", pointer: "/details/from", ...notOpen(procedures[of.cycle]) };
  if (causes.has("student")) return studentApplies;
  return {
    weight: "refuse",
    code: "no-month-to-decide",
    message: "申請の期間に、判定する月がありません",
    pointer: "/details/from",
    article: articles[of.cycle],
  };
};

export const studentApplies: Reason = {
  weight: "refuse",
  code: "student",
  message:
    "学生である月は申請免除・納付猶予の対象になりません。学生納付特例を申請してください。学生でない月があれば、その月だけを申請してください",
  pointer: "/details/from",
  article: "国民年金法90条1項柱書・90条の3",
};

/** The months of an application, each decided or left out; none at all where they cannot be asked for. */
export const askedMonths = (
  of: Application,
): { readonly months: readonly AskedMonth[]; readonly reasons: readonly Reason[] } => {
  const faults = windowFaults(of);
  if (faults.some(({ weight }) => weight === "refuse")) return { months: [], reasons: faults };
  const out = leftOutOf(of);
  const months = monthsIn(of).map((month) => ({ month, leftOut: out.get(month) ?? null }));
  const reasons = [...faults, ...leftOutNotices(months)];
  return months.some(({ leftOut }) => leftOut === null)
    ? { months, reasons }
    : { months, reasons: [...reasons, nothingLeft(of, months)] };
};
