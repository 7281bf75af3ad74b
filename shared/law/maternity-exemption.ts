import {
  addDays,
  addMonths,
  addMonthsToDay,
  monthOf,
  type PlainDate,
  type PlainMonth,
  plainMonth,
} from "./calendar.ts";
import { type ClosedSpan, later, monthsIn, spanOf } from "./month-span.ts";
import { isOpenTo } from "./procedures.ts";
import type { Category } from "./qualification.ts";
import { type Verdict, verdictOf } from "./reason.ts";

const article = "国民年金法88条の2";
const inForceFrom = plainMonth("2019-04");

/** What the filer states of the birth. A filing has a due date, a day of delivery, or both. */
export interface Birth {
  readonly dueOn: PlainDate | null;
  readonly deliveredOn: PlainDate | null;
  readonly multiple: boolean;
}

/**
 * The day the months are counted from: the delivery when it came before the filing, else the due date (年管管発1206第1号). A
 * delivery after the filing changes nothing by itself; it takes a 変更届 (confidence medium). Null when neither is known.
 */
export const maternityBasisDay = ({ dueOn, deliveredOn }: Birth, filedOn: PlainDate | null): PlainDate | null =>
  deliveredOn !== null && (dueOn === null || filedOn === null || deliveredOn <= filedOn) ? deliveredOn : dueOn;

/**
 * The months of 産前産後免除: from the month before (multiple births: three months before) the month of birth to the second
 * month after it (法88条の2), none before April 2019; null where all of them lie before it.
 */
export const maternityPeriod = (basisDay: PlainDate, multiple: boolean): ClosedSpan | null => {
  const birthMonth = monthOf(basisDay);
  return spanOf(later(addMonths(birthMonth, multiple ? -3 : -1), inForceFrom), addMonths(birthMonth, 2));
};

/** The months of the period in which the person is 第1号; 任意加入 and 第3号 months are not exempted (法88条の2). */
export const maternityMonths = (
  period: ClosedSpan | null,
  categoryIn: (month: PlainMonth) => Category | undefined,
): PlainMonth[] =>
  monthsIn(period).filter((month) => {
    const category = categoryIn(month);
    return category !== undefined && isOpenTo("maternity", category);
  });

/** The first day to file: the corresponding day six months before the due date (則73条の7; confidence medium). There is no last day. */
export const earliestMaternityFiling = (dueOn: PlainDate): PlainDate => addMonthsToDay(dueOn, -6);

/** Whether a birth on the filed facts can be accepted on `filedOn`. */
export const mayFileMaternity = (birth: Birth, filedOn: PlainDate): Verdict => {
  const delivered = birth.deliveredOn !== null && birth.deliveredOn <= filedOn;
  return verdictOf(
    [
      !delivered &&
        birth.dueOn !== null &&
        filedOn < earliestMaternityFiling(birth.dueOn) && {
          code: "before-six-months",
          message: "出産予定日の6か月前から届け出ることができます。",
          article: "国民年金法施行規則73条の7",
        },
    ],
    { code: "maternity-accepted", message: "産前産後免除の届出に期限はありません。", article },
  );
};

/** 出産 in the sense of the law: 85 days of pregnancy or more, 死産・流産・早産・人工妊娠中絶 included (法88条の2の通達). */
export const isBirthByLaw = (pregnancyDays: number): boolean => pregnancyDays >= 85;

/** 妊娠の長さ, days from the first to 出産予定日. */
const fullTerm = 280;

/**
 * Whether two days of 出産(予定)日 of one person can be the same birth, a due date and the delivery or two of 多胎. Less than a
 * full term apart: how far a due date and the delivery lie apart is no rule of the law, so a doubt is put to the counter.
 */
export const mayBeOneBirth = (one: PlainDate, other: PlainDate): boolean =>
  one < addDays(other, fullTerm) && other < addDays(one, fullTerm);

/** A child lives from 22 weeks of pregnancy on, 126 days before the due date, and comes at most 6 weeks after it. */
const bornBeforeDue = 126;
const bornAfterDue = 42;

/** Of days of 出産(予定)日 on record, the one that is of the child born on `bornOn`; undefined where none can be. */
export const maternityDayOf = (days: readonly PlainDate[], bornOn: PlainDate): PlainDate | undefined =>
  days
    .filter((day) => addDays(bornOn, -bornAfterDue) <= day && day <= addDays(bornOn, bornBeforeDue))
    .reduce<PlainDate | undefined>((first, day) => (first === undefined || day < first ? day : first), undefined);
