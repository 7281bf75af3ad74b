import { firstDayOf, lastDayOf, monthOf, type PlainDate, plainMonth } from "../law/calendar.ts";
import type { Department } from "./departments.ts";
import type { Right } from "./rights.ts";

/** Half years begin in April and October. */
const halfStarting = (year: number, month: "04" | "10"): PlainDate =>
  firstDayOf(plainMonth(`${String(year).padStart(4, "0")}-${month}`));

/** The first day of the half year (4月・10月から) that `day` lies in. */
export const halfStart = (day: PlainDate): PlainDate => {
  const year = Number(day.slice(0, 4));
  const month = day.slice(5, 7);
  if (month >= "10") return halfStarting(year, "10");
  return month >= "04" ? halfStarting(year, "04") : halfStarting(year - 1, "10");
};

const nextHalf = (day: PlainDate): PlainDate => {
  const year = Number(day.slice(0, 4));
  const month = day.slice(5, 7);
  if (month >= "10") return halfStarting(year + 1, "04");
  return month >= "04" ? halfStarting(year, "10") : halfStarting(year, "04");
};

/**
 * The last day on which a right last confirmed on `confirmedOn` is in force: the end of the first month (4月・10月) of the
 * half year after. 評価書 III-3 リスク2 ②: 定期的な点検. Arithmetic alone, so that no job can fail to end a right.
 */
export const reviewBy = (confirmedOn: PlainDate): PlainDate => lastDayOf(monthOf(nextHalf(confirmedOn)));

/** How a right stands on a day, by the first of these that holds. */
export const rightStates = {
  ended: "終了",
  "not-yet": "開始前",
  expired: "期間満了",
  unconfirmed: "点検されずに終了",
  "in-force": "有効",
} as const satisfies Record<string, string>;
export type RightState = keyof typeof rightStates;

/** `day` is the present one (JST): an end takes effect the moment it is recorded. */
export const rightState = ({ ended, from, until, confirmedOn }: Right, day: PlainDate): RightState => {
  if (ended) return "ended";
  if (day < from) return "not-yet";
  if (day > until) return "expired";
  return day > reviewBy(confirmedOn) ? "unconfirmed" : "in-force";
};

/** In force on `day` for somebody whom the identity provider places in `department`: a transfer told there alone stops it. */
export const inForce = (right: Right, day: PlainDate, department: Department): boolean =>
  right.department === department && rightState(right, day) === "in-force";

/** Whether it has still to be confirmed in the half year of `day`. */
export const dueForReview = (right: Right, day: PlainDate): boolean =>
  rightState(right, day) === "in-force" && right.confirmedOn < halfStart(day);
