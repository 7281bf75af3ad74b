import { describe, expect, it } from "vitest";
import { filingActions, statusTableFaults, transitions } from "../../../shared/domain/filing-status.ts";

type Rows = Parameters<typeof statusTableFaults>[0] & object;

/** The table with one row changed or taken out. */
const without = (name: keyof typeof transitions): Rows =>
  Object.fromEntries(Object.entries(transitions).filter(([each]) => each !== name));
const changed = (name: keyof typeof transitions, over: Partial<Rows[string]>): Rows => ({
  ...transitions,
  [name]: { ...transitions[name], ...over },
});

describe("the table of statuses", () => {
  it("has no faults as it stands", () => {
    expect(statusTableFaults()).toEqual([]);
  });

  it.each([
    ["nobody withdraws", without("withdraw"), ["withdrawn is never reached"]],
    [
      "nobody examines and nothing comes back from a run",
      { ...without("examine"), "put-back": { ...transitions["put-back"], to: ["received"] } } as Rows,
      ["examined is never reached"],
    ],
    ["nothing is sent", without("release"), ["transmitted is never reached"]],
    ["a 却下 ends nowhere", changed("close", { from: ["approved", "amended"] }), ["rejected has no way out"]],
    ["a closed filing goes on", changed("withdraw", { from: ["received", "closed"] }), ["closed is not final"]],
    ["a result is never 訂正", without("amend"), ["amended is never reached"]],
  ])("is found at fault when %s", (_, rows, faults) => {
    expect(statusTableFaults(rows)).toEqual(expect.arrayContaining(faults));
  });

  it("lets staff take exactly these steps; the rest belong to the workflow", () => {
    expect([...filingActions].sort()).toEqual(
      ["accept", "close", "correct", "examine", "return-for-correction", "withdraw"].sort(),
    );
  });
});
