import { ageOn, attainmentDay } from "../age.ts";
import { addMonths, monthOf, type PlainDate, type PlainMonth } from "../calendar.ts";
import { deathLumpSum, mayClaimWidowPension, widowPension } from "../death-benefits.ts";
import { later } from "../month-span.ts";
import { monthWords } from "../month-words.ts";
import { pensionShare, qualifyingMonths } from "../old-age-pension.ts";
import type { Reason } from "../reason.ts";
import { yen } from "../rounding.ts";
import { type BenefitMonths, firstCategoryMonthsOf, lumpSumMonthsOf } from "./benefit-months.ts";
import { type Estimate, type EstimateLine, present } from "./estimate.ts";
import { partMonthsWords } from "./fractions.ts";
import { fullAmountAt } from "./full-amount.ts";
import { countingLines, otherCategoriesLine, uncountedLines } from "./month-lines.ts";

export interface WidowPensionFacts {
  /** The husband's months up to the month before his death; only those of 第1号 count. */
  readonly months: BenefitMonths;
  readonly diedOn: PlainDate;
  readonly wifeBirthDate: PlainDate;
  /** Whole months of marriage, 事実婚 included, up to the death. */
  readonly marriageMonths: number;
  /** He had received 老齢基礎 or 障害基礎年金. */
  readonly husbandReceived: boolean;
  /** She has taken 老齢基礎年金 early. */
  readonly wifeTookEarly: boolean;
  /** The amounts of its 年度 are used. */
  readonly month: PlainMonth;
}

export interface WidowEstimate extends Estimate {
  /** Yen a year; 0 while something stands against it. */
  readonly annualYen: number;
}

/** From the month after the death, or after she attains 60 where that is later, to the month she attains 65. */
const firstMonthOf = ({ wifeBirthDate, diedOn }: WidowPensionFacts): PlainMonth =>
  addMonths(later(monthOf(diedOn), monthOf(attainmentDay(wifeBirthDate, 60))), 1);
const lastMonthOf = ({ wifeBirthDate }: WidowPensionFacts): PlainMonth => monthOf(attainmentDay(wifeBirthDate, 65));

const obstaclesOf = (facts: WidowPensionFacts): readonly Reason[] => {
  const months = firstCategoryMonthsOf(facts.months);
  const total = qualifyingMonths(months);
  const wifeAge = ageOn(facts.wifeBirthDate, facts.diedOn);
  const { ok, reasons } = mayClaimWidowPension({
    husbandMonths: total,
    marriageMonths: facts.marriageMonths,
    husbandReceived: facts.husbandReceived,
    wifeAge,
  });
  return [
    ...(ok ? [] : reasons),
    ...present<Reason>([
      total > 0 &&
        total === months.deferred && {
          code: "husband-only-deferred",
          message: "夫の月が納付猶予・学生納付特例だけのため、受けられません。",
          article: "国民年金法49条1項",
        },
      wifeAge < 65 &&
        firstMonthOf(facts) > lastMonthOf(facts) && {
          code: "no-month-to-pay",
          message: "妻が65歳に達する月までに、支給される月がありません。",
          article: "国民年金法49条1項・18条1項",
        },
      facts.wifeTookEarly && {
        code: "wife-took-early",
        message: "妻が老齢基礎年金を繰り上げて受けているため、寡婦年金は受けられません。",
        article: "国民年金法附則9条の2第5項",
      },
    ]),
  ];
};

const runsLine = (facts: WidowPensionFacts): EstimateLine => ({
  code: "widow-months",
  message: `支給は${monthWords(firstMonthOf(facts))}分から、妻が65歳に達する${monthWords(lastMonthOf(facts))}分までです(再婚などで終わります)。`,
  article: "国民年金法49条3項・51条・18条1項",
});

/** 寡婦年金: three quarters of the 老齢基礎年金 of the husband's months of 第1号 (法49条〜51条). */
export const estimateWidowPension = (facts: WidowPensionFacts): WidowEstimate => {
  const months = firstCategoryMonthsOf(facts.months);
  const { full, lines: fullLines } = fullAmountAt(facts.month, facts.wifeBirthDate);
  const amount = widowPension(full, months);
  const against = obstaclesOf(facts);
  const lumpSum = deathLumpSum(lumpSumMonthsOf(facts.months));
  const lines = present<EstimateLine>([
    ...fullLines,
    // What is of 第1号 only counts here; the kinds that are not are told apart.
    ...countingLines({ ...facts.months, category2: 0, category3: 0 }, months),
    ...uncountedLines({ ...facts.months, complementary: 0 }),
    otherCategoriesLine(facts.months, "国民年金法49条1項・50条"),
    {
      code: "husband-months",
      message: `夫の第1号の納付・免除は${qualifyingMonths(months)}月です(120月で受けられます)。`,
      article: "国民年金法49条1項",
    },
    {
      code: "widow-amount",
      message: `寡婦年金は${yen(full)}×${partMonthsWords(pensionShare(months).numerator)}÷480月×3/4=${yen(amount)}(50銭未満切捨て、50銭以上切上げ)です。付加年金の分は加わりません。`,
      article: "国民年金法50条・17条1項",
      yen: amount,
    },
    against.length === 0 && runsLine(facts),
    {
      code: "choose-lump-sum",
      message: `死亡一時金(同じ月数で${yen(lumpSum)})を受けるときは、寡婦年金は受けません。どちらかを選びます。`,
      article: "国民年金法52条の6",
      yen: lumpSum,
    },
    {
      code: "claim-within-five-years",
      message: "5年より前の分は時効で受けられません。夫に生計を維持されていたことは見ていません。",
      article: "国民年金法102条1項・49条1項",
    },
  ]);
  return { annualYen: against.length === 0 ? amount : 0, lines, against };
};
