import { addMonths, monthOf, type PlainDate, type PlainMonth } from "./calendar.ts";
import { contains, type MonthSpan } from "./month-span.ts";
import type { Reason } from "./reason.ts";

/** A fact that may open 法定免除 (法89条1項). `grade` is that of 障害基礎・障害厚生年金. */
export type StatutoryFact =
  | { readonly kind: "disability-pension"; readonly grade: 1 | 2 | 3 }
  | { readonly kind: "public-assistance"; readonly livelihood: boolean; readonly foreigner: boolean }
  | { readonly kind: "facility" };

/** Which way the fact leads: 法定免除, 申請免除 under 法90条1項2号, or neither. */
export interface StatutoryRoute {
  readonly route: "statutory" | "application" | "none";
  readonly reason: Reason;
}

const routes = {
  pension: {
    route: "statutory",
    code: "statutory-pension",
    message: "障害年金1級・2級の受給権者は法定免除です。",
    article: "国民年金法89条1項1号",
  },
  grade3: {
    route: "none",
    code: "grade-three-only",
    message: "3級のみの障害年金は法定免除の理由になりません。",
    article: "国民年金法89条1項1号",
  },
  livelihood: {
    route: "statutory",
    code: "statutory-aid",
    message: "生活扶助を受ける間は法定免除です。",
    article: "国民年金法89条1項2号",
  },
  otherAid: {
    route: "application",
    code: "aid-by-application",
    message: "生活扶助以外の扶助は法定免除でなく、申請免除の理由になります。",
    article: "国民年金法90条1項2号",
  },
  // 外国人の保護は通知による行政措置 (confidence medium).
  foreigner: {
    route: "application",
    code: "foreigner-by-application",
    message: "外国人の生活保護は行政措置のため法定免除でなく、申請免除で処理します。",
    article: "国民年金法90条1項2号",
  },
  facility: {
    route: "statutory",
    code: "statutory-facility",
    message: "国立療養所等に入所する間は法定免除です。",
    article: "国民年金法89条1項3号",
  },
} as const;

const routeNameOf = (fact: StatutoryFact): keyof typeof routes => {
  if (fact.kind === "facility") return "facility";
  if (fact.kind === "disability-pension") return fact.grade === 3 ? "grade3" : "pension";
  if (fact.foreigner) return "foreigner";
  return fact.livelihood ? "livelihood" : "otherAid";
};

/** Decides which exemption a fact opens (法89条1項・90条1項2号). */
export const statutoryRoute = (fact: StatutoryFact): StatutoryRoute => {
  const { route, ...reason } = routes[routeNameOf(fact)];
  return { route, reason };
};

/**
 * The exempted months: from the month before the one in which the fact began to the month in which it ceased, inclusive
 * (法89条1項柱書).
 */
export const statutoryPeriod = (beganOn: PlainDate, ceasedOn: PlainDate | null): MonthSpan => ({
  from: addMonths(monthOf(beganOn), -1),
  until: ceasedOn === null ? null : monthOf(ceasedOn),
});

/**
 * Whether one month of the period is exempted: not when it is paid already (confidence medium for months paid before the
 * filing), nor when the person chose to pay it (法89条1項括弧書・2項).
 */
export const isStatutorilyExempt = (
  period: MonthSpan,
  month: PlainMonth,
  paid: { readonly already: boolean; readonly byChoice: boolean },
): boolean => contains(period, month) && !paid.already && !paid.byChoice;
