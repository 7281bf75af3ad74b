import Encoding from "encoding-japanese";
import { describe, expect, it } from "vitest";
import { rows, twins } from "../../../shared/documents/jis-x-0208.ts";
import {
  type Charset,
  charsets,
  encodeInto,
  isMappable,
  overflow,
  unmappable,
} from "../../../shared/documents/shift-jis.ts";

const encode = (charset: Charset, text: string, width = 100) => {
  const target = new Uint8Array(width);
  const length = encodeInto(charset, text, target, 0, width);
  return length < 0 ? length : target.slice(0, length);
};

const characters = Object.values(rows).join("").replaceAll(" ", "");

describe("the table of JIS X 0208", () => {
  it("has the 6,879 characters of the standard, each once", () => {
    expect(characters.length).toBe(6879);
    expect(new Set(characters).size).toBe(6879);
  });

  it("has no row of NEC or IBM extensions", () => {
    expect(Object.keys(rows).map(Number)).toEqual([
      ...Array.from({ length: 8 }, (_, at) => at + 1),
      ...Array.from({ length: 69 }, (_, at) => at + 16),
    ]);
  });

  it("is written as two decoders that know nothing of it read", () => {
    const bytes = encode("full-width", characters, characters.length * 2);
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect(new TextDecoder("shift_jis", { fatal: true }).decode(bytes as Uint8Array)).toBe(characters);
    expect(Encoding.convert(bytes as Uint8Array, { from: "SJIS", to: "UNICODE", type: "string" })).toBe(characters);
  });

  it.each([
    ["〜", "8160"],
    ["～", "8160"],
    ["−", "817c"],
    ["－", "817c"],
    ["—", "815c"],
    ["―", "815c"],
    ["‖", "8161"],
    ["∥", "8161"],
    ["¢", "8191"],
    ["£", "8192"],
    ["¬", "81ca"],
    ["亜", "889f"],
    ["腕", "9872"],
    ["弌", "989f"],
    ["熙", "eaa4"],
  ])("writes %s as %s", (character, hex) => {
    expect(Buffer.from(encode("full-width", character) as Uint8Array).toString("hex")).toBe(hex);
  });

  it("has both code points of a cell in the table or beside it, never in both", () => {
    for (const [twin, cell] of Object.entries(twins)) {
      expect(characters).toContain(cell);
      expect(characters).not.toContain(twin);
    }
  });
});

describe("a character set", () => {
  it.each([
    "𠮷",
    "髙",
    "﨑",
    "①",
    "Ⅱ",
    "㈱",
    "ｱ",
    "\u3099",
    "か\u3099",
    "辻\u{e0100}",
    "🙂",
    "\ud800",
    "\ufe0f",
    "A",
    "?",
    "\u0000",
    "한",
  ])("full-width refuses %j", (text) => {
    expect(encode("full-width", text)).toBe(unmappable);
    expect(encode("full-width", `年${text}金`)).toBe(unmappable);
  });

  it("full-width katakana refuses hiragana and kanji", () => {
    expect(encode("full-width-katakana", "ネンキン　ヴァー・ヶ")).toBeInstanceOf(Uint8Array);
    expect([encode("full-width-katakana", "ねんきん"), encode("full-width-katakana", "年金")]).toEqual([
      unmappable,
      unmappable,
    ]);
  });

  it("half-width katakana is one byte each", () => {
    expect(encode("half-width-katakana", "ﾈﾝｷﾝ ﾀﾛｳ")).toHaveLength(8);
    expect(encode("half-width-katakana", "ネ")).toBe(unmappable);
  });

  it("mixed takes both widths, and never the two bytes that read as yen or backslash, overline or tilde", () => {
    expect(encode("mixed", "2－19")).toHaveLength(5);
    expect([encode("mixed", "\\"), encode("mixed", "~"), encode("mixed", "¥")]).toEqual([
      unmappable,
      unmappable,
      unmappable,
    ]);
  });

  it("takes what fills the width exactly and refuses one byte more", () => {
    expect(encode("full-width", "年金", 4)).toHaveLength(4);
    expect(encode("full-width", "年金", 3)).toBe(overflow);
    expect(encode("digits", "123", 2)).toBe(overflow);
  });

  it("names an unmappable character before it complains of the length", () => {
    expect(encode("full-width", "年金𠮷", 2)).toBe(unmappable);
  });

  it("has a padding of its own", () => {
    for (const [name, { pad }] of Object.entries(charsets)) {
      if (pad > 0xff) expect(isMappable(name as Charset, "\u3000")).toBe(true);
    }
    expect(charsets["full-width"].pad).toBe(0x8140);
  });
});
