import type { PlainDate, PlainMonth } from "../calendar.ts";
import {
  additionalPension,
  oldAgePension,
  oldAgePensionTakenAt,
  pensionShare,
  qualifyingMonths,
} from "../old-age-pension.ts";
import type { Reason } from "../reason.ts";
import { yen } from "../rounding.ts";
import { type BenefitMonths, oldAgeMonthsOf } from "./benefit-months.ts";
import { type Estimate, type EstimateLine, present } from "./estimate.ts";
import { partMonthsWords } from "./fractions.ts";
import { fullAmountAt } from "./full-amount.ts";
import { countingLines, uncountedLines } from "./month-lines.ts";
import { type TakingAge, takingAt } from "./taking-age.ts";

export interface OldAgeFacts {
  readonly birthDate: PlainDate;
  /** The amounts of its 年度 are used. */
  readonly month: PlainMonth;
  readonly months: BenefitMonths;
  /** Null for 65, neither early nor late. */
  readonly takenAt: TakingAge | null;
}

export interface OldAgeEstimate extends Estimate {
  /** 老齢基礎年金 and 付加年金 together, yen a year; 0 while something stands against it. */
  readonly annualYen: number;
}

/** 法26条. */
export const qualifyingMonthsNeeded = 120;

const qualifying = (months: number): EstimateLine => ({
  code: "qualifying-months",
  message: `受給資格期間は${months}月です(${qualifyingMonthsNeeded}月で受けられます)。`,
  article: "国民年金法26条・附則9条1項",
});

const obstaclesOf = (months: ReturnType<typeof oldAgeMonthsOf>): Reason[] => {
  const total = qualifyingMonths(months);
  const short = qualifyingMonthsNeeded - total;
  const counting = total - months.deferred - months.complementary;
  return present<Reason>([
    short > 0 && {
      code: "qualifying-months-short",
      message: `受給資格期間が${short}月足りません。`,
      article: "国民年金法26条・附則9条1項",
    },
    short <= 0 &&
      counting === 0 && {
        code: "no-counting-month",
        message: "納付済の月も免除の月もなく、猶予・学特・合算対象期間だけでは受けられません。",
        article: "国民年金法26条",
      },
  ]);
};

const basicLine = (share: { numerator: number; denominator: number }, full: number, amount: number): EstimateLine => ({
  code: "basic-amount",
  message: `老齢基礎年金は${yen(full)}×${partMonthsWords(share.numerator)}÷480月=${yen(amount)}(50銭未満切捨て、50銭以上切上げ)です。`,
  article: "国民年金法27条・17条1項",
  yen: amount,
});

/** 老齢基礎年金 and 付加年金 by months of each kind, taken at the age asked about (法26条〜28条・43条〜46条). */
export const estimateOldAgePension = ({ birthDate, month, months: asked, takenAt }: OldAgeFacts): OldAgeEstimate => {
  const months = oldAgeMonthsOf(asked);
  const share = pensionShare(months);
  const amounts = fullAmountAt(month, birthDate);
  const at65 = oldAgePension(amounts.full, months);
  const additionalAt65 = additionalPension(asked.additional);
  const taking = takingAt(birthDate, takenAt ?? { years: 65, months: 0 });
  const basic = oldAgePensionTakenAt(at65, taking.offset, birthDate);
  const additional = oldAgePensionTakenAt(additionalAt65, taking.offset, birthDate);
  const against = [...obstaclesOf(months), ...taking.against];
  const total = against.length === 0 ? basic + additional : 0;
  const [lesserOrMore, changed] = [taking.offset < 0 ? "減額" : "増額", taking.offset !== 0];
  const lines = present<EstimateLine>([
    ...amounts.lines,
    ...countingLines(asked, months),
    share.numerator === share.denominator && {
      code: "full-480",
      message: "数える月が480月に達し、満額になります。",
      article: "国民年金法27条",
    },
    ...uncountedLines(asked),
    qualifying(qualifyingMonths(months)),
    basicLine(share, amounts.full, at65),
    asked.additional > 0 && {
      code: "additional-amount",
      message: `付加年金は200円×${asked.additional}月=${yen(additionalAt65)}です(物価などで変わりません)。`,
      article: "国民年金法43条・44条",
      yen: additionalAt65,
    },
    ...taking.lines,
    changed && {
      code: "basic-amount-taken",
      message: `老齢基礎年金は${lesserOrMore}して${yen(basic)}になります。`,
      article: taking.offset < 0 ? "国民年金法附則9条の2第4項・施行令12条" : "国民年金法28条4項・施行令4条の5",
      yen: basic,
      confidence: "medium",
    },
    changed &&
      asked.additional > 0 && {
        code: "additional-amount-taken",
        message: `付加年金も同じ率で${lesserOrMore}して${yen(additional)}になります。`,
        article: taking.offset < 0 ? "国民年金法附則9条の2第6項" : "国民年金法46条",
        yen: additional,
      },
    taking.firstMonth > month && {
      code: "amounts-of-today",
      message: `額は${amounts.year}のもので、支給が始まる年度の額とは違うことがあります。`,
      article: "国民年金法27条の2〜27条の5",
    },
  ]);
  return { annualYen: total, lines, against };
};
