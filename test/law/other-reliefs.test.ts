import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  additionalPremiumEndsFrom,
  additionalPremiumFrom,
  deemedWithdrawalOn,
  mayPayAdditional,
} from "../../shared/law/additional-premium.ts";
import { addMonths, monthOf, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { isStatutorilyExempt, statutoryPeriod, statutoryRoute } from "../../shared/law/statutory-exemption.ts";
import {
  fullMonthsLossDay,
  isSpecialVoluntaryBirth,
  mayEnrolSpecially,
  mayEnrolVoluntarily,
  voluntaryAgeLimit,
  voluntaryLossDay,
} from "../../shared/law/voluntary-enrolment.ts";
import { days } from "./generators.ts";

describe("法定免除 (法89条)", () => {
  it("該当月の前月から、該当しなくなった月まで", () => {
    fc.assert(
      fc.property(days, days, (began, ceased) => {
        fc.pre(began <= ceased);
        expect(statutoryPeriod(began, ceased)).toEqual({ from: addMonths(monthOf(began), -1), until: monthOf(ceased) });
      }),
    );
    expect(statutoryPeriod(plainDate("2026-09-15"), null)).toEqual({ from: "2026-08", until: null });
  });

  it("1・2級と生活扶助と入所は法定、その他の扶助と外国人の保護は申請、3級はどちらでもない", () => {
    const route = (fact: Parameters<typeof statutoryRoute>[0]) => statutoryRoute(fact).route;
    expect(([1, 2, 3] as const).map((grade) => route({ kind: "disability-pension", grade }))).toEqual([
      "statutory",
      "statutory",
      "none",
    ]);
    expect(route({ kind: "public-assistance", livelihood: true, foreigner: false })).toBe("statutory");
    expect(route({ kind: "public-assistance", livelihood: false, foreigner: false })).toBe("application");
    expect(route({ kind: "public-assistance", livelihood: true, foreigner: true })).toBe("application");
    expect(route({ kind: "facility" })).toBe("statutory");
  });

  it("既に納付した月と納付申出の月は免除せず、期間の外も免除しない", () => {
    const period = statutoryPeriod(plainDate("2026-09-15"), plainDate("2027-02-10"));
    const exempt = (month: string, already = false, byChoice = false) =>
      isStatutorilyExempt(period, plainMonth(month), { already, byChoice });
    expect(["2026-07", "2026-08", "2027-02", "2027-03"].map((month) => exempt(month))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(exempt("2026-08", true)).toBe(false);
    expect(exempt("2026-08", false, true)).toBe(false);
    expect(
      isStatutorilyExempt({ from: plainMonth("2026-08"), until: null }, plainMonth("2099-01"), {
        already: false,
        byChoice: false,
      }),
    ).toBe(true);
  });
});

describe("付加保険料 (法87条の2)", () => {
  const may = (more: Partial<Parameters<typeof mayPayAdditional>[0]> = {}) =>
    mayPayAdditional({ category: "1", relief: null, isFundMember: false, ...more });

  it("免除を受けない第1号と任意加入者が納付でき、産前産後・育児の月も納付できる", () => {
    expect(
      [may(), may({ category: "voluntary" }), may({ relief: "maternity" }), may({ relief: "childcare" })].every(
        ({ ok }) => ok,
      ),
    ).toBe(true);
    for (const relief of [
      "statutory",
      "full",
      "deferment",
      "student-deferment",
      "three-quarters",
      "half",
      "quarter",
    ] as const) {
      expect(may({ relief }).reasons[0]?.code, relief).toBe("month-exempted");
    }
    for (const category of ["2", "3", "special-voluntary"] as const) expect(may({ category }).ok).toBe(false);
    expect(may({ isFundMember: true }).reasons[0]?.code).toBe("fund-member");
  });

  it("申出月から納付し、辞退は申出月の前月から、既納の月を除く", () => {
    const withdrawn = plainDate("2026-11-23");
    expect(additionalPremiumFrom(withdrawn)).toBe("2026-11");
    expect(additionalPremiumEndsFrom(withdrawn, new Set())).toBe("2026-10");
    expect(additionalPremiumEndsFrom(withdrawn, new Set([plainMonth("2026-10")]))).toBe("2026-11");
    expect(additionalPremiumEndsFrom(withdrawn, new Set([plainMonth("2026-10"), plainMonth("2026-11")]))).toBe(
      "2026-12",
    );
    expect(deemedWithdrawalOn(plainDate("2026-11-10"))).toBe("2026-11-10");
  });
});

describe("任意加入 (法附則5条)", () => {
  const on = plainDate("2026-11-23");
  const may = (more: Partial<Parameters<typeof mayEnrolVoluntarily>[0]> = {}) =>
    mayEnrolVoluntarily(
      {
        birthDate: plainDate("1965-06-15"),
        residence: "domestic",
        isJapanese: true,
        hasOldAgeBenefit: false,
        receivesOldAgeBasic: false,
        creditedMonths: 430,
        ...more,
      },
      on,
    );

  it("国内は60歳から64歳、在外の日本人と老齢給付を受けられる人は20歳から64歳", () => {
    const young = plainDate("1990-01-01");
    expect(may().ok).toBe(true);
    expect(may({ birthDate: young }).ok).toBe(false);
    expect(may({ birthDate: young, residence: "abroad" }).ok).toBe(true);
    expect(may({ birthDate: young, residence: "abroad", isJapanese: false }).ok).toBe(false);
    expect(may({ birthDate: young, hasOldAgeBenefit: true }).ok).toBe(true);
    expect(may({ birthDate: plainDate("1961-11-24") }).ok).toBe(false);
    expect(may({ birthDate: plainDate("1961-11-25") }).ok).toBe(true);
    expect(may({ birthDate: plainDate("1966-11-24") }).ok).toBe(true);
    expect(may({ birthDate: plainDate("1966-11-25") }).ok).toBe(false);
  });

  it("480月に達した人と老齢基礎年金の受給者は加入できない", () => {
    expect(may({ creditedMonths: 479 }).ok).toBe(true);
    expect(may({ creditedMonths: 480 }).reasons[0]?.code).toBe("full-months-reached");
    expect(may({ receivesOldAgeBasic: true }).reasons[0]?.code).toBe("old-age-received");
  });

  it("65歳到達日・480月の翌月初日・国籍喪失の翌日に喪失する", () => {
    expect(voluntaryAgeLimit(plainDate("1961-12-01"))).toBe("2026-11-30");
    expect(voluntaryAgeLimit(plainDate("1956-12-01"), 70)).toBe("2026-11-30");
    expect(fullMonthsLossDay(479, plainMonth("2026-11"))).toBe("2026-12-01");
    expect(fullMonthsLossDay(470, plainMonth("2026-11"))).toBe("2027-09-01");
    expect(voluntaryLossDay("nationality-lost", plainDate("2026-11-10"))).toBe("2026-11-11");
    expect(voluntaryLossDay("withdrawal", plainDate("2026-11-10"))).toBe("2026-11-10");
  });

  it("特例任意加入は生年月日・65歳から69歳・120月未満を要する", () => {
    const birth = plainDate("1959-05-05");
    expect(mayEnrolSpecially(birth, 100, on).ok).toBe(true);
    expect(mayEnrolSpecially(birth, 120, on).reasons[0]?.code).toBe("qualifying-period-met");
    expect(mayEnrolSpecially(plainDate("1970-05-05"), 100, on).reasons[0]?.code).toBe("outside-special-age");
    expect(mayEnrolSpecially(plainDate("1956-11-24"), 100, on).ok).toBe(false);
    expect(["1975-04-01", "1975-04-02"].map((day) => isSpecialVoluntaryBirth(plainDate(day), on))).toEqual([
      true,
      false,
    ]);
    expect(isSpecialVoluntaryBirth(plainDate("1970-01-01"), plainDate("2025-06-19"))).toBe(false);
  });
});
