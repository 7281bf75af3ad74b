import { describe, expect, it } from "vitest";
import { acquiredOn, decide, enrolled, form, reasonsOf, registered } from "./decide.ts";

const papers: Record<string, string[]> = {
  "moved-abroad": ["moving-out-notice"],
  "old-age-benefit": ["old-age-benefit-certificate"],
};
const lossBy = (cause: string) => form({ eventOn: "2026-11-18", details: { cause }, documents: papers[cause] ?? [] });
const member = (category: "voluntary" | "special-voluntary") => [registered, acquiredOn("2025-04-01", category)];

describe("資格喪失届 of a 任意加入被保険者 (A05)", () => {
  it.each([
    ["voluntary", "moved-abroad", "2026-11-19"],
    ["voluntary", "death", "2026-11-19"],
    ["voluntary", "nationality-lost", "2026-11-19"],
    ["voluntary", "full-months", "2026-11-18"],
    ["special-voluntary", "moved-abroad", "2026-11-19"],
    ["special-voluntary", "death", "2026-11-19"],
    ["special-voluntary", "nationality-lost", "2026-11-19"],
  ] as const)("%s by %s of 18 November is lost on %s", (category, cause, on) => {
    const decision = decide("loss", lossBy(cause), member(category));
    expect(decision).toMatchObject({ outcome: "accept" });
    expect("events" in decision && decision.events).toEqual([{ kind: "lost", on, cause }]);
  });

  it.each([
    ["任意加入 by old-age-benefit", "old-age-benefit", member("voluntary")],
    ["特例任意加入 by old-age-benefit", "old-age-benefit", member("special-voluntary")],
    ["特例任意加入 by full-months, a limit it does not have", "full-months", member("special-voluntary")],
    ["第1号 by full-months", "full-months", enrolled],
    ["第1号 by nationality-lost", "nationality-lost", enrolled],
    ["第2号 by death, which 日本年金機構 settles", "death", [registered, acquiredOn("2015-04-01", "2")]],
  ])("%s is refused", (_, cause, events) => {
    const decision = decide("loss", lossBy(cause), events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain("refuse other-category /eventOn");
  });
});
