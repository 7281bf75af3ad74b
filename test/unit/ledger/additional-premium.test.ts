import { describe, expect, it } from "vitest";
import { acquiredOn, fold, lostOn, registered, startedIn } from "../flows/decide.ts";

const paying = [registered, acquiredOn("2025-04-01"), startedIn("2025-06")];

describe("付加保険料 and the qualification it rests on", () => {
  it("lapses with the month of the loss", () => {
    expect(fold([...paying, lostOn("2026-03-10")]).additionalPremiums).toEqual([
      { type: "applied", from: "2025-06", until: "2026-03", untilCause: "qualification-ended" },
    ]);
  });

  it("does not come back with the qualification, and can be applied for again", () => {
    const back = [...paying, lostOn("2026-03-10"), acquiredOn("2026-08-01")];
    expect(fold(back).additionalPremiums.map(({ until }) => until)).toEqual(["2026-03"]);
    expect(fold([...back, startedIn("2026-09")]).additionalPremiums).toMatchObject([
      { until: "2026-03" },
      { from: "2026-09", until: null },
    ]);
  });

  it("goes on while one qualification that allows it follows another without a gap", () => {
    const voluntary = [...paying, lostOn("2026-03-10"), acquiredOn("2026-03-10", "voluntary")];
    expect(fold(voluntary).additionalPremiums).toMatchObject([{ from: "2025-06", until: null }]);
  });
});
