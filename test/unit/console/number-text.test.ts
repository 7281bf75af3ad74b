import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdsNumber, withoutNumbers } from "../../../console/guard/number-text.ts";

const separator = fc.constantFrom("", " ", "-", "−", "　", "・");
const digit = fc.integer({ min: 0, max: 9 }).map(String);
const wide = digit.map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

describe("what goes to the clipboard", () => {
  it("never holds a run of twelve digits, however it is written and whatever stands around it", () => {
    const run = fc
      .array(fc.tuple(fc.oneof(digit, wide), separator), { minLength: 12, maxLength: 16 })
      .map((parts) => parts.flat().join(""));
    fc.assert(
      fc.property(fc.string(), run, fc.string(), (before, number, after) => {
        const text = `${before}x${number}x${after}`;
        expect(holdsNumber(text)).toBe(true);
        expect(holdsNumber(withoutNumbers(text))).toBe(false);
      }),
    );
  });

  it("keeps what is shorter as it is", () => {
    fc.assert(
      fc.property(fc.array(digit, { maxLength: 11 }), (digits) => {
        const text = `番号${digits.join("")}。`;
        expect(holdsNumber(text)).toBe(false);
        expect(withoutNumbers(text)).toBe(text);
      }),
    );
  });

  it.each(["2026-11-25 21:47:00", "2026-11-01 〜 2026-11-30", "R20261126-7K3M9Q"])("takes %s for no number", (text) => {
    expect(holdsNumber(text)).toBe(false);
  });
});
