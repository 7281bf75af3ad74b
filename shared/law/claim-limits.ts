import { attainmentDay } from "./age.ts";
import {
  addDays,
  addMonths,
  addMonthsToDay,
  addYears,
  lastDayOf,
  monthOf,
  monthsBetween,
  type PlainDate,
  type PlainMonth,
  plainDate,
} from "./calendar.ts";
import { type Reason, type Verdict, verdictOf } from "./reason.ts";

/** The last day of a right that lapses `years` after `from` (初日不算入, 民法140条・143条). */
const lapsesOn = (from: PlainDate, years: number): PlainDate => addYears(from, years);

/** 死亡一時金: two years (法102条4項), from the day after the death. */
export const lumpSumUntil = (diedOn: PlainDate): PlainDate => lapsesOn(diedOn, 2);

/** 未支給年金, 未払の特別障害給付金: five years (法102条1項・19条). From which day exactly is confidence medium: the death. */
export const unpaidUntil = (diedOn: PlainDate): PlainDate => lapsesOn(diedOn, 5);

/** The first day whose payments have not lapsed for a claim of `claimedOn`: five years (法102条1項). */
export const paymentsSince = (claimedOn: PlainDate): PlainDate => addYears(claimedOn, -5);

/** 障害認定日: 初診日 and a year and six months, or the day on which the injury was settled before (法30条1項). */
export const certificationDay = (firstVisitOn: PlainDate, settledOn?: PlainDate): PlainDate => {
  const regular = addMonthsToDay(firstVisitOn, 18);
  return settledOn !== undefined && settledOn < regular ? settledOn : regular;
};

/** Of 20歳前傷病 not before 20歳に達した日 (法30条の4第1項). */
export const certificationDayBefore20 = (
  birthDate: PlainDate,
  firstVisitOn: PlainDate,
  settledOn?: PlainDate,
): PlainDate => {
  const day = certificationDay(firstVisitOn, settledOn);
  const at20 = attainmentDay(birthDate, 20);
  return day < at20 ? at20 : day;
};

/** The last day to claim what has to be claimed before 65: 事後重症 (法30条の2), 特別障害給付金 (同法6条2項; 項は要確認). */
export const lastDayBefore65 = (birthDate: PlainDate): PlainDate => addDays(attainmentDay(birthDate, 65), -1);

/** The first day of a claim to revise the amount: a year after 裁定 or the last 診査 (法34条2項). */
export const revisionFrom = (settledOn: PlainDate): PlainDate => addYears(settledOn, 1);

/** The last day of 提出月, and the first day on which the certificate may have been made: within three months before it (則36条の4; confidence medium). */
export const certificateWindow = (dueMonth: PlainMonth): { readonly from: PlainDate; readonly until: PlainDate } => {
  const until = lastDayOf(dueMonth);
  return { from: addDays(addMonthsToDay(until, -3), 1), until };
};

/** What was paid and exempted up to the month two before that of 初診日 or of the death, looked at on the day before. */
export interface Contributions {
  readonly insuredMonths: number;
  /** 納付済 and 免除・猶予. */
  readonly fulfilledMonths: number;
  /** A month of the last year is unpaid. */
  readonly lastYearUnpaid: boolean;
}

const specialUntil = "2036-04-01";

/** 保険料納付要件: two thirds, or no unpaid month in the last year of somebody under 65 (法30条1項ただし書・昭60改正法附則20条; the end of the latter by 令和7年改正, confidence medium). */
export const contributionsFulfilled = (
  { insuredMonths, fulfilledMonths, lastYearUnpaid }: Contributions,
  on: PlainDate,
  birthDate?: PlainDate,
): Verdict => {
  const under65 = birthDate === undefined || on < attainmentDay(birthDate, 65);
  const special = !lastYearUnpaid && on < specialUntil && under65;
  const short = insuredMonths * 2 - fulfilledMonths * 3;
  return verdictOf(
    [
      short > 0 &&
        !special && {
          code: "contributions-unfulfilled",
          message: `保険料納付要件を満たしません: 被保険者期間${insuredMonths}月のうち納付・免除が${fulfilledMonths}月で3分の2に足りず、直近1年間にも未納の月があります`,
          article: "国民年金法30条1項・37条・昭和60年改正法附則20条",
        },
    ],
    {
      code: special && short > 0 ? "contributions-by-last-year" : "contributions-by-two-thirds",
      message:
        special && short > 0
          ? "直近1年間に未納がないため、保険料納付要件を満たします(令和18年3月までの特例)。"
          : "被保険者期間の3分の2以上が納付・免除のため、保険料納付要件を満たします。",
      article: "国民年金法30条1項・37条・昭和60年改正法附則20条",
    },
  );
};

/** How 老齢基礎年金 is claimed on a day: at 65, earlier or later, and by how many months (法28条・附則9条の2). */
export interface OldAgeTiming {
  readonly way: "regular" | "early" | "late";
  /** Negative when early. 0 when regular. */
  readonly months: number;
}

const monthSerial = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/**
 * 繰上げ counts from the month of the claim to the month before that of 65; 繰下げ from the month of 65 to the month before the
 * claim, 66 and later only, ten years at the most (令12条・4条の5). Between 65 and 66 there is only the regular claim.
 */
export const oldAgeTiming = (birthDate: PlainDate, claimedOn: PlainDate, deferred: boolean): OldAgeTiming => {
  const at65 = attainmentDay(birthDate, 65);
  const apart = monthSerial(claimedOn) - monthSerial(at65);
  if (claimedOn < at65) return { way: "early", months: Math.min(apart, -1) };
  return deferred && claimedOn >= attainmentDay(birthDate, 66)
    ? { way: "late", months: Math.min(apart, 120) }
    : { way: "regular", months: 0 };
};

const reason = (code: string, message: string, article: string): Reason => ({ code, message, article });

/** Whether 老齢基礎年金 may be claimed at all: 60 (繰上げ) or 65, and 120 months (法26条・附則9条の2). */
export const mayClaimOldAge = (birthDate: PlainDate, claimedOn: PlainDate, qualifyingMonths: number): Verdict =>
  verdictOf(
    [
      claimedOn < attainmentDay(birthDate, 60) &&
        reason("under-60", "60歳に達していないため、老齢基礎年金は請求できません", "国民年金法26条・附則9条の2"),
      qualifyingMonths < 120 &&
        reason(
          "qualifying-period-short",
          `受給資格期間が${qualifyingMonths}月で、120月に${120 - qualifyingMonths}月足りません`,
          "国民年金法26条・附則9条",
        ),
    ],
    reason("old-age-open", "老齢基礎年金を請求できます。", "国民年金法26条"),
  );

/** The last day on which a child counts for 加算 and 遺族基礎年金: 31 March after 18, or the day before 20 with a disability (法33条の2・37条の2). */
export const childUntil = (bornOn: PlainDate, disabled: boolean): PlainDate => {
  if (disabled) return addDays(attainmentDay(bornOn, 20), -1);
  const at18 = attainmentDay(bornOn, 18);
  const year = Number(at18.slice(0, 4)) + (at18.slice(5) <= "03-31" ? 0 : 1);
  return plainDate(`${year}-03-31`);
};

/**
 * Months of a pension that were not paid when its recipient died: payment of the two months before is made in the middle of each
 * even month, and the month of the death is still due (法18条3項・19条). That the 15th decides is confidence medium.
 */
export const unpaidMonths = (diedOn: PlainDate, startMonth?: PlainMonth): readonly PlainMonth[] => {
  const month = monthOf(diedOn);
  const even = Number(month.slice(5)) % 2 === 0;
  const paidThisMonth = even && diedOn.slice(8) >= "15";
  const first = even ? (paidThisMonth ? month : addMonths(month, -2)) : addMonths(month, -1);
  const from = startMonth !== undefined && startMonth > first ? startMonth : first;
  return Array.from({ length: monthsBetween(from, month) }, (_, at) => addMonths(from, at));
};
