import { rows, twins } from "./jis-x-0208.ts";

/** The two bytes of a cell in Shift_JIS (JIS X 0208:1997 附属書1), the first in the high half. */
const bytesOf = (row: number, cell: number): number => {
  const first = ((row - 1) >> 1) + (row < 63 ? 0x81 : 0xc1);
  const second = row % 2 === 0 ? cell + 0x9e : cell + 0x3f + (cell > 63 ? 1 : 0);
  return (first << 8) | second;
};

const cells = Object.entries(rows).flatMap(([row, characters]) =>
  Array.from(characters, (character, at): [string, number] => [character, bytesOf(Number(row), at + 1)]).filter(
    ([character]) => character !== " ",
  ),
);
const byCharacter = new Map(cells);
const twinCells = Object.entries(twins).map(([twin, cell]): [string, number] => [twin, byCharacter.get(cell) ?? 0]);
const jisX0208 = [...cells, ...twinCells];

const range = (from: number, until: number, code = from): [string, number][] =>
  Array.from({ length: until - from + 1 }, (_, at) => [String.fromCharCode(from + at), code + at]);

const digits = range(0x30, 0x39);
/** Without 5C and 7E: yen or backslash, overline or tilde, as the reader pleases. */
const latin = range(0x20, 0x7d).filter(([, code]) => code !== 0x5c);
const katakana = jisX0208.filter(([character]) => /^[\u3000ァ-ヶー・]$/u.test(character));

interface CharsetRow {
  readonly label: string;
  readonly characters: readonly (readonly [character: string, code: number])[];
  /** What fills the rest of a text field: one byte 20, or the full-width space 8140. */
  readonly pad: 0x20 | 0x8140;
}

/** What a field may hold. Vendor extensions, 外字, variation selectors and combining marks are in none of them. */
export const charsets = {
  digits: { label: "半角数字", characters: digits, pad: 0x20 },
  latin: { label: "半角英数字・記号(5C・7Eを除く)", characters: latin, pad: 0x20 },
  "half-width-katakana": {
    label: "半角カタカナ",
    characters: [...range(0xff61, 0xff9f, 0xa1), [" ", 0x20]],
    pad: 0x20,
  },
  "full-width": { label: "全角(JIS X 0208)", characters: jisX0208, pad: 0x8140 },
  "full-width-katakana": { label: "全角カタカナ", characters: katakana, pad: 0x8140 },
  mixed: { label: "半角英数字・記号と全角(JIS X 0208)", characters: [...latin, ...jisX0208], pad: 0x20 },
} as const satisfies Record<string, CharsetRow>;

export type Charset = keyof typeof charsets;

/** Bytes by UTF-16 code unit, 0 where there are none; a surrogate is never found, so nothing outside the BMP passes. */
const tableOf = ({ characters }: CharsetRow): Uint16Array => {
  const table = new Uint16Array(0x10000);
  for (const [character, code] of characters) table[character.charCodeAt(0)] = code;
  return table;
};

const tables = Object.fromEntries(Object.entries(charsets).map(([name, row]) => [name, tableOf(row)])) as Readonly<
  Record<Charset, Uint16Array>
>;

/** `encodeInto` met a character that the set lacks. */
export const unmappable = -1;
/** `encodeInto` ran out of width. */
export const overflow = -2;

/** Writes `text` at `at`, at most `width` bytes; answers how many, or {@link unmappable} or {@link overflow}. Never writes anything in a character's place. */
export const encodeInto = (charset: Charset, text: string, target: Uint8Array, at: number, width: number): number => {
  const table = tables[charset];
  const end = at + width;
  let next = at;
  let fits = true;
  for (let index = 0; index < text.length; index += 1) {
    const code = table[text.charCodeAt(index)] ?? 0;
    if (code === 0) return unmappable;
    if (code < 0x100) {
      if (next < end) target[next] = code;
      next += 1;
    } else {
      if (next + 1 < end) {
        target[next] = code >> 8;
        target[next + 1] = code & 0xff;
      }
      next += 2;
    }
    if (next > end) fits = false;
  }
  return fits ? next - at : overflow;
};

export const isMappable = (charset: Charset, character: string): boolean =>
  character.length === 1 && tables[charset][character.charCodeAt(0)] !== 0;

/** `U+20BB7` for each character of `text` that the set lacks, each once. */
export const unmappableCodePoints = (charset: Charset, text: string): string[] => [
  ...new Set(
    Array.from(text)
      .filter((character) => !isMappable(charset, character))
      .map(codePointName),
  ),
];

/** `U+20BB7`: how messages name a character without repeating the text it stands in. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
