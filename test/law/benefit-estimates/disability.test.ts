import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateDisabilityIncomeLimit } from "../../../shared/law/benefit-estimates/disability-income-limit.ts";
import {
  type DisabilityFacts,
  estimateDisabilityPension,
} from "../../../shared/law/benefit-estimates/disability-pension.ts";
import {
  estimateSpecialDisabilityBenefit,
  type SpecialDisabilityFacts,
} from "../../../shared/law/benefit-estimates/special-disability-benefit.ts";
import { estimateSurvivorPension } from "../../../shared/law/benefit-estimates/survivor-pension.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { people } from "../generators.ts";
import { born, codesOf, isWellTold, lineOf, r8 } from "./support.ts";

const nobody = { general: 0, elderly: 0, specific: 0 };
const income = (yen: number | null, dependants = nobody) => ({ income: yen, dependants });
const grades = fc.constantFrom(1 as const, 2 as const);

describe("障害基礎年金の見込み (法33条・33条の2・36条の3)", () => {
  const estimate = (over: Partial<DisabilityFacts> = {}) =>
    estimateDisabilityPension({ birthDate: born, month: r8, grade: 2, children: 0, beforeTwenty: null, ...over });

  it("1級は満額の1.25倍で、子は2人までと3人目からを分けて加える", () => {
    const told = estimate({ grade: 1, children: 3 });
    expect(told.annualYen).toBe(1_059_125 + 487_600 + 81_300);
    expect([lineOf(told, "grade-1"), lineOf(told, "first-children"), lineOf(told, "further-children")]).toMatchObject([
      { yen: 1_059_125, article: "国民年金法33条2項" },
      { yen: 487_600, message: "子の加算(2人目まで)は243,800円×2人=487,600円です。" },
      { yen: 81_300, message: "子の加算(3人目から)は81,300円×1人=81,300円です。" },
    ]);
    expect(estimate({ birthDate: plainDate("1956-04-01") }).annualYen).toBe(844_900);
    expect(codesOf(estimate().lines)).toEqual(["full-amount", "grade-2", "requirements-not-examined"]);
  });

  it("20歳前傷病でなければ、所得を見ない", () => {
    expect(estimate()).toMatchObject({ annualYen: 847_300, suspension: null, against: [] });
  });

  it("2分の1停止では本体だけが半分になり、全額停止では子の加算もなくなる", () => {
    const half = estimate({ children: 1, beforeTwenty: income(3_858_001) });
    expect(half).toMatchObject({ annualYen: 667_450, suspension: { suspension: "half", margin: 1_059_999 } });
    expect(lineOf(half, "stopped-part")).toMatchObject({
      message: "2分の1停止では、本体の半額423,650円が残ります。子の加算は減りません。",
      confidence: "medium",
    });
    expect(codesOf(half.against)).toEqual(["stopped-half"]);
    expect(estimate({ grade: 1, beforeTwenty: income(4_918_000) }).annualYen).toBe(529_563);
    const all = estimate({ children: 1, beforeTwenty: income(4_918_001) });
    expect([all.annualYen, codesOf(all.against)]).toEqual([0, ["stopped-all"]]);
  });

  it("所得が分からなければ、0円とみなさず、額を決めない", () => {
    const told = estimate({ beforeTwenty: income(null) });
    expect([told.annualYen, codesOf(told.against), told.suspension?.margin]).toEqual([null, ["income-unknown"], null]);
    expect(codesOf(told.lines)).toContain("suspension-unknown");
    expect(codesOf(told.lines)).not.toContain("suspension-none");
  });

  it("停止すれば額は増えず、子が増えれば減らない", () => {
    fc.assert(
      fc.property(grades, fc.nat({ max: 6 }), fc.nat({ max: 6_000_000 }), (grade, children, yen) => {
        const of = (more: number, beforeTwenty = income(yen)) =>
          estimate({ grade, children: children + more, beforeTwenty }).annualYen ?? Number.NaN;
        expect(of(0)).toBeLessThanOrEqual(of(0, income(0)));
        expect(of(1)).toBeGreaterThanOrEqual(of(0));
        expect(isWellTold(estimate({ grade, children, beforeTwenty: income(yen) }))).toBe(true);
      }),
    );
  });
});

describe("遺族基礎年金の見込み (法37条の2〜39条の2)", () => {
  const estimate = (to: "spouse" | "children", children: number) =>
    estimateSurvivorPension({ birthDate: born, month: r8, to, children });

  it("子のある配偶者には、子の数だけ加算する", () => {
    expect([1, 2, 3].map((children) => estimate("spouse", children).annualYen)).toEqual([
      1_091_100, 1_334_900, 1_416_200,
    ]);
  });

  it("子だけなら、2人目から加算し、1人あたりの額を言う", () => {
    const told = estimate("children", 3);
    expect([told.annualYen, lineOf(told, "each-child")?.yen]).toEqual([1_172_400, 390_800]);
    expect(lineOf(told, "first-children")).toMatchObject({
      message: "子の加算(2人目、1人目にはない)は243,800円×1人=243,800円です。",
      article: "国民年金法39条の2第1項",
    });
    expect(codesOf(estimate("children", 1).lines)).not.toContain("each-child");
  });

  it("子がなければ支給されない", () => {
    expect(estimate("spouse", 0)).toMatchObject({ annualYen: 0, against: [{ code: "no-child" }] });
  });

  it("子が増えて額が減ることはなく、行の額を足すと年額になる", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("spouse" as const, "children" as const),
        fc.integer({ min: 1, max: 8 }),
        (to, children) => {
          const told = estimate(to, children);
          expect(estimate(to, children + 1).annualYen).toBeGreaterThan(told.annualYen);
          const sum = ["full-amount", "first-children", "further-children"]
            .map((code) => lineOf(told, code)?.yen ?? 0)
            .reduce((a, b) => a + b, 0);
          expect(sum).toBe(told.annualYen);
          expect(isWellTold(told)).toBe(true);
        },
      ),
    );
  });
});

describe("20歳前傷病の支給停止の見込み (法36条の3・令5条の4)", () => {
  const estimate = (...incomes: readonly (readonly [number, number | null, typeof nobody?])[]) =>
    estimateDisabilityIncomeLimit(incomes.map(([year, yen, dependants]) => ({ year, ...income(yen, dependants) })));

  it("所得の年ごとに、10月から翌9月までを、その期間の線で決める", () => {
    const told = estimate([2025, 3_800_000], [2024, 3_800_000], [2020, 3_704_001]);
    expect(told.periods).toMatchObject([
      {
        incomeYear: 2020,
        from: "2021-10",
        until: "2022-09",
        suspension: "half",
        halfLine: 3_704_000,
        allLine: 4_721_000,
      },
      { incomeYear: 2024, from: "2025-10", until: "2026-09", suspension: "half", margin: 994_000 },
      { incomeYear: 2025, from: "2026-10", until: "2027-09", suspension: "none", margin: 58_000 },
    ]);
    expect(told.against.map(({ message }) => message)).toEqual([
      "2021年10月から2022年9月までは、所得のため2分の1が支給停止です。",
      "2025年10月から2026年9月までは、所得のため2分の1が支給停止です。",
    ]);
  });

  it("扶養の種類ごとに線を上げ、全額の線の加算は確かでないと言う", () => {
    // 3,858,000 + 38万 + 48万 + 63万
    const [period] = estimate([2025, 5_348_001, { general: 1, elderly: 1, specific: 1 }]).periods;
    expect(period).toMatchObject({ suspension: "half", halfLine: 5_348_000, allLine: 6_408_000 });
    expect(period?.lines.filter(({ code }) => code.endsWith("-line"))).toMatchObject([
      {
        message:
          "2分の1が停止する線は3,858,000円+扶養親族等1人×380,000円+老人扶養親族等1人×480,000円+特定扶養親族等1人×630,000円=5,348,000円です(超えると停止)。",
      },
      { code: "all-line", yen: 6_408_000, confidence: "low" },
    ]);
    const [alone] = estimate([2025, 0]).periods;
    expect(alone?.lines.find(({ code }) => code === "all-line")).not.toHaveProperty("confidence");
  });

  it("まだ線の決まっていない期間は、最後の線によると言い、知らない所得では決めない", () => {
    const told = estimate([2026, 0], [2027, null]);
    expect(told.periods.map(({ halfLine, suspension }) => [halfLine, suspension])).toEqual([
      [3_858_000, "none"],
      [3_858_000, null],
    ]);
    expect(told.periods[0]?.lines[0]).toMatchObject({
      code: "lines-not-fixed",
      message: "2027年10月から2028年9月までの線はまだ決まっていないため、最後に決まった線で見込みます。",
    });
    expect(codesOf(told.against)).toEqual(["income-unknown"]);
  });

  it("余裕の分だけ所得が増えても変わらず、1円超えると変わる", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2017, max: 2025 }),
        fc.nat({ max: 6_000_000 }),
        people,
        (year, yen, { dependants }) => {
          const of = (each: number) => estimate([year, each, dependants]).periods[0];
          const found = of(yen);
          fc.pre(found !== undefined && found.margin !== null);
          const margin = found?.margin ?? 0;
          expect(margin).toBeGreaterThanOrEqual(0);
          expect(of(yen + margin)?.suspension).toBe(found?.suspension);
          expect(of(yen + margin + 1)?.suspension).not.toBe(found?.suspension);
          expect(isWellTold(estimate([year, yen, dependants]))).toBe(true);
        },
      ),
    );
  });
});

describe("特別障害給付金の見込み", () => {
  const estimate = (over: Partial<SpecialDisabilityFacts> = {}) =>
    estimateSpecialDisabilityBenefit({
      birthDate: plainDate("1968-04-10"),
      grade: 1,
      ground: "student",
      firstVisitOn: plainDate("1989-05-01"),
      claimedOn: plainDate("2026-11-23"),
      month: r8,
      income: income(0),
      otherPensionMonthlyYen: 0,
      ...over,
    });

  it("級ごとの月額を、請求した月の翌月から", () => {
    const told = estimate();
    expect([told.monthlyYen, told.against, lineOf(told, "first-month")?.message]).toEqual([
      58_650,
      [],
      "支給は請求した月の翌月の2026年12月分からです(さかのぼりません)。",
    ]);
    expect(estimate({ grade: 2 }).monthlyYen).toBe(46_920);
    expect(
      lineOf(estimate({ month: plainMonth("2024-04"), claimedOn: plainDate("2024-01-10") }), "monthly-amount"),
    ).toMatchObject({
      yen: 55_350,
      confidence: "medium",
    });
  });

  it("支給の月を決める年の所得は、請求の翌月で選ぶ", () => {
    expect(estimate({ claimedOn: plainDate("2026-09-30"), month: plainMonth("2026-09") }).suspension).toMatchObject({
      incomeYear: 2025,
      from: "2026-10",
    });
    expect(estimate({ claimedOn: plainDate("2026-08-30"), month: plainMonth("2026-09") }).suspension.incomeYear).toBe(
      2024,
    );
  });

  it("所得による停止を先にし、残りからほかの年金を引き、0円を下回らない", () => {
    const half = estimate({ grade: 2, income: income(3_858_001) });
    expect([half.monthlyYen, codesOf(half.against), lineOf(half, "stopped-part")?.yen]).toEqual([
      23_460,
      ["stopped-half"],
      23_460,
    ]);
    expect(estimate({ otherPensionMonthlyYen: 40_000 }).monthlyYen).toBe(18_650);
    const covered = estimate({ otherPensionMonthlyYen: 58_650 });
    expect([covered.monthlyYen, codesOf(covered.against)]).toEqual([0, ["other-pensions-cover"]]);
    const rest = estimate({ grade: 2, income: income(3_858_001), otherPensionMonthlyYen: 23_460 });
    expect([rest.monthlyYen, codesOf(rest.against)]).toEqual([0, ["stopped-half", "other-pensions-cover"]]);
    const unknown = estimate({ income: income(null), otherPensionMonthlyYen: 60_000 });
    expect([unknown.monthlyYen, codesOf(unknown.against)]).toEqual([0, ["income-unknown", "other-pensions-cover"]]);
    expect(estimate({ income: income(4_918_001) })).toMatchObject({
      monthlyYen: 0,
      against: [{ code: "stopped-all" }],
    });
    expect(estimate({ income: income(null) })).toMatchObject({
      monthlyYen: null,
      against: [{ code: "income-unknown" }],
    });
  });

  it("65歳に達する日からは請求できず、初診日は学生なら平成3年3月、配偶者なら昭和61年3月まで", () => {
    const of = (over: Partial<SpecialDisabilityFacts>) => codesOf(estimate(over).against);
    const birthDate = plainDate("1961-11-25");
    expect([
      of({ birthDate, claimedOn: plainDate("2026-11-23") }),
      of({ birthDate, claimedOn: plainDate("2026-11-24") }),
      of({ firstVisitOn: plainDate("1991-03-31") }),
      of({ firstVisitOn: plainDate("1991-04-01") }),
      of({ ground: "spouse", firstVisitOn: plainDate("1986-03-31") }),
      of({ ground: "spouse", firstVisitOn: plainDate("1986-04-01") }),
    ]).toEqual([[], ["claim-after-65"], [], ["first-visit-too-late"], [], ["first-visit-too-late"]]);
    expect(estimate({ firstVisitOn: plainDate("1991-04-01") }).monthlyYen).toBe(0);
  });

  it("所得やほかの年金が増えて額が増えることはない", () => {
    const yen = fc.nat({ max: 6_000_000 });
    fc.assert(
      fc.property(grades, yen, yen, fc.nat({ max: 70_000 }), (grade, low, more, otherPensionMonthlyYen) => {
        const of = (each: number, other: number) =>
          estimate({ grade, income: income(each), otherPensionMonthlyYen: other }).monthlyYen ?? Number.NaN;
        expect(of(low + more, otherPensionMonthlyYen)).toBeLessThanOrEqual(of(low, otherPensionMonthlyYen));
        expect(of(low, otherPensionMonthlyYen + 1)).toBeLessThanOrEqual(of(low, otherPensionMonthlyYen));
        expect(isWellTold(estimate({ grade, income: income(low), otherPensionMonthlyYen }))).toBe(true);
      }),
    );
  });
});
