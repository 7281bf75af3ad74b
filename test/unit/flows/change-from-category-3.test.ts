import { describe, expect, it } from "vitest";
import { flows } from "../../../shared/flows/catalogue.ts";
import { acquisitionOf } from "../../support/people.ts";
import { acquiredOn, decide, lostOn, reasonsOf, registered, somebody } from "./decide.ts";

const spouse = { spouseName: "年金　花子", spouseBirthDate: "1988-02-03" };

const changeFrom3Of = (over: object = {}, details: object = {}) =>
  acquisitionOf(somebody, {
    documents: ["dependent-loss-certificate"],
    details: { cause: "divorced", ...spouse, ...details },
    ...over,
  });

const changed = { kind: "category-changed", on: "2026-11-16", category: "1", cause: "divorced" };

describe("種別変更届 第3号から第1号 (A04)", () => {
  it("someone not on file is registered and becomes 第1号 on the day they stopped being dependent", () => {
    expect(decide("change-from-category-3", changeFrom3Of())).toEqual({
      outcome: "accept",
      events: [{ kind: "registered", facts: somebody }, changed],
      reasons: [],
    });
  });

  it.each(["spouse-left-employment", "spouse-turned-65", "divorced", "income-increased", "spouse-died"])(
    "%s is recorded as the cause",
    (cause) => {
      const body = changeFrom3Of({}, { cause });
      expect(decide("change-from-category-3", body, [registered, acquiredOn("2015-04-01", "3")])).toEqual({
        outcome: "accept",
        events: [{ ...changed, cause }],
        reasons: [],
      });
    },
  );

  it.each([
    ["第1号 already", [acquiredOn("2015-04-01")], ["refuse already-enrolled /eventOn"]],
    ["第2号", [acquiredOn("2015-04-01", "2")], ["refuse other-category /eventOn"]],
    ["任意加入", [acquiredOn("2015-04-01", "voluntary")], ["refuse other-category /eventOn"]],
    [
      "第3号, lost later",
      [acquiredOn("2015-04-01", "3"), lostOn("2026-11-20")],
      ["refuse later-record-exists /eventOn"],
    ],
  ] as const)("whom the file has as %s is refused", (_, events, reasons) => {
    const decision = decide("change-from-category-3", changeFrom3Of(), [registered, ...events]);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it("without the certificate it waits for it", () => {
    const decision = decide("change-from-category-3", changeFrom3Of({ documents: [] }));
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete document-missing /documents"]);
  });

  it.each([
    ["no name of the spouse", { spouseName: undefined }, "details.spouseName"],
    ["no birth date of the spouse", { spouseBirthDate: undefined }, "details.spouseBirthDate"],
    [
      "a spouse's 個人番号 with a wrong check digit",
      { spouseIndividualNumber: "123456789019" },
      "details.spouseIndividualNumber",
    ],
    ["a spouse's 個人番号 of zeros", { spouseIndividualNumber: "000000000000" }, "details.spouseIndividualNumber"],
    ["a cause of another 届出", { cause: "moved-into-japan" }, "details.cause"],
  ])("%s is no such form", (_, details, path) => {
    const parsed = flows["change-from-category-3"].request.safeParse(changeFrom3Of({}, details));
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });
});
