import { describe, expect, it } from "vitest";
import { acquiredOn, decide, enrolled, form, lostOn, reasonsOf, registered } from "./decide.ts";

const joined = (over: object = {}) => form({ filer: "ex-officio", ...over });

describe("厚生年金加入による第1号の終了 (A06)", () => {
  it.each(["1", "3", "voluntary", "special-voluntary"] as const)(
    "someone of category %s becomes 第2号 on the day 厚生年金 is gained",
    (category) => {
      expect(decide("employees-pension-joined", joined(), [registered, acquiredOn("2015-04-01", category)])).toEqual({
        outcome: "accept",
        events: [{ kind: "category-changed", on: "2026-11-16", category: "2", cause: "joined-employees-pension" }],
        reasons: [],
      });
    },
  );

  it.each([
    ["nobody on file", [], ["refuse not-enrolled /eventOn"]],
    ["registered, never enrolled", [registered], ["refuse not-enrolled /eventOn"]],
    ["lost on that day", [...enrolled, lostOn("2026-11-16")], ["refuse not-enrolled /eventOn"]],
    ["第2号 already", [registered, acquiredOn("2015-04-01", "2")], ["refuse other-category /eventOn"]],
    ["lost later", [...enrolled, lostOn("2026-11-18")], ["refuse later-record-exists /eventOn"]],
  ])("whom the file has as %s is refused", (_, events, reasons) => {
    const decision = decide("employees-pension-joined", joined(), events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it("nobody files it: the ward records it, whenever it hears of it", () => {
    expect(reasonsOf(decide("employees-pension-joined", form(), enrolled))).toEqual([
      "refuse filer-not-allowed /filer",
    ]);
    expect(decide("employees-pension-joined", joined({ eventOn: "2025-01-10" }), enrolled)).toMatchObject({
      outcome: "accept",
      reasons: [],
    });
  });
});
