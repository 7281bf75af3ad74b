import { addMonths, type PlainMonth, plainMonth } from "./calendar.ts";
import type { ClosedSpan } from "./month-span.ts";

/** `fiscal` 会計年度(4月〜翌3月), `exemption` 免除年度(7月〜翌6月), `student` 学生納付特例の年度(4月〜翌3月). */
export type Cycle = "fiscal" | "exemption" | "student";

const firstMonth = { fiscal: 4, exemption: 7, student: 4 } as const satisfies Record<Cycle, number>;

/** The calendar year in which the cycle's year that holds `month` begins (法90条1項・90条の3第1項の大臣が指定する期間). */
export const cycleYear = (cycle: Cycle, month: PlainMonth): number =>
  Number(month.slice(0, 4)) - (Number(month.slice(5)) < firstMonth[cycle] ? 1 : 0);

/** The twelve months of the cycle's year beginning in calendar year `year`. */
export const cycleMonths = (cycle: Cycle, year: number): ClosedSpan => {
  const from = plainMonth(`${String(year).padStart(4, "0")}-0${firstMonth[cycle]}`);
  return { from, until: addMonths(from, 11) };
};

/**
 * The calendar year whose income decides `month`: the year before the cycle's year began, that is 前年所得 from July (学特
 * from April) to December and 前々年所得 from January on (法90条1項1号括弧書, 90条の3第1項1号).
 */
export const incomeYear = (cycle: "exemption" | "student", month: PlainMonth): number => cycleYear(cycle, month) - 1;
