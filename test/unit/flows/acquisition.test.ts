import { describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/law/calendar.ts";
import { acquisitionOf } from "../../support/people.ts";
import { acquiredOn, decide, lostOn, reasonsOf, registered, somebody } from "./decide.ts";

const acquired = { kind: "acquired", on: "2026-11-16", category: "1", cause: "moved-into-japan" };

describe("資格取得届 (A01)", () => {
  it("someone not on file is registered as the form says, and enrolled from the day of the fact", () => {
    expect(decide("acquisition", acquisitionOf(somebody))).toEqual({
      outcome: "accept",
      events: [{ kind: "registered", facts: somebody }, acquired],
      reasons: [],
    });
  });

  it("someone on file without a qualification keeps the facts on file and is enrolled", () => {
    const moved = acquisitionOf({ ...somebody, address: "目黒区上目黒9丁目9番9号" });
    expect(decide("acquisition", moved, [registered])).toEqual({ outcome: "accept", events: [acquired], reasons: [] });
  });

  it("適用除外の終了 needs no passport and carries its own cause", () => {
    const body = acquisitionOf(somebody, { details: { cause: "exclusion-ended" }, documents: [] });
    expect(decide("acquisition", body, [registered])).toEqual({
      outcome: "accept",
      events: [{ ...acquired, cause: "exclusion-ended" }],
      reasons: [],
    });
  });

  it("国外からの転入 without the passport waits for it", () => {
    const decision = decide("acquisition", acquisitionOf(somebody, { documents: [] }));
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete document-missing /documents"]);
  });

  it.each([
    ["lost before and back again", [acquiredOn("2015-04-01"), lostOn("2020-01-01")], "accept", []],
    ["back on the very day of the loss", [acquiredOn("2015-04-01"), lostOn("2026-11-16")], "accept", []],
    ["enrolled as 第1号", [acquiredOn("2015-04-01")], "refuse", ["refuse already-enrolled /eventOn"]],
    ["enrolled as 第3号", [acquiredOn("2015-04-01", "3")], "refuse", ["refuse already-enrolled /eventOn"]],
    ["enrolled as 任意加入", [acquiredOn("2015-04-01", "voluntary")], "refuse", ["refuse already-enrolled /eventOn"]],
    ["enrolled since that day", [acquiredOn("2026-11-16")], "refuse", ["refuse already-enrolled /eventOn"]],
    [
      "enrolled until the day after",
      [acquiredOn("2015-04-01"), lostOn("2026-11-17")],
      "refuse",
      ["refuse already-enrolled /eventOn"],
    ],
    ["enrolled later", [acquiredOn("2026-11-17")], "refuse", ["refuse later-record-exists /eventOn"]],
  ] as const)("someone %s: %s", (_, events, outcome, reasons) => {
    const decision = decide("acquisition", acquisitionOf(somebody), [registered, ...events]);
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it.each([
    ["the day before the 20th birthday, when 20 is attained", "2006-11-17", "accept"],
    ["the day before that", "2006-11-18", "refuse"],
    ["two days before the 60th birthday, the last day under 60", "1966-11-18", "accept"],
    ["the day before the 60th birthday, when 60 is attained", "1966-11-17", "refuse"],
  ])("a fact on %s", (_, birthDate, outcome) => {
    const decision = decide("acquisition", acquisitionOf({ ...somebody, birthDate: plainDate(birthDate) }));
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toEqual(outcome === "refuse" ? ["refuse outside-compulsory-age /eventOn"] : []);
  });
});
