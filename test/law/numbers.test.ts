import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBasicPensionNumber } from "../../shared/law/basic-pension-number.ts";
import { checkDigitOf, hasValidCheckDigit, isIndividualNumber } from "../../shared/law/individual-number.ts";

const first11 = fc.stringMatching(/^[0-9]{11}$/);

describe("個人番号", () => {
  it("accepts the check digit and no other", () => {
    fc.assert(
      fc.property(first11, fc.nat({ max: 9 }), (digits, last) => {
        expect(hasValidCheckDigit(`${digits}${last}`)).toBe(last === checkDigitOf(digits));
      }),
    );
  });

  it("is always one digit: the remainders 0 and 1 both give 0", () => {
    fc.assert(
      fc.property(first11, (digits) => {
        expect(checkDigitOf(digits)).toBeGreaterThanOrEqual(0);
        expect(checkDigitOf(digits)).toBeLessThanOrEqual(9);
      }),
    );
    // Σ = 0, and Σ = 5 + 7 = 12 with the remainder 1.
    expect([checkDigitOf("00000000000"), checkDigitOf("01000100000")]).toEqual([0, 0]);
  });

  it("finds a single wrong digit, but for the remainders 0 and 1 that share a check digit", () => {
    fc.assert(
      fc.property(first11, fc.nat({ max: 10 }), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const wrong = [...digits].map((digit, place) => (place === at ? (Number(digit) + by) % 10 : digit)).join("");
        fc.pre(checkDigitOf(digits) !== 0 || checkDigitOf(wrong) !== 0);
        expect(hasValidCheckDigit(`${wrong}${checkDigitOf(digits)}`)).toBe(false);
      }),
    );
  });

  it("refuses twelve zeros though the formula holds", () => {
    expect(hasValidCheckDigit("000000000000")).toBe(true);
    expect(isIndividualNumber("000000000000")).toBe(false);
    expect(isIndividualNumber("123456789018")).toBe(true);
  });

  it("refuses other lengths, spaces and full-width digits, and never repeats them in an error", () => {
    for (const text of ["12345678901", "1234567890188", "12345678901 ", "12345678901８", ""]) {
      expect(isIndividualNumber(text)).toBe(false);
    }
    expect(() => checkDigitOf("1234567890X")).toThrow(/^not eleven digits$/);
  });
});

describe("基礎年金番号", () => {
  it("is ten digits, and no more is claimed", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{10}$/), (text) => {
        expect(isBasicPensionNumber(text)).toBe(true);
      }),
    );
    for (const text of ["123456789", "12345678901", "1234-567890", "123456789O"]) {
      expect(isBasicPensionNumber(text)).toBe(false);
    }
  });
});
