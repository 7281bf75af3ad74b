import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { japaneseDate, japaneseMonth } from "../../../shared/documents/era.ts";
import { addDays, plainDate, plainMonth } from "../../../shared/law/calendar.ts";

const format = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { dateStyle: "long", timeZone: "UTC" });

describe("和暦", () => {
  it("is what the calendar of the platform says, for every day since 1873", () => {
    fc.assert(
      fc.property(fc.nat(70_000), (days) => {
        const day = addDays(plainDate("1873-01-01"), days);
        expect(japaneseDate(day)).toBe(format.format(new Date(`${day}T00:00:00Z`)));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["1989-01", "昭和64年1月"],
    ["2019-04", "平成31年4月"],
    ["2019-05", "令和元年5月"],
    ["2026-11", "令和8年11月"],
  ])("of the month %s is %s", (month, text) => {
    expect(japaneseMonth(plainMonth(month))).toBe(text);
  });

  it.each([
    ["1872-12-31", "1872年12月31日"],
    ["1873-01-01", "明治6年1月1日"],
    ["1912-07-29", "明治45年7月29日"],
    ["1912-07-30", "大正元年7月30日"],
    ["1926-12-24", "大正15年12月24日"],
    ["1926-12-25", "昭和元年12月25日"],
    ["1989-01-07", "昭和64年1月7日"],
    ["1989-01-08", "平成元年1月8日"],
    ["2019-04-30", "平成31年4月30日"],
    ["2019-05-01", "令和元年5月1日"],
    ["2026-11-23", "令和8年11月23日"],
  ])("of %s is %s", (day, text) => {
    expect(japaneseDate(plainDate(day))).toBe(text);
  });
});
