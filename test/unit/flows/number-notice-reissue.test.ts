import { describe, expect, it } from "vitest";
import { decide, enrolled, form, reasonsOf, registered } from "./decide.ts";

describe("基礎年金番号通知書再交付申請書 (A11)", () => {
  it.each([
    ["enrolled", enrolled],
    ["on file, no longer enrolled", [registered]],
  ])("someone %s may ask for it; nothing of the record changes", (_, events) => {
    expect(decide("number-notice-reissue", form(), events)).toEqual({
      outcome: "accept",
      events: [{ kind: "requested", what: "number-notice" }],
      reasons: [],
    });
  });

  it("someone not on file is refused", () => {
    const decision = decide("number-notice-reissue", form());
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(["refuse person-not-on-file /person/atenaNumber"]);
  });

  it.each(["household-head", "ex-officio"])("not for %s to ask", (filer) => {
    const decision = decide("number-notice-reissue", form({ filer }), enrolled);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(["refuse filer-not-allowed /filer"]);
  });
});
