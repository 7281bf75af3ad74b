import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOn, attainmentDay, hasAttained } from "../../shared/law/age.ts";
import { addDays, addYears, plainDate } from "../../shared/law/calendar.ts";
import { days } from "./generators.ts";

describe("年齢到達日 (年齢計算ニ関スル法律)", () => {
  it("誕生日の前日に到達する", () => {
    fc.assert(
      fc.property(
        days.filter((day) => !day.endsWith("02-29")),
        fc.integer({ min: 1, max: 100 }),
        (birthDate, age) => {
          expect(addDays(attainmentDay(birthDate, age), 1)).toBe(addYears(birthDate, age));
        },
      ),
    );
  });

  it("2月29日生まれは平年もうるう年も2月28日に到達する", () => {
    expect(attainmentDay(plainDate("2004-02-29"), 20)).toBe("2024-02-28");
    expect(attainmentDay(plainDate("2004-02-29"), 21)).toBe("2025-02-28");
  });

  it("年長者は同じ年齢に遅れて到達しない", () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 100 }), (a, b, age) => {
        const [older, younger] = a <= b ? [a, b] : [b, a];
        expect(attainmentDay(older, age) <= attainmentDay(younger, age)).toBe(true);
      }),
    );
  });

  it("到達した日から到達している", () => {
    const birthDate = plainDate("2006-12-01");
    expect(hasAttained(birthDate, 20, plainDate("2026-11-29"))).toBe(false);
    expect(hasAttained(birthDate, 20, plainDate("2026-11-30"))).toBe(true);
  });

  it("満の年齢は、到達した日から一つ増える", () => {
    expect(
      ["1961-05-11", "1961-05-12"].map((birthDate) => ageOn(plainDate(birthDate), plainDate("2026-05-10"))),
    ).toEqual([65, 64]);
    expect(ageOn(plainDate("1962-01-01"), plainDate("2026-12-31"))).toBe(65);
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [birthDate, day] = a <= b ? [a, b] : [b, a];
        const age = ageOn(birthDate, day);
        expect([hasAttained(birthDate, age, day), hasAttained(birthDate, age + 1, day)]).toEqual([true, false]);
      }),
    );
  });
});
