import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptanceOf, applicationWindow, premiumDueOn, prescribedOn } from "../../shared/law/application-window.ts";
import { addMonths, monthOf, monthsBetween, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { continuedKind, mayContinue } from "../../shared/law/continuation.ts";
import { isDefermentInForce, lastDefermentMonth, mayDefer } from "../../shared/law/deferment-period.ts";
import { eraYear, yearOfEra } from "../../shared/law/era-year.ts";
import {
  disasterPeriod,
  earliestLeavingDay,
  firstUnemployedMonth,
  isDisasterLoss,
  unemploymentPeriod,
} from "../../shared/law/hardship-period.ts";
import { latePaymentUntil } from "../../shared/law/late-payment.ts";
import { isOfficeDay } from "../../shared/law/office-days.ts";
import { cycleMonths, cycleYear, incomeYear } from "../../shared/law/year-cycle.ts";
import { days, months } from "./generators.ts";

const cycles = fc.constantFrom("exemption" as const, "student" as const);

describe("免除年度と所得年", () => {
  it("年度の12月はすべて同じ所得年で、年度の初月の前年である", () => {
    fc.assert(
      fc.property(cycles, months, (cycle, month) => {
        const year = cycleYear(cycle, month);
        const span = cycleMonths(cycle, year);
        expect(span.from <= month && month <= span.until).toBe(true);
        expect(monthsBetween(span.from, span.until)).toBe(12);
        expect(incomeYear(cycle, month)).toBe(incomeYear(cycle, span.from));
        expect(incomeYear(cycle, month)).toBe(Number(span.from.slice(0, 4)) - 1);
      }),
    );
  });

  it("免除は7月、学特と会計年度は4月に始まる", () => {
    expect(cycleYear("exemption", plainMonth("2026-06"))).toBe(2025);
    expect(cycleYear("exemption", plainMonth("2026-07"))).toBe(2026);
    expect(cycleYear("student", plainMonth("2026-03"))).toBe(2025);
    expect(cycleYear("fiscal", plainMonth("2026-04"))).toBe(2026);
  });

  it("年度は元号で書く", () => {
    expect([1988, 1989, 2018, 2019, 2026, 1900].map(eraYear)).toEqual(["S63", "H1", "H30", "R1", "R8", "1900"]);
    expect(["R8", "R元", "H31", "S63"].map(yearOfEra)).toEqual([2026, 2019, 2019, 1988]);
    expect(["8", "M45", "R0", "R"].map(yearOfEra)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("遡及できる月", () => {
  it("2年1か月前から年度末まで、申請書は年度ごとに1枚で月は重ならず続く", () => {
    fc.assert(
      fc.property(cycles, days, (cycle, received) => {
        const window = applicationWindow(cycle, received);
        expect(window.from).toBe(addMonths(monthOf(received), -25));
        expect(window.years.length).toBeLessThanOrEqual(4);
        expect(window.years[0]?.from).toBe(window.from);
        expect(window.years.at(-1)?.until).toBe(window.until);
        window.years.slice(1).forEach(({ from }, at) => {
          expect(from).toBe(addMonths(window.years[at]?.until ?? from, 1));
        });
      }),
    );
  });

  it("納期限は翌月末、閉庁日なら翌開庁日で、時効は2年である", () => {
    fc.assert(
      fc.property(months, (month) => {
        expect(isOfficeDay(premiumDueOn(month))).toBe(true);
        expect(premiumDueOn(month) > `${addMonths(month, 1)}-27`).toBe(true);
      }),
    );
    expect(premiumDueOn(plainMonth("2024-10"))).toBe("2024-12-02");
    expect(prescribedOn(plainMonth("2024-10"))).toBe("2026-12-02");
  });

  it("原則式の外でも納期限が延びて時効前の月は、受けも拒みもせず要確認とする", () => {
    const on = (day: string, month: string) => acceptanceOf("exemption", plainDate(day), plainMonth(month)).outcome;
    expect(on("2026-12-01", "2024-10")).toBe("doubtful");
    expect(on("2026-12-02", "2024-10")).toBe("doubtful");
    expect(on("2026-12-03", "2024-10")).toBe("too-old");
    expect(on("2026-12-01", "2024-11")).toBe("accepted");
    expect(on("2026-12-01", "2027-06")).toBe("accepted");
    expect(on("2026-12-01", "2027-07")).toBe("too-far");
  });

  it("追納は10年後の月末まで", () => {
    expect(latePaymentUntil(plainMonth("2016-11"))).toBe("2026-11-30");
    expect(latePaymentUntil(plainMonth("2016-02"))).toBe("2026-02-28");
  });
});

describe("納付猶予の期間と継続審査", () => {
  it("平成28年7月から令和17年6月まで", () => {
    expect(["2016-06", "2016-07", "2035-06", "2035-07"].map((month) => isDefermentInForce(plainMonth(month)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(mayDefer(plainDate("2000-01-01"), plainMonth("2035-07")).reasons[0]?.code).toBe("deferment-not-in-force");
  });

  it("50歳到達月の前月まで。1日生まれは前月に到達する", () => {
    expect(lastDefermentMonth(plainDate("1976-12-02"))).toBe("2026-11");
    expect(lastDefermentMonth(plainDate("1976-12-01"))).toBe("2026-10");
    expect(lastDefermentMonth(plainDate("2000-01-02"))).toBe("2035-06");
  });

  it("最後の月までは猶予でき、次の月はできない", () => {
    fc.assert(
      fc.property(
        days.filter((day) => day >= "1967-01-01"),
        (birthDate) => {
          const last = lastDefermentMonth(birthDate);
          expect(mayDefer(birthDate, last).ok).toBe(true);
          expect(mayDefer(birthDate, addMonths(last, 1)).ok).toBe(false);
        },
      ),
    );
  });

  it("継続するのは所得による全額免除と納付猶予だけで、猶予は猶予のまま", () => {
    expect(continuedKind({ kind: "full", by: "income" })).toBe("full");
    expect(continuedKind({ kind: "deferment", by: "income" })).toBe("deferment");
    expect(mayContinue({ kind: "full", by: "hardship" }).reasons[0]?.code).toBe("hardship-not-continued");
    for (const kind of ["three-quarters", "half", "quarter", "student-deferment"] as const) {
      expect(continuedKind({ kind, by: "income" })).toBeNull();
    }
  });
});

describe("失業・災害の特例期間 (則77条の7)", () => {
  it("離職日の翌日の前月から、その翌日の年の翌々年6月まで", () => {
    expect(unemploymentPeriod(plainDate("2025-03-31"))).toEqual({ from: "2025-03", until: "2027-06" });
    expect(unemploymentPeriod(plainDate("2024-12-31"))).toEqual({ from: "2024-12", until: "2027-06" });
    expect(unemploymentPeriod(plainDate("2024-12-30"))).toEqual({ from: "2024-11", until: "2026-06" });
    expect(firstUnemployedMonth(plainDate("2025-03-31"))).toBe("2025-04");
  });

  it("年度に届く最も早い離職日は、その日なら届き前日なら届かない", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2010, max: 2040 }), (year) => {
        const { from } = cycleMonths("exemption", year);
        const earliest = earliestLeavingDay(year);
        expect(unemploymentPeriod(earliest).until >= from).toBe(true);
        expect(unemploymentPeriod(plainDate(`${earliest.slice(0, 8)}30`)).until < from).toBe(true);
      }),
    );
  });

  it("災害は被災月の前月から翌々年6月まで、補てんを除く損害が価格のおおむね2分の1以上のとき", () => {
    expect(disasterPeriod(plainDate("2016-12-22"))).toEqual({ from: "2016-11", until: "2018-06" });
    expect(isDisasterLoss({ price: 1_000_000, damage: 500_000, compensated: 0 })).toBe(true);
    expect(isDisasterLoss({ price: 1_000_000, damage: 600_000, compensated: 100_001 })).toBe(false);
    expect(isDisasterLoss({ price: 0, damage: 0, compensated: 0 })).toBe(false);
  });
});
