import { describe, expect, it } from "vitest";
import { application, decide, enrolled, fold, form, reasonsOf, startedIn } from "./decide.ts";

const paying = [...enrolled, startedIn("2026-04")];

describe("付加保険料納付辞退申出書 (A16)", () => {
  it.each([
    ["nothing paid", undefined, "2026-10"],
    ["paid through September", "2026-09", "2026-10"],
    ["October paid", "2026-10", "2026-11"],
    ["November paid", "2026-11", "2026-12"],
    ["paid ahead through March", "2027-03", "2027-04"],
  ])("%s: no longer due from the month before the 申出, past what is paid", (_, paidThrough, month) => {
    expect(decide("additional-premium-withdrawal", application({ atCounter: { paidThrough } }), paying)).toEqual({
      outcome: "accept",
      events: [{ kind: "additional-premium-ended", month, cause: "withdrew" }],
      reasons: [],
    });
  });

  it("in the month of the start nothing was ever due", () => {
    const events = [...enrolled, startedIn("2026-11")];
    const decision = decide("additional-premium-withdrawal", application(), events);
    expect(decision).toMatchObject({ outcome: "accept", events: [{ month: "2026-11" }] });
    const person = fold([...events, ...("events" in decision ? decision.events : [])]);
    expect(person.additionalPremiums).toEqual([]);
  });

  it.each([
    ["not paying", application(), enrolled, ["refuse no-additional-premium /eventOn"]],
    [
      "nobody on file",
      application(),
      [],
      ["refuse person-not-on-file /person/atenaNumber", "refuse no-additional-premium /eventOn"],
    ],
    ["days back", form(), paying, ["refuse not-the-day-of-application /eventOn"]],
    ["世帯主", application({ filer: "household-head" }), paying, ["refuse filer-not-allowed /filer"]],
    ["職権", application({ filer: "ex-officio" }), paying, ["refuse filer-not-allowed /filer"]],
  ])("%s is refused: %#", (_, body, events, reasons) => {
    const decision = decide("additional-premium-withdrawal", body, events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });
});
