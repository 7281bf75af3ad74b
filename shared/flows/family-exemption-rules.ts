import type { Reason } from "../domain/decision.ts";
import type { Person } from "../domain/ledger.ts";
import { type RecordedMonth, recordedMonths } from "../domain/months.ts";
import type { PlainDate } from "../law/calendar.ts";
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

/** What the counter tells of the months: the span is recorded whole, and each month counts by the 種別 and the relief it has. */
export const monthNotices = (months: readonly RecordedMonth[], procedure: FamilyProcedure): readonly Reason[] => {
  const counting = months.filter((month) => isOpen(month, procedure));
  const article = procedure === "maternity" ? "国民年金法88条の2" : "国民年金法88条の3";
  const notice = (code: string, message: string): Reason => ({ weight: "notice", code, message, article });
  return [
    ...(counting.length < months.length
      ? [notice("months-outside-category-1", "期間のうち第1号被保険者でない月は免除されません")]
      : []),
    ...(counting.some(({ relief }) => relief !== null && !countsAsPaid(relief.relief))
      ? [notice("other-relief-gives-way", "同じ月の免除・納付猶予・学生納付特例よりこの免除が優先します")]
      : []),
    ...(counting.length > 0
      ? [
          notice(
            "months-count-as-paid",
            "免除される月は納付済みとして扱われます。すでに納めた保険料は充当または還付され、付加保険料は納付できます",
          ),
        ]
      : []),
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
