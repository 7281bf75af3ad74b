import { describe, expect, it } from "vitest";
import { acquiredOn, decide, enrolled, form, reasonsOf, registered, startedIn } from "./decide.ts";

const joined = (over: object = {}) => form({ documents: ["farmers-pension-proof"], ...over });

describe("付加保険料該当届 (A17-1)", () => {
  it("a member of 農業者年金 pays from the month of the fact, however late it is filed", () => {
    expect(decide("farmer-premium-start", joined(), enrolled)).toEqual({
      outcome: "accept",
      events: [{ kind: "additional-premium-started", month: "2026-11", type: "farmer" }],
      reasons: [],
    });
    const late = decide("farmer-premium-start", joined({ eventOn: "2026-06-10" }), enrolled);
    expect(late).toMatchObject({ outcome: "accept", events: [{ month: "2026-06" }] });
    expect(reasonsOf(late)).toEqual(["notice late-filing"]);
  });

  it("waits for the proof", () => {
    const decision = decide("farmer-premium-start", joined({ documents: [] }), enrolled);
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete document-missing /documents"]);
  });

  it.each([
    ["第2号", [registered, acquiredOn("2025-04-01", "2")], ["refuse category-not-eligible /eventOn"]],
    ["第3号", [registered, acquiredOn("2025-04-01", "3")], ["refuse category-not-eligible /eventOn"]],
    [
      "特例任意加入",
      [registered, acquiredOn("2025-04-01", "special-voluntary")],
      ["refuse category-not-eligible /eventOn"],
    ],
    ["not enrolled", [registered], ["refuse not-enrolled /eventOn"]],
    ["paying already", [...enrolled, startedIn("2026-04")], ["refuse additional-premium-already /eventOn"]],
  ])("%s is refused", (_, events, reasons) => {
    const decision = decide("farmer-premium-start", joined(), events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });
});

describe("付加保険料非該当届 (A17-2)", () => {
  it("is no longer due from the month of the fact", () => {
    expect(decide("farmer-premium-end", form(), [...enrolled, startedIn("2026-04", "farmer")])).toEqual({
      outcome: "accept",
      events: [{ kind: "additional-premium-ended", month: "2026-11", cause: "left-farmers-pension" }],
      reasons: [],
    });
  });

  it.each([
    ["not paying", enrolled],
    ["paying by 申出", [...enrolled, startedIn("2026-04")]],
    ["a farmer only since a later month", [...enrolled, startedIn("2026-12", "farmer")]],
  ])("%s is refused", (_, events) => {
    const decision = decide("farmer-premium-end", form(), events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(["refuse no-additional-premium /eventOn"]);
  });
});
