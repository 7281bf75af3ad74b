import { describe, expect, it } from "vitest";
import { judge } from "../../../functions/erasure/listing/judge.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import { plainDate } from "../../../shared/law/calendar.ts";

describe("a record on the day of the erasure", () => {
  const found = {
    owner: "abcdefghijklmnopqrstuvwxy01" as PersonId,
    record: "income:2018",
    class: "income",
    classes: ["income"],
    clockOn: plainDate("2018-12-31"),
    dueOn: plainDate("2024-04-01"),
  } as const;

  it.each([
    ["2024-03-31", null, "record-not-due"],
    ["2024-04-01", "listed", undefined],
  ])("as of %s", (asOf, state, stays) => {
    const { item, stay } = judge(found, plainDate(asOf), new Map());
    expect(item?.state ?? null).toBe(state);
    expect(stay?.reason).toBe(stays);
  });
});
