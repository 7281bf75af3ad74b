import { addMonths, monthOf, type PlainDate, type PlainMonth } from "./calendar.ts";
import { isOpenTo, notOpen } from "./procedures.ts";
import type { Category } from "./qualification.ts";
import { type Verdict, verdictOf } from "./reason.ts";
import { countsAsPaid, type Relief } from "./relief-priority.ts";

const article = "国民年金法87条の2第1項";

/** The state of a month for 付加保険料. */
export interface AdditionalPremiumMonth {
  readonly category: Category;
  readonly relief: Relief | null;
  readonly isFundMember: boolean;
}

/**
 * Whether 付加保険料 can be paid for a month: 第1号 or 任意加入 (not 特例任意), not exempted except by 産前産後・育児 which count as
 * paid, not a member of 国民年金基金 (法87条の2第1項, 附則5条).
 */
export const mayPayAdditional = ({ category, relief, isFundMember }: AdditionalPremiumMonth): Verdict =>
  verdictOf(
    [
      !isOpenTo("additional-premium", category) && notOpen("additional-premium"),
      relief !== null &&
        !countsAsPaid(relief) && {
          code: "month-exempted",
          message: "保険料の免除・猶予を受ける月は付加保険料を納付できません。",
          article,
        },
      isFundMember && { code: "fund-member", message: "国民年金基金の加入員は付加保険料を納付できません。", article },
    ],
    { code: "additional-premium-allowed", message: "付加保険料を納付できる月です。", article },
  );

/** The first month of 付加保険料: that of the application, none before (法87条の2第1項). */
export const additionalPremiumFrom = (appliedOn: PlainDate): PlainMonth => monthOf(appliedOn);

/**
 * The first month no longer due after a withdrawal: the month before the one of the withdrawal, passing over months already
 * paid (法87条の2第3項; that a paid month is passed over one by one is confidence medium).
 */
export const additionalPremiumEndsFrom = (withdrawnOn: PlainDate, paid: ReadonlySet<PlainMonth>): PlainMonth => {
  let month = addMonths(monthOf(withdrawnOn), -1);
  while (paid.has(month)) month = addMonths(month, 1);
  return month;
};

/** The day joining 国民年金基金 counts as a withdrawal: the day of joining (法87条の2第4項). */
export const deemedWithdrawalOn = (joinedFundOn: PlainDate): PlainDate => joinedFundOn;
