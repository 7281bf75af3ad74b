import { attainmentDay } from "./age.ts";
import { addDays, type PlainDate } from "./calendar.ts";
import { lossDay } from "./qualification.ts";

/** The day 第1号 begins for someone who left work on `leftOn`: that on which 厚生年金 is lost, the day after (法8条・厚生年金保険法14条). */
export const firstInsuredAfterLeaving = (leftOn: PlainDate): PlainDate => addDays(leftOn, 1);

/** Where leaving Japan leads: 第2号・第3号 from a day, or the loss. */
export type AfterLeavingJapan =
  | { readonly kind: "category-change"; readonly on: PlainDate }
  | { readonly kind: "loss"; readonly on: PlainDate };

/**
 * What happens to 第1号 on leaving Japan: lost the day after, unless the person is 第2号 or 第3号 by the day of leaving, which
 * is a change of category on that day and no loss (法9条2号括弧書; confidence medium).
 */
export const afterLeavingJapan = (leftOn: PlainDate, otherCategoryFrom: PlainDate | null): AfterLeavingJapan =>
  otherCategoryFrom !== null && otherCategoryFrom <= leftOn
    ? { kind: "category-change", on: otherCategoryFrom }
    : { kind: "loss", on: lossDay("moved-abroad", leftOn) };

/**
 * The day 第1号 is gained by coming to live in Japan on `movedInOn` (法8条1項2号): that day between 20 and 59, the day of
 * attaining 20 when younger, never from 60 on (null).
 */
export const gainOnMovingIn = (birthDate: PlainDate, movedInOn: PlainDate): PlainDate | null => {
  const twenty = attainmentDay(birthDate, 20);
  if (attainmentDay(birthDate, 60) <= movedInOn) return null;
  return movedInOn < twenty ? twenty : movedInOn;
};

/** 在留資格 that keep a resident foreigner out of 第1号 since April 2020 (法7条1項1号括弧書, 則1条の2; confidence medium). Any other leaves the resident in 第1号. */
export const excludedResidences = {
  "medical-stay": "特定活動(医療滞在)",
  "medical-companion": "特定活動(医療滞在者の日常生活上の世話)",
  "long-sightseeing": "特定活動(観光・保養等を目的とする長期滞在)",
  "sightseeing-companion": "特定活動(観光・保養等の長期滞在者に同行する配偶者)",
} as const;
