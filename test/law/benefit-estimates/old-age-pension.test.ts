import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noBenefitMonths } from "../../../shared/law/benefit-estimates/benefit-months.ts";
import { fractionWords, partMonthsWords } from "../../../shared/law/benefit-estimates/fractions.ts";
import { estimateOldAgePension, type OldAgeFacts } from "../../../shared/law/benefit-estimates/old-age-pension.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { anyMonths, born, codesOf, isWellTold, lineOf, monthsOf, r8 } from "./support.ts";

const estimate = (months: Parameters<typeof monthsOf>[0], over: Partial<OldAgeFacts> = {}) =>
  estimateOldAgePension({ birthDate: born, month: r8, months: monthsOf(months), takenAt: null, ...over });
const takenAt = (years: number, months = 0) => ({ takenAt: { years, months } });

describe("老齢基礎年金の見込み (法26条〜28条・44条)", () => {
  it("月の種類ごとに、数えた月を言う", () => {
    const told = estimate({
      paid: 300,
      maternity: 6,
      half: 100,
      fullBefore: 60,
      quarterBefore: 3,
      deferred: 24,
      halfUnpaid: 12,
    });
    // 306 + 75 + 20 + 2.5 = 403.5月
    expect(told.annualYen).toBe(Math.round((847_300 * 403.5) / 480));
    expect(told.lines.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        "満額はR8年度の847,300円(昭和31年4月2日以後に生まれた人)です。",
        "産前産後免除6月は、保険料納付済期間に数えます。",
        "納付済の期間306月×1で、306月と数えます。",
        "4分の1免除(平成21年3月以前)3月×5/6で、2と1/2月と数えます。",
        "半額免除(平成21年4月以後)100月×3/4で、75月と数えます。",
        "全額免除・法定免除(平成21年3月以前)60月×1/3で、20月と数えます。",
        "納付猶予・学生納付特例24月は、受給資格期間には数えますが、額には数えません。",
        "半額免除で残りが未納12月は、額にも受給資格期間にも数えません(一部免除は残りを納めたときだけ数えます)。",
        "受給資格期間は493月です(120月で受けられます)。",
        "老齢基礎年金は847,300円×403と1/2月÷480月=712,262円(50銭未満切捨て、50銭以上切上げ)です。",
      ]),
    );
    expect(told.against).toEqual([]);
  });

  it("480月を超える免除の月は、収まる月と超える月を分けて言う", () => {
    const told = estimate({ paid: 400, quarter: 100 });
    // 400 + 80×7/8 + 20×3/8 = 477.5月
    expect(told.annualYen).toBe(842_887);
    expect(lineOf(told, "months-quarter")).toMatchObject({
      message: "4分の1免除(平成21年4月以後)100月: 480月に収まる80月×7/8と、超える20月×3/8で、77と1/2月と数えます。",
      confidence: "medium",
    });
    const full = estimate({ paid: 470, half: 20 });
    expect([full.annualYen, lineOf(full, "full-480")?.article]).toEqual([847_300, "国民年金法27条"]);
    expect(lineOf(told, "full-480")).toBeUndefined();
  });

  it("付加年金は200円に月数を掛け、老齢基礎年金と合わせる", () => {
    const told = estimate({ paid: 480, additional: 120 });
    expect([told.annualYen, lineOf(told, "additional-amount")?.yen]).toEqual([871_300, 24_000]);
  });

  it("繰上げは月0.4%、昭和37年4月1日以前に生まれた人は月0.5%減り、付加年金も減る", () => {
    const early = estimate({ paid: 480, additional: 36 }, takenAt(60));
    expect([
      early.annualYen,
      lineOf(early, "basic-amount-taken")?.yen,
      lineOf(early, "additional-amount-taken")?.yen,
    ]).toEqual([643_948 + 5_472, 643_948, 5_472]);
    expect(lineOf(early, "taken-early")?.message).toBe(
      "65歳より60月早い繰上げで、月0.4%ずつ、あわせて24%減ります(一生変わりません)。",
    );
    expect(lineOf(early, "first-month")?.message).toBe("65歳に達する月は2035年5月で、支給は2030年6月分からです。");
    const older = estimate({ paid: 480 }, { ...takenAt(60, 1), birthDate: plainDate("1962-04-01") });
    expect([older.annualYen, lineOf(older, "taken-early")?.message]).toEqual([
      Math.round(847_300 * (1 - 59 * 0.005)),
      "65歳より59月早い繰上げで、月0.5%ずつ、あわせて29.5%減ります(一生変わりません)。",
    ]);
  });

  it("繰下げは66歳から月0.7%増え、昭和27年4月1日以前に生まれた人は70歳まで、ほかは75歳までが限りである", () => {
    const at = (years: number, months: number, birthDate = born) =>
      estimate({ paid: 480 }, { ...takenAt(years, months), birthDate });
    expect([at(66, 0), at(75, 0), at(75, 11)].map(({ annualYen }) => annualYen)).toEqual([
      918_473, 1_559_032, 1_559_032,
    ]);
    expect(codesOf(at(75, 0).lines)).not.toContain("late-limit");
    expect(lineOf(at(66, 0), "late-effects")?.article).toBe("国民年金法28条1項ただし書");
    expect(lineOf(at(66, 0), "early-effects")).toBeUndefined();
    expect(lineOf(at(75, 11), "late-limit")?.message).toBe("繰下げによる増額は75歳までの120月が限りです。");
    const elder = at(72, 0, plainDate("1952-04-01"));
    expect([elder.annualYen, lineOf(elder, "late-limit")?.message]).toEqual([
      Math.round(844_900 * 1.42),
      "繰下げによる増額は70歳までの60月が限りです。",
    ]);
    expect(at(72, 0, plainDate("1952-04-02")).annualYen).toBe(Math.round(844_900 * (1 + 84 * 0.007)));
  });

  it("66歳に達する前の請求は増額されず、65歳の翌月分からになる", () => {
    const told = estimate({ paid: 480 }, takenAt(65, 11));
    expect([told.annualYen, lineOf(told, "no-deferral-yet")?.message]).toEqual([
      847_300,
      "66歳に達する前(65歳から11月)の請求は繰下げにならず、65歳にさかのぼって増額なしで支給されます。",
    ]);
    expect(lineOf(told, "first-month")?.message).toContain("支給は2035年6月分から");
  });

  it("昭和16年4月1日以前に生まれた人の繰上げ・繰下げは、扱わないと言う", () => {
    const told = (birthDate: string, years: number) =>
      codesOf(estimate({ paid: 480 }, { ...takenAt(years), birthDate: plainDate(birthDate) }).against);
    expect([told("1941-04-01", 70), told("1941-04-02", 70), told("1941-04-01", 65)]).toEqual([
      ["rates-not-covered"],
      [],
      [],
    ]);
  });

  it("120月に足りなければ、足りない月数を言い、額は0円とする", () => {
    const told = estimate({ paid: 60, deferred: 30, complementary: 29, unpaid: 200 });
    expect([told.annualYen, told.against]).toEqual([
      0,
      [expect.objectContaining({ code: "qualifying-months-short", message: "受給資格期間が1月足りません。" })],
    ]);
    expect(estimate({ paid: 60, deferred: 30, complementary: 30 }).annualYen).toBe(105_913);
  });

  it("猶予・学特・合算対象期間だけでは受けられない", () => {
    expect(codesOf(estimate({ deferred: 60, complementary: 60 }).against)).toEqual(["no-counting-month"]);
    expect(estimate({ deferred: 119, full: 1 }).against).toEqual([]);
  });

  it("生年月日で満額が違い、額の決まっていない年度は、最後に決まった額によると言う", () => {
    const elder = estimate({ paid: 480 }, { birthDate: plainDate("1956-04-01") });
    expect(lineOf(elder, "full-amount")?.message).toBe("満額はR8年度の844,900円(昭和31年4月1日以前に生まれた人)です。");
    const r4 = estimate({ paid: 480 }, { month: plainMonth("2022-04") });
    expect(lineOf(r4, "full-amount")?.message).toBe("満額はR4年度の777,800円です。");
    const r9 = estimate({ paid: 480 }, { month: plainMonth("2027-04") });
    expect([r9.annualYen, lineOf(r9, "year-not-fixed")?.message]).toEqual([
      847_300,
      "R9年度の額はまだ決まっていないため、R8年度の額で見込みます。",
    ]);
    expect(lineOf(estimate({ paid: 480 }, { month: plainMonth("2027-03") }), "year-not-fixed")).toBeUndefined();
    expect(() => estimate({ paid: 480 }, { month: plainMonth("2022-03") })).toThrow(RangeError);
  });

  it("まだ先に始まる年金は、今の年度の額によると言う", () => {
    expect(codesOf(estimate({ paid: 480 }).lines)).toContain("amounts-of-today");
    expect(codesOf(estimate({ paid: 480 }, { birthDate: plainDate("1960-05-10") }).lines)).not.toContain(
      "amounts-of-today",
    );
  });

  it("どの月が減っても額は増えず、満額と付加年金を超えない", () => {
    const kinds = Object.keys(noBenefitMonths) as (keyof typeof noBenefitMonths)[];
    fc.assert(
      fc.property(anyMonths, fc.constantFrom(...kinds), fc.integer({ min: 60, max: 75 }), (months, kind, years) => {
        const more = estimate({ ...months, [kind]: months[kind] + 1 }, takenAt(years));
        const told = estimate(months, takenAt(years));
        // 480月を超えてから納付が増えれば、免除の月が枠の外に出る。納付の1月より重く出ることはない。
        expect(told.annualYen).toBeLessThanOrEqual(more.annualYen);
        expect(lineOf(told, "basic-amount")?.yen ?? 0).toBeLessThanOrEqual(847_300);
      }),
    );
  });

  it("遅く受けるほど、額は減らない", () => {
    fc.assert(
      fc.property(anyMonths, fc.integer({ min: 720, max: 899 }), (months, age) => {
        const at = (each: number) => estimate(months, takenAt(Math.floor(each / 12), each % 12)).annualYen;
        expect(at(age)).toBeLessThanOrEqual(at(age + 1));
      }),
    );
  });

  it("どの行にも、言葉と条文がある", () => {
    fc.assert(
      fc.property(
        anyMonths,
        fc.integer({ min: 60, max: 75 }),
        fc.integer({ min: 2022, max: 2040 }),
        (months, years, year) => {
          expect(isWellTold(estimate(months, { ...takenAt(years), month: plainMonth(`${year}-04`) }))).toBe(true);
        },
      ),
    );
  });

  it("月の端数は約した分数で言う", () => {
    expect([0, 9, 12, 16, 24].map(fractionWords)).toEqual(["0", "3/8", "1/2", "2/3", "1"]);
    expect([0, 20, 24, 36].map(partMonthsWords)).toEqual(["0月", "5/6月", "1月", "1と1/2月"]);
  });
});
