import { roundToYen } from "./rounding.ts";

/** How a month counts for 老齢基礎年金. `before` = March 2009 or earlier, when the Treasury bore a third (平16改正法附則10条). */
export interface OldAgeMonths {
  /** 納付・第2号(20–60)・第3号・産前産後・育児 (法5条1項). */
  readonly paid: number;
  /** 4分の1免除, the rest paid. */
  readonly quarter: number;
  readonly half: number;
  readonly threeQuarters: number;
  /** 申請全額免除・法定免除. */
  readonly full: number;
  readonly quarterBefore: number;
  readonly halfBefore: number;
  readonly threeQuartersBefore: number;
  readonly fullBefore: number;
  /** 納付猶予・学生納付特例 not paid later: counts for the 120 months only. */
  readonly deferred: number;
  /** 合算対象期間: counts for the 120 months only. */
  readonly complementary: number;
}

/** No month of any kind, to be spread over. */
export const noMonths: OldAgeMonths = {
  paid: 0,
  quarter: 0,
  half: 0,
  threeQuarters: 0,
  full: 0,
  quarterBefore: 0,
  halfBefore: 0,
  threeQuartersBefore: 0,
  fullBefore: 0,
  deferred: 0,
  complementary: 0,
};

const limit = 480;
const parts = 24;

/**
 * Weights in 24ths, in the order in which the months fill the 480: `within` the 480 and in `excess` of them (法27条各号). That
 * months since April 2009 fill before older ones of the same kind, and the excess of the older ones, are confidence medium.
 */
const weights = [
  { of: "paid", within: 24, excess: 0 },
  { of: "quarter", within: 21, excess: 9 },
  { of: "quarterBefore", within: 20, excess: 12 },
  { of: "half", within: 18, excess: 6 },
  { of: "halfBefore", within: 16, excess: 8 },
  { of: "threeQuarters", within: 15, excess: 3 },
  { of: "threeQuartersBefore", within: 12, excess: 4 },
  { of: "full", within: 12, excess: 0 },
  { of: "fullBefore", within: 8, excess: 0 },
] as const satisfies readonly { of: keyof OldAgeMonths; within: number; excess: number }[];

/** The part of the 満額 that the months are worth, a fraction of integers, 1 at the most (法27条). */
export const pensionShare = (months: OldAgeMonths): { readonly numerator: number; readonly denominator: number } => {
  let room = limit;
  let sum = 0;
  for (const { of, within, excess } of weights) {
    const inside = Math.min(months[of], room);
    sum += inside * within + (months[of] - inside) * excess;
    room -= inside;
  }
  return { numerator: Math.min(sum, limit * parts), denominator: limit * parts };
};

/** 老齢基礎年金 a year, yen: 満額 × months counted ÷ 480, to the yen by 50 sen (法27条・17条). */
export const oldAgePension = (fullAmount: number, months: OldAgeMonths): number => {
  const { numerator, denominator } = pensionShare(months);
  return roundToYen(fullAmount, numerator, denominator);
};

/** Months of 受給資格期間: paid, exempted, deferred and 合算対象 (法26条・附則9条). 120 are needed. */
export const qualifyingMonths = (months: OldAgeMonths): number =>
  Object.values(months).reduce((sum: number, each: number) => sum + each, 0);

/** 付加年金 a year, yen: 200 for each month of 付加保険料 (法44条). */
export const additionalPension = (months: number): number => 200 * months;

/**
 * The yearly amount when taken `months` early (negative, 60–64, 0.4% a month) or late (positive, 66–75, 0.7% a month)
 * (法28条, 附則9条の2, 令4条の5・12条). Born on or before 1 April 1962 the early rate differs and is not covered.
 */
export const oldAgePensionTakenAt = (annualYen: number, months: number): number =>
  roundToYen(annualYen, 1000 + months * (months < 0 ? 4 : 7), 1000);
