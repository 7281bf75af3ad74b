import { firstDayOf, type PlainDate, type PlainMonth } from "../law/calendar.ts";

/** 元号, newest first, by the first day of each. Before 1873 Japan kept another calendar, so 明治 is said from then on only. */
const eras = [
  { name: "令和", from: "2019-05-01" },
  { name: "平成", from: "1989-01-08" },
  { name: "昭和", from: "1926-12-25" },
  { name: "大正", from: "1912-07-30" },
  { name: "明治", from: "1873-01-01", firstYear: 1868 },
] as const satisfies readonly { readonly name: string; readonly from: string; readonly firstYear?: number }[];

/** `令和8年11月23日`; the first year of an era is 元年. A day before every era stays in the Western calendar. */
export const japaneseDate = (day: PlainDate): string => {
  const [year = 0, month, date] = day.split("-").map(Number);
  const era = eras.find(({ from }) => from <= day);
  if (era === undefined) return `${year}年${month}月${date}日`;
  const first = "firstYear" in era ? era.firstYear : Number(era.from.slice(0, 4));
  const ofEra = year - first + 1;
  return `${era.name}${ofEra === 1 ? "元" : ofEra}年${month}月${date}日`;
};

/** `令和8年11月`, by the era of the month's first day. */
export const japaneseMonth = (month: PlainMonth): string => japaneseDate(firstDayOf(month)).replace(/(?<=月).*/, "");
