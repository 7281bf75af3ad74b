import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateDeathLumpSum, type LumpSumFacts } from "../../../shared/law/benefit-estimates/death-lump-sum.ts";
import { estimateWidowPension, type WidowPensionFacts } from "../../../shared/law/benefit-estimates/widow-pension.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { anyMonths, codesOf, isWellTold, lineOf, monthsOf, r8 } from "./support.ts";

describe("死亡一時金の見込み (法52条の2〜52条の6)", () => {
  const estimate = (months: Parameters<typeof monthsOf>[0], over: Partial<LumpSumFacts> = {}) =>
    estimateDeathLumpSum({
      months: monthsOf(months),
      diedOn: plainDate("2026-05-10"),
      claimedOn: plainDate("2026-11-23"),
      deceasedReceived: false,
      survivorPension: false,
      sharedLivelihood: true,
      ...over,
    });

  it("一部免除の月を納めた割合で数え、月数の段階と額を言う", () => {
    const told = estimate({ paid: 20, threeQuarters: 40, threeQuartersBefore: 24, full: 12, category2: 60 });
    expect(told).toMatchObject({ yen: 120_000, against: [] });
    expect(told.lines.map(({ message }) => message)).toEqual([
      "納付済20月×1で、20月と数えます。",
      "4分の3免除64月×1/4で、16月と数えます。",
      "全額免除・法定免除(平成21年4月以後)12月は、保険料を納めていないため数えません。",
      "第1号の月だけを数えるため、第2号(20歳から60歳まで)60月は数えません。",
      "数える月は36月で、36月以上180月未満の額は120,000円です。",
      "受けられるのは配偶者、子、父母、孫、祖父母、兄弟姉妹の順で、寡婦年金を受けられる人はどちらかを選びます。",
    ]);
    expect(lineOf(estimate({ paid: 420 }), "lump-sum")?.message).toBe(
      "数える月は420月で、420月以上の額は320,000円です。",
    );
    expect([180, 240, 300, 360].map((paid) => estimate({ paid }).yen)).toEqual([145_000, 170_000, 220_000, 270_000]);
  });

  it("産前産後・育児の月は納付済に数える", () => {
    expect(estimate({ paid: 20, maternity: 4, childcare: 12 }).yen).toBe(120_000);
  });

  it("36月に足りなければ、足りない月数を端数まで言う", () => {
    const told = estimate({ paid: 35, threeQuarters: 3 });
    expect([told.yen, told.against]).toEqual([
      0,
      [expect.objectContaining({ code: "lump-months-short", message: "納めた月が36月に1/4月足りません。" })],
    ]);
    expect(codesOf(told.lines)).not.toContain("lump-sum");
  });

  it("付加保険料36月以上で8,500円を加え、足りなければそう言う", () => {
    const told = estimate({ paid: 120, additional: 36 });
    expect([told.yen, lineOf(told, "lump-additional")?.yen]).toEqual([128_500, 8_500]);
    const short = estimate({ paid: 120, additional: 35 });
    expect([short.yen, lineOf(short, "lump-additional-short")?.yen]).toEqual([120_000, 0]);
  });

  it("請求は死亡の翌日から2年で、ほかの支障もそれぞれ言う", () => {
    const of = (over: Partial<LumpSumFacts>) => codesOf(estimate({ paid: 100 }, over).against);
    expect([
      of({ claimedOn: plainDate("2028-05-10") }),
      of({ claimedOn: plainDate("2028-05-11") }),
      of({ deceasedReceived: true }),
      of({ survivorPension: true }),
      of({ sharedLivelihood: false }),
    ]).toEqual([[], ["claim-lapsed"], ["deceased-received"], ["survivor-pension-payable"], ["livelihood-apart"]]);
    expect(estimate({ paid: 100 }, { survivorPension: true }).yen).toBe(0);
  });

  it("納めた月が増えて額が減ることはなく、どの行にも条文がある", () => {
    fc.assert(
      fc.property(
        anyMonths,
        fc.constantFrom(
          "paid" as const,
          "quarter" as const,
          "half" as const,
          "threeQuartersBefore" as const,
          "additional" as const,
        ),
        (months, kind) => {
          const told = estimate(months);
          expect(estimate({ ...months, [kind]: months[kind] + 1 }).yen).toBeGreaterThanOrEqual(told.yen);
          expect(isWellTold(told)).toBe(true);
        },
      ),
    );
  });
});

describe("寡婦年金の見込み (法49条〜51条)", () => {
  const estimate = (months: Parameters<typeof monthsOf>[0], over: Partial<WidowPensionFacts> = {}) =>
    estimateWidowPension({
      months: monthsOf(months),
      diedOn: plainDate("2026-05-10"),
      wifeBirthDate: plainDate("1970-01-02"),
      marriageMonths: 200,
      husbandReceived: false,
      wifeTookEarly: false,
      month: r8,
      ...over,
    });

  it("夫の第1号の月だけで計算した老齢基礎年金の4分の3で、死亡一時金の額も言う", () => {
    const told = estimate({ paid: 120, full: 60, category2: 12, additional: 120 });
    // 847,300 × 150 ÷ 480 × 3/4
    expect(told).toMatchObject({ annualYen: 198_586, against: [] });
    expect(lineOf(told, "widow-amount")?.message).toBe(
      "寡婦年金は847,300円×150月÷480月×3/4=198,586円(50銭未満切捨て、50銭以上切上げ)です。付加年金の分は加わりません。",
    );
    expect(lineOf(told, "only-category-1")?.message).toContain("第2号(20歳から60歳まで)12月");
    expect(codesOf(told.lines)).not.toContain("counts-as-paid");
    expect(lineOf(told, "choose-lump-sum")?.yen).toBe(128_500);
    expect(estimate({ paid: 120 }).annualYen).toBe(158_869);
  });

  it("60歳に達した月の翌月から65歳に達する月までで、60歳を過ぎていれば死亡の翌月から", () => {
    expect(lineOf(estimate({ paid: 120 }), "widow-months")?.message).toBe(
      "支給は2030年2月分から、妻が65歳に達する2035年1月分までです(再婚などで終わります)。",
    );
    const older = estimate({ paid: 120 }, { wifeBirthDate: plainDate("1964-08-20") });
    expect(lineOf(older, "widow-months")?.message).toContain("支給は2026年6月分から、妻が65歳に達する2029年8月分まで");
  });

  it("受けられないわけを、一つずつ言う", () => {
    const of = (months: Parameters<typeof monthsOf>[0], over: Partial<WidowPensionFacts> = {}) => {
      const told = estimate(months, over);
      return [told.annualYen, ...codesOf(told.against)];
    };
    expect([
      of({ paid: 119, category2: 200 }),
      of({ deferred: 120 }),
      of({ paid: 120 }, { marriageMonths: 119 }),
      of({ paid: 120 }, { husbandReceived: true }),
      of({ paid: 120 }, { wifeTookEarly: true }),
      // 65歳に達した日(2026-05-10)の死亡
      of({ paid: 120 }, { wifeBirthDate: plainDate("1961-05-11") }),
      of({ paid: 120 }, { wifeBirthDate: plainDate("1961-05-12") }),
      of({ paid: 120 }, { wifeBirthDate: plainDate("1961-06-02") }),
    ]).toEqual([
      [0, "husband-under-ten-years"],
      [0, "husband-only-deferred"],
      [0, "marriage-under-ten-years"],
      [0, "husband-received"],
      [0, "wife-took-early"],
      [0, "wife-over-sixty-four"],
      [0, "no-month-to-pay"],
      [158_869],
    ]);
    expect(codesOf(estimate({}, { husbandReceived: true, marriageMonths: 0 }).against)).toEqual([
      "husband-under-ten-years",
      "marriage-under-ten-years",
      "husband-received",
    ]);
  });

  it("夫の月が増えて額が減ることはなく、どの行にも条文がある", () => {
    fc.assert(
      fc.property(anyMonths, (months) => {
        const told = estimate(months);
        expect(estimate({ ...months, paid: months.paid + 1 }).annualYen).toBeGreaterThanOrEqual(told.annualYen);
        expect(isWellTold(told)).toBe(true);
      }),
    );
  });
});
