import { describe, expect, it } from "vitest";
import { acquiredOn, decide, enrolled, form, lostOn, reasonsOf, registered } from "./decide.ts";

const excluded = (over: object = {}) => form({ documents: ["residence-card-copy"], ...over });

describe("適用除外該当届 (A07)", () => {
  it("loses the qualification the day after the residence status was given", () => {
    expect(decide("exclusion", excluded(), enrolled)).toEqual({
      outcome: "accept",
      events: [{ kind: "lost", on: "2026-11-17", cause: "excluded" }],
      reasons: [],
    });
  });

  it("waits for the residence card", () => {
    const decision = decide("exclusion", excluded({ documents: [] }), enrolled);
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete document-missing /documents"]);
  });

  it.each([
    ["nobody on file", [], ["refuse not-enrolled /eventOn"]],
    ["registered, never enrolled", [registered], ["refuse not-enrolled /eventOn"]],
    ["第2号", [registered, acquiredOn("2015-04-01", "2")], ["refuse other-category /eventOn"]],
    ["第3号", [registered, acquiredOn("2015-04-01", "3")], ["refuse other-category /eventOn"]],
    ["任意加入", [registered, acquiredOn("2015-04-01", "voluntary")], ["refuse other-category /eventOn"]],
    ["lost by this very fact", [...enrolled, lostOn("2026-11-17")], ["refuse later-record-exists /eventOn"]],
  ])("whom the file has as %s is refused", (_, events, reasons) => {
    const decision = decide("exclusion", excluded(), events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it("非該当 is a 資格取得 of its own, from the day of the fact", () => {
    const again = form({ eventOn: "2026-11-20", details: { cause: "exclusion-ended" } });
    expect(decide("acquisition", again, [...enrolled, lostOn("2026-11-17")])).toMatchObject({
      outcome: "accept",
      events: [{ kind: "acquired", on: "2026-11-20", category: "1", cause: "exclusion-ended" }],
    });
  });
});
