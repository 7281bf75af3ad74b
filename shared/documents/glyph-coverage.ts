import { codePointName } from "./shift-jis.ts";

export type Covers = (codePoint: number) => boolean;

const tableOffset = (font: DataView, tag: string): number => {
  for (let at = 12; at < 12 + 16 * font.getUint16(4); at += 16) {
    if (tag === String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)))) {
      return font.getUint32(at + 8);
    }
  }
  throw new TypeError(`the font has no ${tag} table`);
};

/** Format 12 of the OpenType `cmap` table: groups of code points. Every font that reaches beyond the BMP has one. */
const groupsOf = (font: DataView): [from: number, until: number][] => {
  const cmap = tableOffset(font, "cmap");
  for (let record = cmap + 4; record < cmap + 4 + 8 * font.getUint16(cmap + 2); record += 8) {
    const at = cmap + font.getUint32(record + 4);
    if (font.getUint16(at) !== 12) continue;
    return Array.from({ length: font.getUint32(at + 12) }, (_, group) => {
      const start = at + 16 + 12 * group;
      return [font.getUint32(start), font.getUint32(start + 4)];
    });
  }
  throw new TypeError("the font has no cmap of format 12");
};

/**
 * Which characters a TrueType font can draw, read from the font itself, for pdfkit draws a blank or an empty box for the
 * others. @throws TypeError when the font has no `cmap` of format 12.
 */
export const coverageOf = (font: Uint8Array): Covers => {
  const covered = new Set<number>();
  for (const [from, until] of groupsOf(new DataView(font.buffer, font.byteOffset, font.byteLength))) {
    for (let codePoint = from; codePoint <= until; codePoint += 1) covered.add(codePoint);
  }
  return (codePoint) => covered.has(codePoint);
};

/** 下駄記号, printed where a character has no glyph. */
const geta = "\u3013";
const letters = new Intl.Segmenter("ja", { granularity: "grapheme" });

/**
 * `text` as it can be printed, and `U+20BB7` for what it cannot: a letter with any part that has no glyph (a variation
 * selector, a combining mark) becomes one 〓 as a whole.
 */
export const printable = (text: string, covers: Covers): { readonly text: string; readonly codePoints: string[] } => {
  const lacks = (character: string) => !covers(character.codePointAt(0) ?? 0);
  const characters = Array.from(text);
  if (!characters.some(lacks)) return { text, codePoints: [] };
  const codePoints = new Set<string>();
  const printed = Array.from(letters.segment(text), ({ segment }) => {
    const parts = Array.from(segment);
    if (!parts.some(lacks)) return segment;
    for (const part of parts) codePoints.add(codePointName(part));
    return geta;
  });
  return { text: printed.join(""), codePoints: [...codePoints] };
};
