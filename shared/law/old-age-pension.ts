import { type PlainDate, plainDate } from "./calendar.ts";
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

/** Months that count alike: `parts` 24ths of a month each. */
export interface WeighedMonths {
  readonly months: number;
  readonly parts: number;
}

/** Months of one kind, those `within` the 480 and those beyond. */
export interface CountedMonths {
  readonly of: (typeof weights)[number]["of"];
  readonly within: WeighedMonths;
  readonly excess: WeighedMonths;
}

/** How the months of each kind count, kinds without any left out, in the order in which they fill the 480. */
export const countedMonths = (months: OldAgeMonths): readonly CountedMonths[] => {
  let room = limit;
  const counted: CountedMonths[] = [];
  for (const { of, within, excess } of weights) {
    const inside = Math.min(months[of], room);
    room -= inside;
    if (months[of] > 0)
      counted.push({
        of,
        within: { months: inside, parts: within },
        excess: { months: months[of] - inside, parts: excess },
      });
  }
  return counted;
};

const partsOf = ({ months, parts: each }: WeighedMonths): number => months * each;

/** The part of the 満額 that the months are worth, a fraction of integers, 1 at the most (法27条); `numerator` in 24ths of a month. */
export const pensionShare = (months: OldAgeMonths): { readonly numerator: number; readonly denominator: number } => {
  const sum = countedMonths(months).reduce((all, { within, excess }) => all + partsOf(within) + partsOf(excess), 0);
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

/** Thousandths off a month early: 5 for those born on or before 1 April 1962, 4 since (令12条, 令和2年法律40号に伴う経過措置). */
const earlyRateChanged = plainDate("1962-04-02");

/** The thousandths by which the pension changes when taken `months` early (negative) or late (positive) (法28条, 附則9条の2, 令4条の5・12条). */
export const changeWhenTaken = (months: number, birthDate?: PlainDate): number => {
  const early = birthDate !== undefined && birthDate < earlyRateChanged ? 5 : 4;
  return months * (months < 0 ? early : 7);
};

/** The yearly amount when taken `months` early (negative, 60–64) or late (positive, 66–75). Without a birthday the rates of today's 64. */
export const oldAgePensionTakenAt = (annualYen: number, months: number, birthDate?: PlainDate): number =>
  roundToYen(annualYen, 1000 + changeWhenTaken(months, birthDate), 1000);
