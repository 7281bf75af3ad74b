import { describe, expect, it } from "vitest";
import { hasAttained } from "../../../shared/law/age.ts";
import { addDays, plainDate } from "../../../shared/law/calendar.ts";
import { generateWard } from "../../../tools/ward/generate.ts";
import { pickScenarios } from "../../../tools/ward/scenarios.ts";

const today = plainDate("2026-11-23");
const ward = [...generateWard({ seed: 20261123, people: 400, today })];
const counts = { acquisition: 4, changeFromCategory2: 6, changeFromCategory3: 4, lossMovedAbroad: 3 };
const picked = pickScenarios(ward, today, counts);
const everyone = Object.values(picked).flat();

describe("scenarios picked from a ward", () => {
  it("are as many of each kind as asked for, and the same each time", () => {
    expect(Object.fromEntries(Object.entries(picked).map(([kind, list]) => [kind, list.length]))).toEqual(counts);
    expect(pickScenarios(ward, today, counts)).toEqual(picked);
  });

  it("start from the category each filing is for", () => {
    const last = (list: typeof picked.acquisition) => list.map(({ person }) => person.history.at(-1));
    expect(last(picked.acquisition).every((period) => period?.endCause === "moved-abroad")).toBe(true);
    expect(last(picked.changeFromCategory2).every((period) => period?.category === "2" && period.until === null)).toBe(
      true,
    );
    expect(last(picked.changeFromCategory3).every((period) => period?.category === "3" && period.until === null)).toBe(
      true,
    );
    expect(last(picked.lossMovedAbroad).every((period) => period?.category === "1" && period.until === null)).toBe(
      true,
    );
  });

  it("pair a 第3号 with the 第2号 head of the same household", () => {
    for (const { person, spouse } of picked.changeFromCategory3) {
      expect(spouse.householdNumber).toBe(person.householdNumber);
      expect(spouse.history.at(-1)).toMatchObject({ category: "2", until: null });
    }
  });

  it("happen within the last weeks, after what is on file, some of them more than 14 days ago, to people of 20 to 59", () => {
    const large = [...generateWard({ seed: 5, people: 3000, today })];
    const many = { acquisition: 20, changeFromCategory2: 800, changeFromCategory3: 80, lossMovedAbroad: 400 };
    for (const { person, eventOn, late } of Object.values(pickScenarios(large, today, many)).flat()) {
      const last = person.history.at(-1);
      expect(eventOn < today && eventOn >= addDays(today, -60)).toBe(true);
      expect(late).toBe(eventOn < addDays(today, -14));
      expect((last?.until ?? last?.from ?? today) < eventOn).toBe(true);
      expect(hasAttained(person.birthDate, 20, eventOn) && !hasAttained(person.birthDate, 60, today)).toBe(true);
    }
    expect(new Set(everyone.map(({ late }) => late))).toEqual(new Set([true, false]));
  });

  it("take nobody twice, spouses included", () => {
    const taken = [...everyone.map(({ person }) => person), ...picked.changeFromCategory3.map(({ spouse }) => spouse)];
    expect(new Set(taken.map(({ atenaNumber }) => atenaNumber)).size).toBe(taken.length);
  });

  it("refuse a ward that is too small", () => {
    expect(() => pickScenarios(ward.slice(0, 3), today, counts)).toThrow(RangeError);
  });
});
