import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attainmentDay } from "../../../shared/law/age.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { generateWard } from "../../../tools/ward/generate.ts";
import type { SyntheticPerson } from "../../../tools/ward/person.ts";

const today = plainDate("2026-11-23");
const inAnyWard = (check: (people: readonly SyntheticPerson[]) => void) =>
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      check([...generateWard({ seed, people: 60, today })]);
    }),
    { numRuns: 8 },
  );

describe("qualification periods of the synthetic ward", () => {
  it("never overlap, never run backwards, never lie in the future, and only the last may last", () => {
    inAnyWard((people) => {
      for (const { history } of people) {
        history.forEach(({ from, until, endCause }, at) => {
          const next = history[at + 1];
          expect(from <= today).toBe(true);
          expect(until === null).toBe(endCause === undefined);
          if (until === null) expect(next).toBeUndefined();
          else expect(from < until && until <= today).toBe(true);
          if (next && until) expect(until <= next.from).toBe(true);
        });
      }
    });
  });

  it("say 種別変更 exactly where the next period follows without a gap, and then the category differs", () => {
    inAnyWard((people) => {
      for (const { history } of people) {
        history.forEach(({ category, until, endCause }, at) => {
          const next = history[at + 1];
          const follows = next !== undefined && next.from === until;
          expect(endCause === "change-of-category").toBe(follows);
          if (follows) expect(next.category).not.toBe(category);
        });
      }
    });
  });

  it("keep 第1号 and 第3号 from the day 20 is attained until the day 60 is, and 第2号 until 65", () => {
    inAnyWard((people) => {
      for (const { birthDate, history } of people) {
        for (const { category, from, until, startCause, endCause } of history) {
          const most = attainmentDay(birthDate, category === "2" ? 65 : 60);
          expect(until === null ? today < most : until <= most).toBe(true);
          if (category !== "2") expect(from >= attainmentDay(birthDate, 20)).toBe(true);
          if (startCause === "age-20") expect(from).toBe(attainmentDay(birthDate, 20));
          if (endCause === "age-60") expect(until).toBe(attainmentDay(birthDate, 60));
        }
      }
    });
  });

  it("leave no resident of 20 to 59 uninsured except those who came back from abroad and have not filed", () => {
    inAnyWard((people) => {
      for (const { birthDate, history } of people) {
        const insurable = attainmentDay(birthDate, 20) <= today && today < attainmentDay(birthDate, 60);
        const last = history.at(-1);
        if (insurable) expect(last?.until === null || last?.endCause === "moved-abroad").toBe(true);
      }
    });
  });

  it("have 第3号 only as the spouse of a head who is 第2号 at the time", () => {
    inAnyWard((people) => {
      const heads = new Map(
        people.filter((one) => one.relationship === "世帯主").map((head) => [head.householdNumber, head]),
      );
      for (const { relationship, householdNumber, history } of people) {
        for (const period of history.filter(({ category }) => category === "3")) {
          expect(["妻", "夫"]).toContain(relationship);
          const covering = heads.get(householdNumber)?.history.find(({ category, from, until }) => {
            const ends = period.until ?? today;
            return category === "2" && from <= period.from && (until === null || ends <= until);
          });
          expect(covering).toBeDefined();
        }
      }
    });
  });
});
