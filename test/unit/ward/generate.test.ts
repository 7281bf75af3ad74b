import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personFacts } from "../../../shared/domain/person.ts";
import { hasAttained } from "../../../shared/law/age.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { hasValidCheckDigit } from "../../../shared/law/individual-number.ts";
import { generateWard } from "../../../tools/ward/generate.ts";
import type { SyntheticPerson } from "../../../tools/ward/person.ts";

const today = plainDate("2026-11-23");
const wardOf = (seed: number, people: number) => [...generateWard({ seed, people, today })];
const ward = wardOf(1, 1000);
const current = ({ history }: SyntheticPerson) => {
  const last = history.at(-1);
  return last?.until === null ? last.category : undefined;
};

describe("the synthetic ward", () => {
  it("is the same for the same seed and another for another", () => {
    expect(wardOf(1, 200)).toEqual(ward.slice(0, 200));
    expect(wardOf(2, 200)).not.toEqual(ward.slice(0, 200));
  });

  it("has exactly as many people as asked for, one at a time", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 40 }), (seed, people) => {
        expect(wardOf(seed, people)).toHaveLength(people);
      }),
      { numRuns: 5 },
    );
    const endless = generateWard({ seed: 3, people: Number.MAX_SAFE_INTEGER, today });
    expect(endless.next().value).toBeDefined();
  });

  it("has people whose facts the system accepts", () => {
    const rejected = ward.filter((person) => {
      const { householdNumber, alias, aliasKana, relationship, foreigner, history, ...facts } = person;
      return !personFacts.safeParse(facts).success;
    });
    expect(rejected).toEqual([]);
  });

  it("gives everyone an 個人番号 that is visibly made up and a kana name of the same number of parts", () => {
    for (const { individualNumber, name, nameKana, alias, aliasKana } of ward) {
      expect(hasValidCheckDigit(individualNumber)).toBe(true);
      expect(individualNumber).toMatch(/^9999/);
      expect(nameKana).toMatch(/^[ァ-ヶー]+\u3000[ァ-ヶー]+$/u);
      expect(name.split(/[\u3000 ]/u)).toHaveLength(2);
      expect(alias === undefined).toBe(aliasKana === undefined);
    }
  });

  it("repeats no number among 20,000 people", () => {
    const many = wardOf(7, 20_000);
    expect(new Set(many.map(({ atenaNumber }) => atenaNumber)).size).toBe(20_000);
    expect(new Set(many.map(({ individualNumber }) => individualNumber)).size).toBe(20_000);
    const pension = many.flatMap(({ basicPensionNumber }) => basicPensionNumber ?? []);
    expect(pension.length).toBeGreaterThan(14_000);
    expect(new Set(pension).size).toBe(pension.length);
    const heads = many.filter(({ relationship }) => relationship === "世帯主");
    expect(new Set(heads.map(({ householdNumber }) => householdNumber)).size).toBe(heads.length);
  });

  it("gives a 基礎年金番号 to every adult and to nobody who was never insured", () => {
    for (const { birthDate, basicPensionNumber, history } of ward) {
      expect(basicPensionNumber !== undefined).toBe(hasAttained(birthDate, 20, today) || history.length > 0);
    }
  });

  it("has households of one to five at one address, each with one head who is grown up", () => {
    const households = Map.groupBy(ward, ({ householdNumber }) => householdNumber);
    const sizes = new Set<number>();
    for (const members of households.values()) {
      sizes.add(members.length);
      expect(members.filter(({ relationship }) => relationship === "世帯主")).toEqual([members[0]]);
      expect(new Set(members.map(({ address }) => address)).size).toBe(1);
      expect(members[0] && hasAttained(members[0].birthDate, 20, today)).toBe(true);
    }
    expect([...sizes].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it.each<[string, (person: SyntheticPerson) => boolean]>([
    ["born in 大正", ({ birthDate }) => birthDate < "1926-12-25"],
    ["born in 昭和", ({ birthDate }) => birthDate >= "1926-12-25" && birthDate < "1989-01-08"],
    ["born in 平成", ({ birthDate }) => birthDate >= "1989-01-08" && birthDate < "2019-05-01"],
    ["born in 令和", ({ birthDate }) => birthDate >= "2019-05-01"],
    ["born on 29 February", ({ birthDate }) => birthDate.endsWith("-02-29")],
    ["born on the first of a month", ({ birthDate }) => birthDate.endsWith("-01")],
    ["with 𠮷, outside the basic plane", ({ name }) => name.includes("\u{20BB7}")],
    ...["髙", "﨑", "邊", "邉", "齋", "齊", "瀨", "濵"].map((kanji): [string, (person: SyntheticPerson) => boolean] => [
      `with ${kanji}`,
      ({ name }) => name.includes(kanji),
    ]),
    ["of foreign nationality with a 通称", ({ foreigner, alias }) => foreigner && alias !== undefined],
    ["of foreign nationality without one", ({ foreigner, alias }) => foreigner && alias === undefined],
    ["in 第1号 now", (person) => current(person) === "1"],
    ["in 第2号 now", (person) => current(person) === "2"],
    ["in 第3号 now", (person) => current(person) === "3"],
    ["who lost it by moving abroad", ({ history }) => history.at(-1)?.endCause === "moved-abroad"],
    [
      "who came back and acquired it again",
      ({ history }) => history.some(({ startCause }) => startCause === "moved-in"),
    ],
    ["who lost it at 60", ({ history }) => history.at(-1)?.endCause === "age-60"],
    ["under 20", ({ birthDate }) => !hasAttained(birthDate, 20, today)],
    ["living with a parent", ({ relationship }) => relationship === "父" || relationship === "母"],
  ])("has somebody %s among a thousand, whatever the seed", (_, is) => {
    for (const people of [ward, wardOf(11, 1000), wardOf(2026, 1000)]) expect(people.some(is)).toBe(true);
  });
});
