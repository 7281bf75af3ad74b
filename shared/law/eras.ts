import { type PlainDate, plainDate } from "./calendar.ts";

export interface Era {
  readonly letter: string;
  readonly name: string;
  /** 元年 as a year of the calendar. */
  readonly year: number;
  readonly first: PlainDate;
  /** Null while it goes on. */
  readonly last: PlainDate | null;
}

/**
 * 元号, newest first. 大正 and 昭和 began on the day on which the one before ended: that day has two names. Of 明治 only what was
 * counted by today's calendar (明治5年太政官布告337号).
 */
export const eras: readonly Era[] = [
  { letter: "R", name: "令和", year: 2019, first: plainDate("2019-05-01"), last: null },
  { letter: "H", name: "平成", year: 1989, first: plainDate("1989-01-08"), last: plainDate("2019-04-30") },
  { letter: "S", name: "昭和", year: 1926, first: plainDate("1926-12-25"), last: plainDate("1989-01-07") },
  { letter: "T", name: "大正", year: 1912, first: plainDate("1912-07-30"), last: plainDate("1926-12-25") },
  { letter: "M", name: "明治", year: 1868, first: plainDate("1873-01-01"), last: plainDate("1912-07-30") },
];
