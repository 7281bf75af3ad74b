import { describe, expect, it } from "vitest";
import {
  atenaNumberOf,
  basicPensionNumberOf,
  householdNumberOf,
  individualNumberOf,
} from "../../../tools/ward/numbers.ts";

describe.each([
  ["宛名番号", atenaNumberOf, 15],
  ["世帯番号", householdNumberOf, 15],
  ["個人番号", individualNumberOf, 12],
  ["基礎年金番号", basicPensionNumberOf, 10],
])("%s of the ward", (_, numberOf, digits) => {
  it("has its length in digits for any seed", () => {
    for (const seed of [0, 1, 9_999_999, 20_261_123]) expect(numberOf(0, seed)).toMatch(new RegExp(`^\\d{${digits}}$`));
  });

  it("comes round only after ten million: a shorter round would divide a half or a fifth of that", () => {
    const first = numberOf(0, 1);
    expect([5_000_000, 2_000_000, 9_999_999].map((index) => numberOf(index, 1))).not.toContain(first);
  });

  it("ends with an error rather than repeat", () => {
    expect(() => numberOf(10_000_000, 1)).toThrow(RangeError);
  });
});
