import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, monthOf, type PlainDate, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import {
  afterLeavingJapan,
  excludedResidences,
  firstInsuredAfterLeaving,
  gainOnMovingIn,
} from "../../shared/law/category-change.ts";
import { type Category, compulsoryAges, insuredMonths, lossDay, type Period } from "../../shared/law/qualification.ts";
import { days } from "./generators.ts";

const period = (category: Category, from: string, until: string | null): Period => ({
  category,
  from: plainDate(from),
  until: until === null ? null : plainDate(until),
});
const listed = (periods: Period[], upTo: string) => [...insuredMonths(periods, plainMonth(upTo))];

/** Histories in order of time, with and without gaps. */
const histories = fc
  .array(
    fc.record({
      gap: fc.constantFrom(0, 0, 1, 5, 40),
      length: fc.integer({ min: 1, max: 100 }),
      category: fc.constantFrom<Category>("1", "2", "3", "voluntary"),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((steps) =>
    days.map((start) => {
      let at: PlainDate = start;
      return steps.map(({ gap, length, category }): Period => {
        const from = addDays(at, gap);
        at = addDays(from, length);
        return { category, from, until: at };
      });
    }),
  );

describe("資格の得喪 (法8条・9条)", () => {
  it("60歳と老齢給付は当日、死亡・国外転出・適用除外は翌日に喪失する", () => {
    const on = plainDate("2026-11-30");
    expect(lossDay("age-60", on)).toBe("2026-11-30");
    expect(lossDay("old-age-benefit", on)).toBe("2026-11-30");
    expect(lossDay("death", on)).toBe("2026-12-01");
    expect(lossDay("moved-abroad", on)).toBe("2026-12-01");
    expect(lossDay("excluded", on)).toBe("2026-12-01");
  });

  it("国外転出の日までに第2号・第3号となれば喪失でなく種別変更である", () => {
    const left = plainDate("2026-10-31");
    expect(afterLeavingJapan(left, null)).toEqual({ kind: "loss", on: "2026-11-01" });
    expect(afterLeavingJapan(left, left)).toEqual({ kind: "category-change", on: "2026-10-31" });
    expect(afterLeavingJapan(left, plainDate("2026-11-01"))).toEqual({ kind: "loss", on: "2026-11-01" });
  });

  it("退職の翌日から第1号になる", () => {
    expect(firstInsuredAfterLeaving(plainDate("2026-10-31"))).toBe("2026-11-01");
  });

  it("転入の日に取得する。20歳前は20歳到達日、60歳以後は取得しない", () => {
    const movedIn = plainDate("2026-11-23");
    expect(gainOnMovingIn(plainDate("1990-01-01"), movedIn)).toBe("2026-11-23");
    expect(gainOnMovingIn(plainDate("2006-12-01"), movedIn)).toBe("2026-11-30");
    expect(gainOnMovingIn(plainDate("1966-11-24"), movedIn)).toBeNull();
    expect(gainOnMovingIn(plainDate("1966-11-25"), movedIn)).toBe("2026-11-23");
  });

  it("適用除外の在留資格は医療滞在と観光長期滞在、その同行者である", () => {
    expect(Object.keys(excludedResidences)).toEqual([
      "medical-stay",
      "medical-companion",
      "long-sightseeing",
      "sightseeing-companion",
    ]);
  });
});

describe("被保険者期間 (法11条・11条の2)", () => {
  it("20歳から60歳まで途切れなければ誰でも480月である", () => {
    fc.assert(
      fc.property(days, (birthDate) => {
        const { from, until } = compulsoryAges(birthDate);
        expect(insuredMonths([{ category: "1", from, until }], monthOf(until)).size).toBe(480);
      }),
    );
  });

  it("同じ月に取得して喪失すればその1月を数える", () => {
    expect(listed([period("1", "2026-11-02", "2026-11-10")], "2026-12")).toEqual([["2026-11", "1"]]);
  });

  it("同じ月に再び取得すれば後の期間だけを数える", () => {
    const periods = [period("1", "2026-11-02", "2026-11-10"), period("2", "2026-11-20", null)];
    expect(listed(periods, "2026-11")).toEqual([["2026-11", "2"]]);
  });

  it("種別が変わった月は最後の種別の月であり、変更は喪失ではない", () => {
    const periods = [period("2", "2026-09-02", "2026-11-10"), period("1", "2026-11-10", "2026-11-20")];
    expect(listed(periods, "2026-12")).toEqual([
      ["2026-09", "2"],
      ["2026-10", "2"],
    ]);
    expect(
      listed([period("1", "2026-10-01", "2026-10-15"), period("2", "2026-10-15", "2026-10-20")], "2026-12"),
    ).toEqual([["2026-10", "2"]]);
  });

  it("喪失の月は数えず、続く資格は尋ねた月まで数える", () => {
    expect(listed([period("1", "2026-09-30", "2026-11-01")], "2026-12").map(([month]) => month)).toEqual([
      "2026-09",
      "2026-10",
    ]);
    expect(listed([period("1", "2026-09-30", null)], "2026-10")).toHaveLength(2);
  });

  it("どんな履歴でも月は重ならず、順に並び、尋ねた月を超えず、期間の外に出ない", () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: -20, max: 20 }), (periods, shift) => {
        const upTo = addMonths(monthOf(periods.at(-1)?.until ?? plainDate("2026-01-01")), shift);
        const months = [...insuredMonths(periods, upTo).keys()];
        expect(new Set(months).size).toBe(months.length);
        expect(months).toEqual([...months].sort());
        for (const month of months) {
          expect(month <= upTo).toBe(true);
          expect(
            periods.some(({ from, until }) => monthOf(from) <= month && (until === null || month <= monthOf(until))),
          ).toBe(true);
        }
      }),
    );
  });

  it("途切れない履歴の月は連続し、並べる順によらない", () => {
    fc.assert(
      fc.property(histories, (periods) => {
        const upTo = plainMonth("2099-12");
        const months = insuredMonths(periods, upTo);
        expect([...insuredMonths([...periods].reverse(), upTo)]).toEqual([...months]);
        const joined = periods.every((each, at) => at === 0 || periods[at - 1]?.until === each.from);
        fc.pre(joined);
        const keys = [...months.keys()];
        keys.forEach((month, at) => {
          expect(month).toBe(addMonths(keys[0] ?? month, at));
        });
      }),
    );
  });
});
