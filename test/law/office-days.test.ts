import holidayJp from "@holiday-jp/holiday_jp";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOfWeek, plainDate } from "../../shared/law/calendar.ts";
import { filingDeadline, reportDeadline } from "../../shared/law/deadlines.ts";
import { nationalHolidays } from "../../shared/law/national-holidays.ts";
import { isOfficeDay, nextOfficeDay } from "../../shared/law/office-days.ts";
import { days } from "./generators.ts";

describe("開庁日 (地方自治法4条の2)", () => {
  it("knows the same holidays as the package they were taken from", () => {
    const theirs = Object.keys(holidayJp.holidays).filter((day) => day >= "1990-01-01");
    expect([...nationalHolidays].sort()).toEqual(theirs.sort());
  });

  it("土日・祝日・12月29日から1月3日は閉庁", () => {
    for (const closed of [
      "2026-11-21",
      "2026-11-22",
      "2026-11-23",
      "2026-12-29",
      "2026-12-31",
      "2027-01-01",
      "2024-01-03",
    ]) {
      expect(isOfficeDay(plainDate(closed)), closed).toBe(false);
    }
    for (const open of ["2026-11-24", "2026-12-28", "2027-01-04"]) {
      expect(isOfficeDay(plainDate(open)), open).toBe(true);
    }
  });

  it("the next office day is open, and every day skipped is closed", () => {
    fc.assert(
      fc.property(days, (day) => {
        const next = nextOfficeDay(day);
        expect(isOfficeDay(next)).toBe(true);
        for (let skipped = day; skipped < next; skipped = addDays(skipped, 1)) expect(isOfficeDay(skipped)).toBe(false);
      }),
    );
  });
});

describe("期限", () => {
  it("初日を数えず14日目が法定の末日で、閉庁日なら翌開庁日になる", () => {
    fc.assert(
      fc.property(days, (event) => {
        const { statutory, effective } = filingDeadline(event);
        expect(statutory).toBe(addDays(event, 14));
        expect(dayOfWeek(statutory)).toBe(dayOfWeek(event));
        expect(effective).toBe(nextOfficeDay(statutory));
      }),
    );
  });

  it("報告は受理から14日以内。閉庁日に届いたものは翌開庁日に受理する", () => {
    expect(reportDeadline(plainDate("2026-11-24"))).toBe("2026-12-08");
    expect(reportDeadline(plainDate("2026-11-23"))).toBe("2026-12-08");
    expect(reportDeadline(plainDate("2026-12-17"))).toBe("2027-01-04");
  });
});
