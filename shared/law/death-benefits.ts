import { type OldAgeMonths, pensionShare } from "./old-age-pension.ts";
import { type Reason, type Verdict, verdictOf } from "./reason.ts";
import { roundToYen } from "./rounding.ts";

/** Months of 第1号 by how they were paid, for 死亡一時金. Exempted months count only where the rest was paid. */
export interface LumpSumMonths {
  readonly paid: number;
  readonly quarter: number;
  readonly half: number;
  readonly threeQuarters: number;
  /** Months of 付加保険料. */
  readonly additional: number;
}

/** 法52条の4第1項の表: from this many months, yen. */
export const lumpSums = [
  { from: 36, yen: 120_000 },
  { from: 180, yen: 145_000 },
  { from: 240, yen: 170_000 },
  { from: 300, yen: 220_000 },
  { from: 360, yen: 270_000 },
  { from: 420, yen: 320_000 },
] as const;

/** 付加保険料 of this many months adds to it (法52条の4第2項), yen. */
export const lumpSumOfAdditional = { from: 36, yen: 8_500 } as const;

/** The months that count for 死亡一時金: 4分の1免除 three quarters of a month, 半額 half, 4分の3免除 a quarter (法52条の2第1項). */
export const lumpSumMonths = ({ paid, quarter, half, threeQuarters }: LumpSumMonths): number =>
  (paid * 4 + quarter * 3 + half * 2 + threeQuarters) / 4;

/** 死亡一時金, yen; 0 under 36 months; 8,500 more with 36 months of 付加保険料 (法52条の4). */
export const deathLumpSum = (months: LumpSumMonths): number => {
  const counted = lumpSumMonths(months);
  const row = lumpSums.findLast(({ from }) => from <= counted);
  return row === undefined
    ? 0
    : row.yen + (months.additional >= lumpSumOfAdditional.from ? lumpSumOfAdditional.yen : 0);
};

const widowArticle = "国民年金法49条1項";

/** The facts of 寡婦年金. `husband` = his months of 第1号 only. */
export interface WidowFacts {
  /** Paid and exempted months of 第1号, deferred ones included. */
  readonly husbandMonths: number;
  /** 婚姻期間, 事実婚 included, in whole months. */
  readonly marriageMonths: number;
  /** He had received 老齢基礎 or 障害基礎年金. */
  readonly husbandReceived: boolean;
  readonly wifeAge: number;
}

const obstacle = (code: string, message: string): Reason => ({ code, message, article: widowArticle });

/** Whether 寡婦年金 can be claimed (法49条1項). The amount runs from the month after she attains 60; claims from under 60 wait for it. */
export const mayClaimWidowPension = (facts: WidowFacts): Verdict =>
  verdictOf(
    [
      facts.husbandMonths < 120 && obstacle("husband-under-ten-years", "夫の第1号の納付・免除期間が10年に足りません。"),
      facts.marriageMonths < 120 && obstacle("marriage-under-ten-years", "婚姻期間が10年に足りません。"),
      facts.husbandReceived &&
        obstacle("husband-received", "夫が老齢基礎年金または障害基礎年金の支給を受けていたため請求できません。"),
      facts.wifeAge >= 65 && obstacle("wife-over-sixty-four", "65歳に達した妻は請求できません。"),
    ],
    { code: "widow-pension-open", message: "寡婦年金の要件を満たします(死亡一時金と選択)。", article: widowArticle },
  );

/** 寡婦年金 a year, yen: three quarters of the 老齢基礎年金 of his months of 第1号, rounded once at the end (法50条・17条). */
export const widowPension = (fullAmount: number, husband: OldAgeMonths): number => {
  const { numerator, denominator } = pensionShare(husband);
  return roundToYen(fullAmount, numerator * 3, denominator * 4);
};
