import { describe, expect, it } from "vitest";
import { acquiredOn, born, decide, enrolled, form, lostOn, reasonsOf, registered, somebody } from "./decide.ts";

const found = (over: object = {}) =>
  form({
    filer: "ex-officio",
    documents: ["basis-of-ex-officio"],
    details: { cause: "left-employees-pension" },
    ...over,
  });
const gain = { on: "2026-11-16", category: "1", cause: "left-employees-pension", exOfficio: true };

describe("職権適用 (A19-1)", () => {
  it("someone not on file is registered and enrolled, marked as 職権", () => {
    expect(decide("ex-officio-acquisition", found())).toEqual({
      outcome: "accept",
      events: [
        { kind: "registered", facts: somebody },
        { kind: "acquired", ...gain },
      ],
      reasons: [],
    });
  });

  it("someone without a qualification gains one; someone of another category changes", () => {
    expect(decide("ex-officio-acquisition", found(), [...enrolled, lostOn("2020-01-01")])).toMatchObject({
      outcome: "accept",
      events: [{ kind: "acquired", ...gain }],
    });
    for (const category of ["2", "3"] as const)
      expect(decide("ex-officio-acquisition", found(), [registered, acquiredOn("2015-04-01", category)])).toEqual({
        outcome: "accept",
        events: [{ kind: "category-changed", ...gain }],
        reasons: [],
      });
  });

  it.each([
    ["第1号 already", found(), enrolled, "refuse", ["refuse already-enrolled /eventOn"]],
    [
      "enrolled later",
      found(),
      [registered, acquiredOn("2026-11-18")],
      "refuse",
      ["refuse later-record-exists /eventOn"],
    ],
    ["under 20 by a day", found(born("2006-11-18")), [], "refuse", ["refuse outside-compulsory-age /eventOn"]],
    ["20 that day", found(born("2006-11-17")), [], "accept", []],
    ["60 that day", found(born("1966-11-17")), [], "refuse", ["refuse outside-compulsory-age /eventOn"]],
    ["without the papers", found({ documents: [] }), [], "incomplete", ["incomplete document-missing /documents"]],
    ["filed by the insured", found({ filer: "insured" }), [], "refuse", ["refuse filer-not-allowed /filer"]],
    ["of years ago", found({ eventOn: "2020-01-10" }), [], "accept", []],
  ])("someone %s: %#", (_, body, events, outcome, reasons) => {
    const decision = decide("ex-officio-acquisition", body, events);
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toEqual(reasons);
  });
});
