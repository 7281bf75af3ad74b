import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { acquiredOn, decide, enrolled, fold, form, lostOn, reasonsOf } from "./decide.ts";

const corrected = (turn: string, recordedOn: string, correctOn?: string, over: object = {}) =>
  form({
    filer: "ex-officio",
    documents: ["basis-of-ex-officio"],
    details: { turn, recordedOn, ...(correctOn === undefined ? {} : { correctOn }) },
    ...over,
  });

const joined = {
  kind: "category-changed",
  on: "2018-06-01",
  category: "2",
  cause: "joined-employees-pension",
} as const;
const life = [...enrolled, joined as LedgerEvent, lostOn("2020-01-01"), acquiredOn("2022-03-10")];

/** The periods as they are after the correction. */
const periodsAfter = (body: object, events = life) => {
  const decision = decide("ex-officio-correction", body, events);
  expect(decision).toMatchObject({ outcome: "accept", reasons: [] });
  return fold([...events, ...("events" in decision ? decision.events : [])]).periods.map(
    ({ category, from, until }) => `${category} ${from} ${until}`,
  );
};

describe("職権訂正 (A19-2)", () => {
  it("says what was recorded and what is right; what was believed stays in the ledger", () => {
    expect(decide("ex-officio-correction", corrected("lost", "2020-01-01", "2020-02-01"), life)).toEqual({
      outcome: "accept",
      events: [{ kind: "turn-corrected", turn: "lost", was: "2020-01-01", on: "2020-02-01" }],
      reasons: [],
    });
    expect(decide("ex-officio-correction", corrected("acquired", "2022-03-10"), life)).toMatchObject({
      events: [{ kind: "turn-corrected", turn: "acquired", was: "2022-03-10", on: null }],
    });
  });

  it.each([
    [
      "acquired",
      "2015-04-01",
      "2015-03-01",
      ["1 2015-03-01 2018-06-01", "2 2018-06-01 2020-01-01", "1 2022-03-10 null"],
    ],
    [
      "category-changed",
      "2018-06-01",
      "2018-06-20",
      ["1 2015-04-01 2018-06-20", "2 2018-06-20 2020-01-01", "1 2022-03-10 null"],
    ],
    ["lost", "2020-01-01", "2019-12-31", ["1 2015-04-01 2018-06-01", "2 2018-06-01 2019-12-31", "1 2022-03-10 null"]],
    ["acquired", "2022-03-10", undefined, ["1 2015-04-01 2018-06-01", "2 2018-06-01 2020-01-01"]],
    ["category-changed", "2018-06-01", undefined, ["1 2015-04-01 2020-01-01", "1 2022-03-10 null"]],
  ])("a turn %s on %s is moved to %s, or removed", (turn, was, on, periods) => {
    expect(periodsAfter(corrected(turn, was, on))).toEqual(periods);
  });

  it.each([
    ["a day nothing is recorded for", "acquired", "2015-04-02", "2015-04-03"],
    ["a 取得 where a 種別変更 is recorded", "acquired", "2018-06-01", "2018-06-02"],
    ["a 種別変更 where a 取得 is recorded", "category-changed", "2022-03-10", undefined],
    ["a 喪失 where the category changed", "lost", "2018-06-01", "2018-06-02"],
  ])("%s is refused", (_, turn, was, on) => {
    const decision = decide("ex-officio-correction", corrected(turn, was, on), life);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(["refuse no-such-turn /details/recordedOn"]);
  });

  it.each([
    ["a 喪失 onto the next 取得", "lost", "2020-01-01", "2022-03-10", life],
    ["a 喪失 past the next 取得", "lost", "2020-01-01", "2022-04-01", life],
    ["a 取得 before the 喪失 ahead of it", "acquired", "2022-03-10", "2019-12-01", life],
    ["a 種別変更 before the 取得", "category-changed", "2018-06-01", "2015-03-31", life],
    [
      "a 喪失 past the 取得 of its own day",
      "lost",
      "2022-03-10",
      "2022-03-12",
      [...enrolled, lostOn("2022-03-10"), acquiredOn("2022-03-10")],
    ],
    [
      "a 取得 before the 喪失 of its own day",
      "acquired",
      "2022-03-10",
      "2022-03-08",
      [...enrolled, lostOn("2022-03-10"), acquiredOn("2022-03-10")],
    ],
    [
      "a 喪失 past a pair that left no period",
      "lost",
      "2020-01-01",
      "2021-06-01",
      [...enrolled, lostOn("2020-01-01"), acquiredOn("2021-01-01"), lostOn("2021-01-01")],
    ],
  ])("%s waits until the other one is corrected", (_, turn, was, on, events) => {
    const decision = decide("ex-officio-correction", corrected(turn, was, on), events);
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete correction-past-another-turn /details/correctOn"]);
  });

  it("turns of one day may part where they do not cross", () => {
    const twice = [...enrolled, lostOn("2022-03-10"), acquiredOn("2022-03-10")];
    expect(periodsAfter(corrected("lost", "2022-03-10", "2022-03-08"), twice)).toEqual([
      "1 2015-04-01 2022-03-08",
      "1 2022-03-10 null",
    ]);
    expect(periodsAfter(corrected("acquired", "2022-03-10", "2022-03-12"), twice)).toEqual([
      "1 2015-04-01 2022-03-10",
      "1 2022-03-12 null",
    ]);
  });

  it.each([
    [
      "the same day",
      corrected("acquired", "2022-03-10", "2022-03-10"),
      ["refuse nothing-to-correct /details/correctOn"],
    ],
    [
      "a 取得 of tomorrow",
      corrected("acquired", "2022-03-10", "2026-11-24"),
      ["refuse correction-in-future /details/correctOn"],
    ],
    [
      "filed by the insured",
      corrected("lost", "2020-01-01", "2020-01-02", { filer: "insured" }),
      ["refuse filer-not-allowed /filer"],
    ],
  ])("%s is refused", (_, body, reasons) => {
    const decision = decide("ex-officio-correction", body, life);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it("a 喪失 may take effect tomorrow, the day after its fact, and no later", () => {
    const lost = [...enrolled, lostOn("2026-11-10")];
    expect(periodsAfter(corrected("lost", "2026-11-10", "2026-11-24"), lost)).toEqual(["1 2015-04-01 2026-11-24"]);
    expect(reasonsOf(decide("ex-officio-correction", corrected("lost", "2026-11-10", "2026-11-25"), lost))).toEqual([
      "refuse correction-in-future /details/correctOn",
    ]);
  });

  it("someone not on file has nothing to correct; without the papers it waits", () => {
    expect(reasonsOf(decide("ex-officio-correction", corrected("lost", "2020-01-01")))).toEqual([
      "refuse person-not-on-file /person/atenaNumber",
      "refuse no-such-turn /details/recordedOn",
    ]);
    const bare = decide("ex-officio-correction", corrected("lost", "2020-01-01", undefined, { documents: [] }), life);
    expect(bare.outcome).toBe("incomplete");
    expect(reasonsOf(bare)).toEqual(["incomplete document-missing /documents"]);
  });

  it("a correction once corrected is corrected from where it now lies", () => {
    const moved = { kind: "turn-corrected", turn: "lost", was: "2020-01-01", on: "2020-02-01" } as LedgerEvent;
    expect(reasonsOf(decide("ex-officio-correction", corrected("lost", "2020-01-01"), [...life, moved]))).toEqual([
      "refuse no-such-turn /details/recordedOn",
    ]);
    expect(periodsAfter(corrected("lost", "2020-02-01", "2020-03-01"), [...life, moved])).toContain(
      "2 2018-06-01 2020-03-01",
    );
  });
});
