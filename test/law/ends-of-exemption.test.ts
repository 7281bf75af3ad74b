import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { premiumDueOn, prescribedOn } from "../../shared/law/application-window.ts";
import { addMonths, firstDayOf, lastDayOf, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { lastStudentMonth } from "../../shared/law/deferment-period.ts";
import { cancellableFrom } from "../../shared/law/exemption-cancellation.ts";
import { carriesSurcharge, latePaymentUntil, oldestLateMonth } from "../../shared/law/late-payment.ts";
import { contains, coveredThrough, type MonthSpan, overlap } from "../../shared/law/month-span.ts";
import { firstMonthNotDue, oldestPayableMonth } from "../../shared/law/payment-choice.ts";
import { days, months } from "./generators.ts";

const at = (offset: number) => addMonths(plainMonth("2025-01"), offset);
const spans: fc.Arbitrary<MonthSpan> = fc
  .tuple(fc.nat({ max: 24 }), fc.option(fc.nat({ max: 8 }), { freq: 6 }))
  .map(([from, length]) => ({ from: at(from), until: length === null ? null : at(from + length) }));

describe("月の範囲", () => {
  it("続けて覆われた最後の月の次の月は、どの範囲にもない", () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 6 }), fc.nat({ max: 30 }), (list, offset) => {
        const from = at(offset);
        const covered = (month: typeof from) => list.some((span) => contains(span, month));
        const last = coveredThrough(list, from);
        if (last === undefined) expect(covered(from)).toBe(false);
        const end = last === null ? addMonths(from, 60) : (last ?? from);
        if (typeof last === "string") expect(last >= from).toBe(true);
        if (last !== undefined)
          for (let month = from; month <= end; month = addMonths(month, 1)) expect(covered(month)).toBe(true);
        if (last !== null && last !== undefined) expect(covered(addMonths(last, 1))).toBe(false);
      }),
    );
  });

  it("重なるのは、どちらにも入る月があるときだけ", () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const common = Array.from({ length: 60 }, (_, offset) => at(offset)).some(
          (month) => contains(a, month) && contains(b, month),
        );
        expect(overlap(a, b)).toBe(common);
      }),
    );
  });
});

describe("納付申出 (法89条2項)", () => {
  it("時効の完成していない最も古い月から申し出られる", () => {
    fc.assert(
      fc.property(days, (day) => {
        const oldest = oldestPayableMonth(day);
        expect(prescribedOn(oldest) >= day).toBe(true);
        expect(prescribedOn(addMonths(oldest, -1)) < day).toBe(true);
      }),
    );
    // 2024-10分の納期限は2024-12-02 (日曜の次の開庁日).
    expect(oldestPayableMonth(plainDate("2026-11-23"))).toBe("2024-10");
    expect(oldestPayableMonth(plainDate("2026-12-02"))).toBe("2024-10");
    expect(oldestPayableMonth(plainDate("2026-12-03"))).toBe("2024-11");
  });

  it("納期限の来ていない最初の月から終わりにできる。納期限の日にはもう終わりにできない", () => {
    fc.assert(
      fc.property(days, (day) => {
        const first = firstMonthNotDue(day);
        expect(premiumDueOn(first) > day).toBe(true);
        expect(premiumDueOn(addMonths(first, -1)) <= day).toBe(true);
      }),
    );
    expect(firstMonthNotDue(plainDate("2026-11-29"))).toBe("2026-10");
    expect(firstMonthNotDue(plainDate("2026-11-30"))).toBe("2026-11");
    // 年末の納期限は翌年の開庁日に延びる.
    expect(firstMonthNotDue(plainDate("2027-01-03"))).toBe("2026-11");
    expect(firstMonthNotDue(plainDate("2027-01-04"))).toBe("2026-12");
  });
});

describe("取消しと学特の終わり", () => {
  it("取消しは申請月の前月から、学特は学生でなくなった月の前月まで", () => {
    expect(cancellableFrom(plainDate("2026-01-31"))).toBe("2025-12");
    expect(lastStudentMonth(plainDate("2026-04-01"))).toBe("2026-03");
    expect(lastStudentMonth(plainDate("2026-04-30"))).toBe("2026-03");
  });
});

describe("追納 (法94条)", () => {
  it("最も古い月は追納の期限を過ぎず、その前の月は過ぎている", () => {
    fc.assert(
      fc.property(days, (day) => {
        const oldest = oldestLateMonth(day);
        expect(latePaymentUntil(oldest) >= day).toBe(true);
        expect(latePaymentUntil(addMonths(oldest, -1)) < day).toBe(true);
      }),
    );
  });

  it("加算額は翌年度から数えて3年度目から。3月分は4月中までは付かない", () => {
    const carries = (month: string, day: string) => carriesSurcharge(plainMonth(month), plainDate(day));
    expect(carries("2023-04", "2026-03-31")).toBe(false);
    expect(carries("2023-04", "2026-04-01")).toBe(true);
    expect(carries("2024-02", "2026-04-01")).toBe(true);
    expect(carries("2024-03", "2026-04-30")).toBe(false);
    expect(carries("2024-03", "2026-05-01")).toBe(true);
    fc.assert(
      fc.property(months, fc.nat({ max: 60 }), (month, more) => {
        const later = addMonths(month, more);
        if (carriesSurcharge(month, lastDayOf(later)))
          expect(carriesSurcharge(month, firstDayOf(addMonths(later, 1)))).toBe(true);
        expect(carriesSurcharge(month, firstDayOf(addMonths(month, 24)))).toBe(false);
        expect(carriesSurcharge(month, firstDayOf(addMonths(month, 36)))).toBe(true);
      }),
    );
  });
});
