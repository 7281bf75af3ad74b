import { describe, expect, it } from "vitest";
import { acquiredOn, application, decide, enrolled, lostOn, reasonsOf, registered } from "./decide.ts";

const member = [registered, acquiredOn("2025-04-01", "voluntary")];

describe("任意加入被保険者資格喪失申出書 (A14)", () => {
  it.each(["voluntary", "special-voluntary"] as const)("%s is lost on the day of the 申出 itself", (category) => {
    const events = [registered, acquiredOn("2025-04-01", category)];
    expect(decide("voluntary-withdrawal", application(), events)).toEqual({
      outcome: "accept",
      events: [{ kind: "lost", on: "2026-11-20", cause: "withdrew" }],
      reasons: [],
    });
  });

  it.each([
    ["nobody on file", application(), [], ["refuse not-voluntary /eventOn"]],
    ["第1号", application(), enrolled, ["refuse not-voluntary /eventOn"]],
    ["第2号", application(), [registered, acquiredOn("2025-04-01", "2")], ["refuse not-voluntary /eventOn"]],
    ["lost already", application(), [...member, lostOn("2026-11-20")], ["refuse not-voluntary /eventOn"]],
    ["lost later", application(), [...member, lostOn("2026-11-21")], ["refuse later-record-exists /eventOn"]],
    ["a day back", application({ eventOn: "2026-11-19" }), member, ["refuse not-the-day-of-application /eventOn"]],
    ["世帯主", application({ filer: "household-head" }), member, ["refuse filer-not-allowed /filer"]],
    ["職権", application({ filer: "ex-officio" }), member, ["refuse filer-not-allowed /filer"]],
  ])("%s is refused: %#", (_, body, events, reasons) => {
    const decision = decide("voluntary-withdrawal", body, events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });
});
