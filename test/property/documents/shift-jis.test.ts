import Encoding from "encoding-japanese";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rows, twins } from "../../../shared/documents/jis-x-0208.ts";
import { type Charset, charsets, encodeInto, isMappable } from "../../../shared/documents/shift-jis.ts";

const names = Object.keys(charsets) as Charset[];
const known = Object.values(rows).join("").replaceAll(" ", "");
const character = fc.oneof(
  { weight: 8, arbitrary: fc.nat(known.length - 1).map((at) => known.charAt(at)) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(twins), "𠮷", "\u3099", "\u{e0100}", "ｱ", "a", "～") },
);
const text = fc.array(character, { maxLength: 30 }).map((parts) => parts.join(""));

const cellOf: Readonly<Record<string, string>> = twins;
const canonical = (value: string) => Array.from(value, (one) => cellOf[one] ?? one).join("");

describe("strict Shift_JIS", () => {
  it("what it accepts, two other decoders read back; what it refuses has a character it names", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), text, (charset, value) => {
        const target = new Uint8Array(200);
        const length = encodeInto(charset, value, target, 0, 200);
        const mappable = Array.from(value).every((one) => isMappable(charset, one));
        expect(length >= 0).toBe(mappable);
        if (length < 0) return;
        const bytes = target.subarray(0, length);
        expect(new TextDecoder("shift_jis", { fatal: true }).decode(bytes)).toBe(canonical(value));
        expect(Encoding.convert(bytes, { from: "SJIS", to: "UNICODE", type: "string" })).toBe(canonical(value));
      }),
      { numRuns: 5000 },
    );
  });

  it("every code unit there is: written as itself, or refused", () => {
    const target = new Uint8Array(2);
    const wrong: string[] = [];
    for (let unit = 0; unit < 0x10000; unit += 1) {
      const one = String.fromCharCode(unit);
      const length = encodeInto("mixed", one, target, 0, 2);
      if (length < 0) continue;
      const read = new TextDecoder("shift_jis").decode(target.subarray(0, length));
      if (read !== canonical(one)) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it("never writes past the width", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), text, fc.nat(20), (charset, value, width) => {
        const target = new Uint8Array(40).fill(0xaa);
        encodeInto(charset, value, target, 10, width);
        expect([...target.subarray(0, 10), ...target.subarray(10 + width)].every((byte) => byte === 0xaa)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
