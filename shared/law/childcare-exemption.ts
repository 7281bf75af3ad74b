import { addDays, addMonths, firstDayOf, monthOf, type PlainDate, type PlainMonth, plainMonth } from "./calendar.ts";
import { type ClosedSpan, earlier, later, spanOf } from "./month-span.ts";
import { isOpenTo, notOpen } from "./procedures.ts";
import type { Category } from "./qualification.ts";
import { type Verdict, verdictOf } from "./reason.ts";

const article = "国民年金法88条の3(令和6年法律47号)";

/** 令和6年法律47号: months before October 2026 are not exempted, and the end does not move for it. */
const inForceFrom = plainMonth("2026-10");

/** Who raises the child: 実母, 実父, 養父母. */
export type Parent = "mother" | "father" | "adoptive";

/** The facts of 育児期間免除. `maternity` is the mother's 産前産後免除, null when she had none. */
export interface Childcare {
  readonly childBornOn: PlainDate;
  readonly parent: Parent;
  /** 縁組日 of an adoptive parent. */
  readonly adoptedOn: PlainDate | null;
  readonly maternity: ClosedSpan | null;
}

/**
 * The months of 育児期間免除 (法88条の3): from the month after 産前産後免除 for at most 9 months, or without it from the month the
 * person began to raise the child for at most 12; in either case to the month before the one of the first birthday (the
 * birthday itself, not the day of attainment), and none before October 2026. Null when no month is left.
 */
export const childcarePeriod = ({ childBornOn, parent, adoptedOn, maternity }: Childcare): ClosedSpan | null => {
  const birthMonth = monthOf(childBornOn);
  const follows = parent === "mother" && maternity !== null;
  const raisedFrom = parent === "adoptive" && adoptedOn !== null ? later(monthOf(adoptedOn), birthMonth) : birthMonth;
  const start: PlainMonth = follows ? addMonths(maternity.until, 1) : raisedFrom;
  const lastByAge = addMonths(birthMonth, 11);
  const lastByCount = addMonths(start, (follows ? 9 : 12) - 1);
  return spanOf(later(start, inForceFrom), earlier(lastByAge, lastByCount));
};

/** Whether the person can be exempted: 第1号 living with the child, with a month left. No test of income or of leave. */
export const childcareEligibility = (category: Category, livesWithChild: boolean, period: ClosedSpan | null): Verdict =>
  verdictOf(
    [
      !isOpenTo("childcare", category) && notOpen("childcare"),
      !livesWithChild && { code: "not-living-together", message: "子と同居していることが要件です。", article },
      period === null && {
        code: "no-month-left",
        message: "令和8年10月以後で子が1歳になる月の前月までの月がありません。",
        article,
      },
    ],
    { code: "childcare-eligible", message: "所得にかかわらず育児期間免除の対象です。", article },
  );

/**
 * Whether JPS applies it to a 実母 without a filing: her 産前産後免除 was filed and ended in September 2026 or later. JPS must
 * also confirm parent and household by number, which the ward cannot foresee; else the filing B16 is needed.
 */
export const appliesWithoutFiling = (parent: Parent, filedMaternity: ClosedSpan | null): boolean =>
  parent === "mother" && filedMaternity !== null && filedMaternity.until >= addMonths(inForceFrom, -1);

/** Whether it can be filed on `filedOn`: from 1 October 2026 on. That there is no last day is confidence low (docs/law.md). */
export const mayFileChildcare = (filedOn: PlainDate): Verdict =>
  verdictOf(
    [
      filedOn < firstDayOf(inForceFrom) && {
        code: "childcare-not-in-force",
        message: "育児期間免除は令和8年10月1日から届け出ることができます。",
        article,
      },
    ],
    { code: "childcare-open", message: "育児期間免除の届出ができます。", article },
  );

/**
 * The last month exempted when the raising ends on `endedOn` (the day of 死亡・別居・離縁): the month before the one of the day
 * after it. No public source says it (confidence low, docs/law.md). It is how the first birthday ends it (attained the day
 * before, to the month before the one of the birthday), and how 厚生年金保険法26条1項 ends its own 養育期間. Where it is wrong, a
 * month is paid that need not be, which 日本年金機構 gives back; the other way round a month would stay unpaid.
 */
export const childcareLastMonth = (endedOn: PlainDate): PlainMonth => addMonths(monthOf(addDays(endedOn, 1)), -1);

/** Whether the other reading, that the month of the end is still exempted, would say something else. */
export const isLastMonthDoubtful = (endedOn: PlainDate): boolean => childcareLastMonth(endedOn) !== monthOf(endedOn);
