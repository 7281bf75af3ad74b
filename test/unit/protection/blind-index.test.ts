import { createSecretKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AtenaNumber, PersonId } from "../../../shared/domain/ids.ts";
import { blindIndex, foldKana, indexKinds } from "../../../shared/protection/blind-index.ts";

const index = blindIndex(createSecretKey(Buffer.alloc(32, 1)));
const other = blindIndex(createSecretKey(Buffer.alloc(32, 2)));

const all = (by: typeof index, value: string) => [
  ...indexKinds.map((kind) => by.of(kind, value)),
  by.person(value as AtenaNumber),
  by.auditSubject(value as PersonId),
  by.request(value),
  by.caller(value, value),
];

describe("blind index", () => {
  it("gives equal text of one label an equal value, and every label its own", () => {
    const values = all(index, "000000000000001");
    expect(all(index, "000000000000001")).toEqual(values);
    expect(new Set(values).size).toBe(values.length);
    for (const value of values) expect(value).toMatch(/^[\w-]{27}$/);
  });

  it("says other things under another key and of other text", () => {
    const values = new Set([...all(index, "1"), ...all(other, "1"), ...all(index, "2")]);
    expect(values.size).toBe(3 * all(index, "1").length);
  });

  it("an officer and a key are not mistaken for another officer and another key", () => {
    expect(index.caller("a", "b-c")).not.toBe(index.caller("a-b", "c"));
    expect(index.caller('a","b', "c")).not.toBe(index.caller("a", 'b","c'));
  });

  it.each([
    ["コクネン　タロウ", "コクネンタロウ"],
    ["こくねん たろう", "コクネンタロウ"],
    ["ｺｸﾈﾝ ﾀﾛｳ", "コクネンタロウ"],
    ["ジョン・スミス", "ジョンスミス"],
    ["ｶﾞｷﾞ", "ガギ"],
    ["ゔゕ", "ヴヵ"],
  ])("finds a kana however it is written: %s", (written, folded) => {
    expect(foldKana(written)).toBe(folded);
    expect(index.of("name-kana", written)).toBe(index.of("name-kana", folded));
  });

  it("folds nothing but kana", () => {
    expect(index.of("birth-date", "1990-01-01 ")).not.toBe(index.of("birth-date", "1990-01-01"));
  });
});
