import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  basicAmounts,
  basicAmountsAt,
  disabilityBase,
  disabilityPension,
  fullAmountFor,
  supportBenefits,
  survivorPension,
} from "../../shared/law/benefit-amounts.ts";
import { addMonths, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { rowAt } from "../../shared/law/dated.ts";
import { deathLumpSum, lumpSumMonths, mayClaimWidowPension, widowPension } from "../../shared/law/death-benefits.ts";
import {
  disabilityIncomeLines,
  suspensionFor,
  suspensionIncomeYear,
  suspensionMonths,
} from "../../shared/law/disability-income-limit.ts";
import { monthsIn } from "../../shared/law/month-span.ts";
import {
  additionalPension,
  noMonths,
  type OldAgeMonths,
  oldAgePension,
  oldAgePensionTakenAt,
  pensionShare,
  qualifyingMonths,
} from "../../shared/law/old-age-pension.ts";
import { monthlyPremiums, partPaymentOf, premiumOf } from "../../shared/law/premium.ts";
import { roundToYen } from "../../shared/law/rounding.ts";
import {
  specialDisabilityBenefitOf,
  specialDisabilityFirstMonth,
  specialDisabilityPayment,
} from "../../shared/law/special-disability-benefit.ts";
import { people } from "./generators.ts";

const r8 = plainMonth("2026-11");
const amounts = basicAmountsAt(r8) ?? basicAmounts.rows[0]?.value;
const count = fc.nat({ max: 480 });
const monthCounts: fc.Arbitrary<OldAgeMonths> = fc.record({
  paid: count,
  quarter: count,
  half: count,
  threeQuarters: count,
  full: count,
  quarterBefore: count,
  halfBefore: count,
  threeQuartersBefore: count,
  fullBefore: count,
  deferred: count,
  complementary: count,
});

describe("保険料 (法87条・90条の2第6項)", () => {
  it("決まっていない年度の額は答えない", () => {
    expect(premiumOf(plainMonth("2028-03"))).toBe(18_290);
    expect(premiumOf(plainMonth("2028-04"))).toBeUndefined();
    expect(premiumOf(plainMonth("2022-03"))).toBeUndefined();
  });

  it("納付額は10円単位で、厳密な額と5円を超えて違わず、免除が大きいほど少ない", () => {
    for (const { value } of monthlyPremiums.rows) {
      const parts = (["three-quarters", "half", "quarter"] as const).map((each) => partPaymentOf(each, value));
      parts.forEach((part, at) => {
        expect(part % 10).toBe(0);
        expect(Math.abs(part - (value * (at + 1)) / 4)).toBeLessThanOrEqual(5);
      });
      expect(parts).toEqual([...parts].sort((a, b) => a - b));
    }
    expect(partPaymentOf("half", 16_590)).toBe(8_300);
    expect(partPaymentOf("quarter", 16_590)).toBe(12_440);
  });

  it("表の行は月の順に並ぶ", () => {
    for (const { rows } of [monthlyPremiums, basicAmounts, disabilityIncomeLines]) {
      const froms = rows.map(({ from }) => from as string);
      expect(froms).toEqual([...froms].sort());
      expect(
        rowAt({ rows: [...rows] as typeof monthlyPremiums.rows }, addMonths(plainMonth(froms[0] ?? ""), -1)),
      ).toBeUndefined();
    }
  });
});

describe("老齢基礎年金 (法27条)", () => {
  it("満額を超えず、480月の納付で満額になる", () => {
    expect(oldAgePension(847_300, { ...noMonths, paid: 480 })).toBe(847_300);
    fc.assert(
      fc.property(monthCounts, (months) => {
        expect(oldAgePension(847_300, months)).toBeLessThanOrEqual(847_300);
      }),
    );
  });

  it("480月の中では、納付が多いほど減らず、免除の割合が大きいほど増えない", () => {
    const kinds = ["paid", "quarter", "half", "threeQuarters", "full", "deferred"] as const;
    fc.assert(
      fc.property(fc.nat({ max: 478 }), fc.integer({ min: 1, max: 4 }), (months, at) => {
        const value = (kind: keyof OldAgeMonths) => oldAgePension(847_300, { ...noMonths, [kind]: months + 1 });
        expect(value(kinds[at - 1] ?? "paid")).toBeGreaterThanOrEqual(value(kinds[at] ?? "full"));
        const more = oldAgePension(847_300, { ...noMonths, half: months + 1, paid: 1 });
        expect(more).toBeGreaterThanOrEqual(oldAgePension(847_300, { ...noMonths, half: months + 1 }));
      }),
    );
  });

  it("480月を超える免除月は超過分の率で数え、全額免除の超過は0である", () => {
    const share = (months: Partial<OldAgeMonths>) => pensionShare({ ...noMonths, ...months }).numerator / 24;
    expect(share({ paid: 400, quarter: 100 })).toBe(400 + 80 * (7 / 8) + 20 * (3 / 8));
    expect(share({ paid: 470, half: 20 })).toBe(470 + 10 * 0.75 + 10 * 0.25);
    expect(share({ paid: 470, threeQuarters: 18 })).toBe(470 + 10 * 0.625 + 8 * 0.125);
    expect(share({ paid: 470, full: 100 })).toBe(475);
    expect(share({ quarterBefore: 240, halfBefore: 120, threeQuartersBefore: 60, fullBefore: 60 })).toBe(
      200 + 80 + 30 + 20,
    );
    expect(share({ paid: 300, deferred: 180, complementary: 60 })).toBe(300);
  });

  it("受給資格期間には猶予・学特・合算対象期間も入る", () => {
    expect(qualifyingMonths({ ...noMonths, paid: 60, deferred: 30, complementary: 30 })).toBe(120);
  });

  it("50銭未満は切り捨て、50銭以上は切り上げる", () => {
    expect(roundToYen(847_300, 5, 8)).toBe(529_563);
    expect(roundToYen(1, 49, 100)).toBe(0);
    expect(roundToYen(1, 50, 100)).toBe(1);
  });

  it("繰上げは月0.4%減、繰下げは月0.7%増", () => {
    expect(oldAgePensionTakenAt(847_300, -60)).toBe(643_948);
    expect(oldAgePensionTakenAt(847_300, 120)).toBe(1_559_032);
    expect(oldAgePensionTakenAt(847_300, 0)).toBe(847_300);
  });

  it("昭和37年4月1日以前生まれの繰上げは月0.5%減、繰下げは同じ", () => {
    expect(oldAgePensionTakenAt(847_300, -60, plainDate("1962-04-01"))).toBe(593_110);
    expect(oldAgePensionTakenAt(847_300, -60, plainDate("1962-04-02"))).toBe(643_948);
    expect(oldAgePensionTakenAt(847_300, 60, plainDate("1962-04-01"))).toBe(1_203_166);
  });

  it("付加年金は200円に月数を掛ける", () => {
    expect(additionalPension(120)).toBe(24_000);
  });
});

describe("障害基礎・遺族基礎年金", () => {
  it("1級は2級の1.25倍で、子は2人まで同額、3人目から別の額", () => {
    if (amounts === undefined) throw new Error("R8 is in the table");
    expect(disabilityBase(1, amounts.full)).toBe(1_059_125);
    const of = (grade: 1 | 2, children: number, suspension: "none" | "half" | "all" = "none") =>
      disabilityPension(amounts, { grade, children, suspension });
    expect(of(1, 3)).toBe(1_059_125 + 243_800 * 2 + 81_300);
    expect(of(2, 1, "half")).toBe(667_450);
    expect(of(1, 0, "half")).toBe(529_563);
    expect(of(2, 2, "all")).toBe(0);
    expect(survivorPension(amounts, "spouse", 2)).toBe(847_300 + 243_800 * 2);
    expect(survivorPension(amounts, "children", 2)).toBe(847_300 + 243_800);
    expect(survivorPension(amounts, "spouse", 0)).toBe(0);
  });

  it("子だけが受けるときは、一人目に加算がなく、三人目からは別の額である (法39条の2)", () => {
    if (amounts === undefined) throw new Error("R8 is in the table");
    expect([0, 1, 2, 3, 4].map((children) => survivorPension(amounts, "children", children))).toEqual([
      0,
      847_300,
      847_300 + 243_800,
      847_300 + 243_800 + 81_300,
      847_300 + 243_800 + 81_300 * 2,
    ]);
  });

  it("昭和31年4月1日以前生まれは既裁定者の額である", () => {
    if (amounts === undefined) throw new Error("R8 is in the table");
    expect(fullAmountFor(amounts, plainDate("1956-04-01"))).toBe(844_900);
    expect(fullAmountFor(amounts, plainDate("1956-04-02"))).toBe(847_300);
    expect(fullAmountFor(amounts)).toBe(847_300);
  });

  it("令和8年度の年金生活者支援給付金は1級が基準額の1.25倍である", () => {
    expect(rowAt(supportBenefits, r8)?.value).toEqual({ standard: 5_620, disabilityFirstGrade: 7_025 });
    expect(rowAt(supportBenefits, plainMonth("2027-04"))).toBeUndefined();
  });
});

describe("死亡一時金・寡婦年金", () => {
  const lump = (paid: number, more: Partial<Parameters<typeof deathLumpSum>[0]> = {}) =>
    deathLumpSum({ paid, quarter: 0, half: 0, threeQuarters: 0, additional: 0, ...more });

  it("月数の段階ごとに増え、36月未満は付加があっても0円", () => {
    expect([35, 36, 179, 180, 239, 240, 299, 300, 359, 360, 419, 420].map((months) => lump(months))).toEqual([
      0, 120_000, 120_000, 145_000, 145_000, 170_000, 170_000, 220_000, 220_000, 270_000, 270_000, 320_000,
    ]);
    expect(lump(35, { additional: 40 })).toBe(0);
    expect(lump(36, { additional: 35 })).toBe(120_000);
    expect(lump(36, { additional: 36 })).toBe(128_500);
  });

  it("一部免除の月は納付した割合で数える", () => {
    expect(lumpSumMonths({ paid: 1, quarter: 1, half: 1, threeQuarters: 1, additional: 0 })).toBe(2.5);
    expect(lump(20, { threeQuarters: 63 })).toBe(0);
    expect(lump(20, { threeQuarters: 64 })).toBe(120_000);
  });

  it("寡婦年金は夫の老齢基礎年金の4分の3で、端数は最後に一度だけ処理する", () => {
    expect(widowPension(847_300, { ...noMonths, paid: 120 })).toBe(158_869);
    fc.assert(
      fc.property(monthCounts, (months) => {
        const widow = widowPension(847_300, months);
        expect(Math.abs(widow - oldAgePension(847_300, months) * 0.75)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("夫の納付・免除10年、婚姻10年、夫の受給なし、妻65歳未満のすべてを要する", () => {
    const facts = { husbandMonths: 120, marriageMonths: 120, husbandReceived: false, wifeAge: 60 };
    expect(mayClaimWidowPension(facts).ok).toBe(true);
    const codes = [{ husbandMonths: 119 }, { marriageMonths: 119 }, { husbandReceived: true }, { wifeAge: 65 }].map(
      (change) => mayClaimWidowPension({ ...facts, ...change }).reasons[0]?.code,
    );
    expect(codes).toEqual([
      "husband-under-ten-years",
      "marriage-under-ten-years",
      "husband-received",
      "wife-over-sixty-four",
    ]);
  });
});

describe("20歳前傷病・特別障害給付金の所得制限", () => {
  const none = { general: 0, elderly: 0, specific: 0 };
  const at = (month: string, income: number, dependants = none) => suspensionFor(plainMonth(month), income, dependants);

  it("基準額ちょうどは停止せず、1円超えると停止する", () => {
    expect([3_858_000, 3_858_001, 4_918_000, 4_918_001].map((income) => at("2026-10", income).suspension)).toEqual([
      "none",
      "half",
      "half",
      "all",
    ]);
  });

  it("所得が増えて停止が軽くなることも、扶養が増えて重くなることもない", () => {
    const weight = { none: 0, half: 1, all: 2 };
    fc.assert(
      fc.property(fc.nat({ max: 7_000_000 }), fc.nat({ max: 1_000_000 }), people, (income, more, { dependants }) => {
        const base = weight[at("2026-10", income, dependants).suspension];
        expect(weight[at("2026-10", income + more, dependants).suspension]).toBeGreaterThanOrEqual(base);
        const larger = { ...dependants, specific: dependants.specific + 1 };
        expect(weight[at("2026-10", income, larger).suspension]).toBeLessThanOrEqual(base);
      }),
    );
  });

  it("停止は10月から翌年9月で、前年(1月から9月は前々年)の所得による", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2018, max: 2030 }), (year) => {
        const months = monthsIn(suspensionMonths(year));
        expect(months).toHaveLength(12);
        expect(months.every((month) => suspensionIncomeYear(month) === year)).toBe(true);
      }),
    );
  });

  it("表にない月は答えない", () => {
    expect(() => at("2027-10", 0)).toThrow(RangeError);
    expect(() => at("2018-09", 0)).toThrow(RangeError);
  });

  it("特別障害給付金は停止の後に他の年金を差し引き、0円を下回らず、請求の翌月から", () => {
    expect(specialDisabilityBenefitOf(1, r8)).toBe(58_650);
    expect(specialDisabilityBenefitOf(2, plainMonth("2027-04"))).toBeUndefined();
    expect(specialDisabilityPayment(58_650, "none", 40_000)).toBe(18_650);
    expect(specialDisabilityPayment(46_920, "half", 0)).toBe(23_460);
    expect(specialDisabilityPayment(46_920, "half", 30_000)).toBe(0);
    expect(specialDisabilityPayment(46_920, "all", 0)).toBe(0);
    expect(specialDisabilityFirstMonth(plainDate("2026-11-23"))).toBe("2026-12");
  });
});
