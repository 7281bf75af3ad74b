import { attainmentDay } from "../age.ts";
import { addMonths, monthOf, type PlainDate, type PlainMonth, plainDate } from "../calendar.ts";
import { monthWords } from "../month-words.ts";
import { changeWhenTaken } from "../old-age-pension.ts";
import type { Reason } from "../reason.ts";
import { type EstimateLine, present } from "./estimate.ts";

/** The age at which 老齢基礎年金 is claimed, in years and full months. */
export interface TakingAge {
  readonly years: number;
  readonly months: number;
}

/** What the age of the claim does. `offset`: months early (negative) or late by which the pension changes. */
export interface Taking {
  readonly offset: number;
  /** The first month paid: the one after the claim, or after attaining 65 (法18条1項). */
  readonly firstMonth: PlainMonth;
  readonly lines: readonly EstimateLine[];
  readonly against: readonly Reason[];
}

const earlyArticle = "国民年金法附則9条の2・施行令12条";
const lateArticle = "国民年金法28条・施行令4条の5";
/** Since 1 April 2022 the increase runs to 75 for those born on or after this day (令和2年法律40号附則). */
const laterLimitFrom = plainDate("1952-04-02");
/** Born before, the rates go by whole years of age; nobody of them claims any more. */
const monthlyRatesFrom = plainDate("1941-04-02");

const early = (birthDate: PlainDate, months: number): EstimateLine[] => {
  const off = -changeWhenTaken(months, birthDate);
  return [
    {
      code: "taken-early",
      message: `65歳より${-months}月早い繰上げで、月${off / -months / 10}%ずつ、あわせて${off / 10}%減ります(一生変わりません)。`,
      article: earlyArticle,
    },
    {
      code: "early-effects",
      message: "繰上げの後は、取り消せず、任意加入・追納ができず、事後重症の障害基礎年金と寡婦年金を受けられません。",
      article: "国民年金法附則9条の2・9条の2の3",
    },
  ];
};

const late = (months: number, cap: number): EstimateLine[] => {
  const counted = Math.min(months, cap);
  return present<EstimateLine>([
    {
      code: "taken-late",
      message: `65歳より${counted}月遅い繰下げで、月0.7%ずつ、あわせて${changeWhenTaken(counted) / 10}%増えます。`,
      article: lateArticle,
    },
    {
      code: "late-effects",
      message: "66歳に達するまでに障害・遺族の年金の受給権があると、繰下げの申出はできません。",
      article: "国民年金法28条1項ただし書",
    },
    months > cap && {
      code: "late-limit",
      message: `繰下げによる増額は${65 + cap / 12}歳までの${cap}月が限りです。`,
      article: lateArticle,
    },
  ]);
};

const notYetLate = (months: number): EstimateLine => ({
  code: "no-deferral-yet",
  message: `66歳に達する前(65歳から${months}月)の請求は繰下げにならず、65歳にさかのぼって増額なしで支給されます。`,
  article: lateArticle,
});

/** What claiming at `age` does to the pension of somebody born on `birthDate`. */
export const takingAt = (birthDate: PlainDate, age: TakingAge): Taking => {
  const attains = monthOf(attainmentDay(birthDate, 65));
  const asked = (age.years - 65) * 12 + age.months;
  const cap = birthDate >= laterLimitFrom ? 120 : 60;
  const offset = asked < 0 ? asked : asked < 12 ? 0 : Math.min(asked, cap);
  const firstMonth = addMonths(attains, (asked > 0 && asked < 12 ? 0 : asked) + 1);
  const lines =
    asked < 0 ? early(birthDate, asked) : asked >= 12 ? late(asked, cap) : asked > 0 ? [notYetLate(asked)] : [];
  return {
    offset,
    firstMonth,
    lines: [
      ...lines,
      {
        code: "first-month",
        message: `65歳に達する月は${monthWords(attains)}で、支給は${monthWords(firstMonth)}分からです。`,
        article: "国民年金法18条1項・26条",
      },
    ],
    against:
      offset !== 0 && birthDate < monthlyRatesFrom
        ? [
            {
              code: "rates-not-covered",
              message: "昭和16年4月1日以前に生まれた人の繰上げ・繰下げの率は、この見込みでは扱いません。",
              article: "国民年金法附則9条の2・施行令12条の経過措置",
            },
          ]
        : [],
  };
};
