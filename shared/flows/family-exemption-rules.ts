import type { Reason } from "../domain/decision.ts";
import type { Person } from "../domain/ledger.ts";
import { type RecordedMonth, recordedMonths } from "../domain/months.ts";
import { monthOf, type PlainDate } from "../law/calendar.ts";
import type { ClosedSpan } from "../law/month-span.ts";
import { isOpenTo, type Procedure } from "../law/procedures.ts";
import type { Category } from "../law/qualification.ts";
import { countsAsPaid } from "../law/relief-priority.ts";
import type { Case } from "./define.ts";

/** What 産前産後 (法88条の2) and 育児 (法88条の3) have in common: both spare whole months of 第1号 and count them as paid. */
type FamilyProcedure = Extract<Procedure, "maternity" | "childcare">;

export const monthsOf = (person: Person, span: ClosedSpan | null): readonly RecordedMonth[] =>
  span === null ? [] : recordedMonths(person, span.from, span.until);

const isOpen = ({ category }: RecordedMonth, procedure: FamilyProcedure): boolean =>
  category !== null && isOpenTo(procedure, category);

/** The 種別 that decides over `months`: one the procedure is open to where any month has it, else the last; null where none is insured. */
export const decidingCategory = (months: readonly RecordedMonth[], procedure: FamilyProcedure): Category | null =>
  (months.find((month) => isOpen(month, procedure)) ?? months.findLast(({ category }) => category !== null))
    ?.category ?? null;

export const notInsured: Reason = {
  weight: "refuse",
  code: "not-enrolled",
  message: "免除の期間に国民年金の資格の記録がある月がありません",
  pointer: "/details",
  article: "国民年金法88条の2・88条の3",
};

const outsideCategory1: Reason = {
  weight: "notice",
  code: "months-outside-category-1",
  message: "期間のうち第1号被保険者でない月は免除されません",
  article: "国民年金法88条の2・88条の3",
};

const givesWay: Reason = {
  weight: "notice",
  code: "other-relief-gives-way",
  message: "同じ月の免除・納付猶予・学生納付特例より、この免除が優先します",
  article: "国民年金法88条の2・88条の3",
};

const pastMonths: Reason = {
  weight: "notice",
  code: "past-months-exempted",
  message:
    "過ぎた月も免除されます。納付済みとして扱われ、すでに納めた保険料は充当または還付されます(付加保険料は納付できます)",
  article: "国民年金法5条1項・88条の2・88条の3",
};

/** What the counter tells of the months: the span is recorded whole, and each month counts by the 種別 and the relief it has. */
export const monthNotices = (
  { filing }: Case<unknown, unknown>,
  months: readonly RecordedMonth[],
  procedure: FamilyProcedure,
): readonly Reason[] => {
  const counting = months.filter((month) => isOpen(month, procedure));
  return [
    ...(counting.length < months.length ? [outsideCategory1] : []),
    ...(counting.some(({ relief }) => relief !== null && !countsAsPaid(relief.relief)) ? [givesWay] : []),
    ...(counting.some(({ month }) => month < monthOf(filing.filedOn)) ? [pastMonths] : []),
  ];
};

/** 事実発生日 of this 届出 is `day` and no other. */
export const eventIsOn = ({ filing }: Case<unknown, unknown>, day: PlainDate, what: string): readonly Reason[] =>
  filing.eventOn === day
    ? []
    : [
        {
          weight: "refuse",
          code: "event-day-differs",
          message: `事実発生日には${what}を入力してください`,
          pointer: "/eventOn",
        },
      ];

/** Nothing can be filed of a birth, or of an adoption, that is still to come. */
export const notAhead = ({ filing }: Case<unknown, unknown>, day: PlainDate, pointer: string): readonly Reason[] =>
  day <= filing.filedOn
    ? []
    : [
        {
          weight: "refuse",
          code: "birth-in-future",
          message: "出産・出生・縁組の日が受付日より後です",
          pointer,
        },
      ];
