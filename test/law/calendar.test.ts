import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addMonthsToDay,
  addYears,
  dayAt,
  dayOfWeek,
  firstDayOf,
  type Instant,
  isPlainDate,
  lastDayOf,
  monthOf,
  monthsBetween,
  plainDate,
  plainMonth,
} from "../../shared/law/calendar.ts";
import { days } from "./generators.ts";

describe("the calendar", () => {
  it("agrees with Temporal on every day of four centuries", () => {
    let expected = Temporal.PlainDate.from("1800-01-01");
    let day = plainDate("1800-01-01");
    while (day < "2200-01-01") {
      expect([day, dayOfWeek(day)]).toEqual([expected.toString(), expected.dayOfWeek]);
      expected = expected.add({ days: 1 });
      day = addDays(day, 1);
    }
  });

  it("moves days, months and years as Temporal does, held to the end of a shorter month", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        const reference = Temporal.PlainDate.from(day);
        expect(addDays(day, count)).toBe(reference.add({ days: count }).toString());
        expect(addMonthsToDay(day, count)).toBe(reference.add({ months: count }).toString());
        expect(addYears(day, count % 100)).toBe(reference.add({ years: count % 100 }).toString());
        expect(addMonths(monthOf(day), count)).toBe(reference.toPlainYearMonth().add({ months: count }).toString());
      }),
    );
  });

  it("counts the months between two months, both included", () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 600 }), (day, count) => {
        const month = monthOf(day);
        expect(monthsBetween(month, addMonths(month, count))).toBe(count + 1);
        expect(monthsBetween(addMonths(month, count + 1), month)).toBe(0);
      }),
    );
  });

  it("knows the first and the last day of a month", () => {
    fc.assert(
      fc.property(days, (day) => {
        const month = monthOf(day);
        expect(firstDayOf(month) <= day && day <= lastDayOf(month)).toBe(true);
        expect(addDays(lastDayOf(month), 1)).toBe(firstDayOf(addMonths(month, 1)));
      }),
    );
  });

  it("refuses what is not a day, a month, or within the years 0 to 9999", () => {
    for (const text of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20261123", "2026-11-00", ""]) {
      expect(isPlainDate(text)).toBe(false);
    }
    expect(isPlainDate("2024-02-29")).toBe(true);
    expect(() => plainDate("2026-02-29")).toThrow(RangeError);
    expect(() => plainMonth("2026-13")).toThrow(RangeError);
    expect(() => addDays(plainDate("9999-12-31"), 1)).toThrow(RangeError);
  });

  it("takes the day from the clock of Tokyo", () => {
    expect(dayAt("2026-11-22T14:59:59.999Z" as Instant)).toBe("2026-11-22");
    expect(dayAt("2026-11-22T15:00:00.000Z" as Instant)).toBe("2026-11-23");
  });
});
