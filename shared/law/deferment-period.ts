import { attainmentDay } from "./age.ts";
import { addMonths, monthOf, type PlainDate, type PlainMonth, plainMonth } from "./calendar.ts";
import { earlier } from "./month-span.ts";
import type { Verdict } from "./reason.ts";
import { verdictOf } from "./reason.ts";

const article = "平成26年改正法附則14条";

/** 納付猶予 for those under 50: July 2016 to June 2035 (令和17年6月), the end as extended by 令和7年法律74号. */
const scheme = { from: plainMonth("2016-07"), until: plainMonth("2035-06") };

/** The last month 納付猶予 can reach for a person: the month before the one in which they attain 50, within the scheme. */
export const lastDefermentMonth = (birthDate: PlainDate): PlainMonth =>
  earlier(addMonths(monthOf(attainmentDay(birthDate, 50)), -1), scheme.until);

/** The last month of 学生納付特例 for someone who is a student no longer from `ceasedOn`: the month before (法90条の3第1項; confidence medium). */
export const lastStudentMonth = (ceasedOn: PlainDate): PlainMonth => addMonths(monthOf(ceasedOn), -1);

/** Whether the scheme itself exists in `month`, whoever asks. */
export const isDefermentInForce = (month: PlainMonth): boolean => scheme.from <= month && month <= scheme.until;

/** Whether `month` can be deferred for a person born on `birthDate`, income apart. */
export const mayDefer = (birthDate: PlainDate, month: PlainMonth): Verdict =>
  verdictOf(
    [
      !isDefermentInForce(month) && {
        code: "deferment-not-in-force",
        message: "納付猶予制度の期間(平成28年7月から令和17年6月まで)の外の月です。",
        article,
      },
      month > addMonths(monthOf(attainmentDay(birthDate, 50)), -1) && {
        code: "fifty-or-over",
        message: "50歳に達する日の属する月以後の月は納付猶予の対象になりません。",
        article,
      },
    ],
    { code: "deferment-in-force", message: "50歳に達する日の属する月の前月までの月です。", article },
  );
