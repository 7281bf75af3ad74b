import { describe, expect, it } from "vitest";
import { decide, enrolled, form, reasonsOf, startedIn } from "./decide.ts";

const joined = (over: object = {}) => form({ filer: "ex-officio", ...over });
const paying = [...enrolled, startedIn("2026-04")];

describe("国民年金基金加入による付加保険料の終了 (A18)", () => {
  it("counts as a withdrawal on the day of joining: no longer due from the month before", () => {
    expect(decide("fund-joined", joined(), paying)).toEqual({
      outcome: "accept",
      events: [{ kind: "additional-premium-ended", month: "2026-10", cause: "joined-fund" }],
      reasons: [],
    });
  });

  it("joined before it ever began, it was never due", () => {
    expect(decide("fund-joined", joined({ eventOn: "2026-02-10" }), paying)).toMatchObject({
      outcome: "accept",
      events: [{ month: "2026-04" }],
    });
  });

  it.each([
    ["not paying", joined(), enrolled, ["refuse no-additional-premium /eventOn"]],
    ["filed by the insured, who need not", form(), paying, ["refuse filer-not-allowed /filer"]],
    [
      "nobody on file",
      joined(),
      [],
      ["refuse person-not-on-file /person/atenaNumber", "refuse no-additional-premium /eventOn"],
    ],
  ])("%s is refused: %#", (_, body, events, reasons) => {
    const decision = decide("fund-joined", body, events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });
});
