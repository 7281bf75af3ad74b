import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../../shared/law/calendar.ts";
import { dayOfEra, monthOfEra } from "../../shared/law/era-day.ts";

describe("和暦の日", () => {
  it.each([
    ["S550401", "1980-04-01"],
    ["昭和55年4月1日", "1980-04-01"],
    ["昭和５５年４月１日", "1980-04-01"],
    ["㍼55.4.1", "1980-04-01"],
    ["S55.04.01", "1980-04-01"],
    ["昭55/4/1", "1980-04-01"],
    ["M450730", "1912-07-30"],
    ["T010730", "1912-07-30"],
    ["T151225", "1926-12-25"],
    ["S011225", "1926-12-25"],
    ["S640107", "1989-01-07"],
    ["平成元年1月8日", "1989-01-08"],
    ["H310430", "2019-04-30"],
    ["R010501", "2019-05-01"],
    ["R080229", undefined],
    ["R060229", "2024-02-29"],
  ])("%s is %s", (text, day) => {
    expect(dayOfEra(text)).toBe(day);
  });

  it.each([
    ["the day before the 元号", "R010430"],
    ["the day after the 元号", "S640108"],
    ["a year that the 元号 never had", "S990101"],
    ["a day of the month that is none", "S550431"],
    ["the year nought", "S000101"],
    ["no 元号", "550401"],
    ["another letter", "X550401"],
    ["a day before today's calendar", "M051202"],
    ["a month", "S5504"],
    ["a western day", "1980-04-01"],
    ["something behind it", "S5504011"],
    ["nothing", ""],
  ])("%s is none: %s", (_, text) => {
    expect(dayOfEra(text)).toBeUndefined();
  });

  it("agrees with the calendar of the platform on every day since 1873", () => {
    const calendar = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { dateStyle: "long", timeZone: "UTC" });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = addDays(plainDate("1873-01-01"), days);
        expect(dayOfEra(calendar.format(new Date(day)))).toBe(day);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("和暦の月", () => {
  it.each([
    ["R0607", "2024-07"],
    ["令和6年7月", "2024-07"],
    ["R6.7", "2024-07"],
    ["S6401", "1989-01"],
    ["H0101", "1989-01"],
    ["平成31年4月", "2019-04"],
  ])("%s is %s", (text, month) => {
    expect(monthOfEra(text)).toBe(month);
  });

  it.each(["S6402", "R0104", "R0613", "R0600", "R060701", "令和6年7月1日", "2024-07", ""])("%s is none", (text) => {
    expect(monthOfEra(text)).toBeUndefined();
  });
});
