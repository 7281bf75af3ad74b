/** Every way a text can be read that a machine might have written it in. */

const fromBytes = (bytes: Buffer): readonly string[] => {
  const text = bytes.toString("utf8");
  const wide = bytes.length % 2 === 0 && bytes.includes(0) ? [bytes.toString("utf16le")] : [];
  return [text, ...wide];
};

/** Long enough for the shortest secret: three letters of UTF-8, or ten digits. */
const base64Run = /[A-Za-z0-9+/_-]{12,}/g;
const hexRun = /[0-9a-fA-F]{18,}/g;

const runsOf = (text: string, run: RegExp) => [...new Set(text.match(run))];

const inBase64 = (text: string): string[] =>
  runsOf(text, base64Run).flatMap((run) =>
    [0, 1, 2, 3].flatMap((at) => fromBytes(Buffer.from(run.slice(at).replace(/-/g, "+").replace(/_/g, "/"), "base64"))),
  );

const inHex = (text: string): string[] =>
  runsOf(text, hexRun).flatMap((run) => [0, 1].flatMap((at) => fromBytes(Buffer.from(run.slice(at), "hex"))));

const inPercent = (text: string): string[] =>
  text.includes("%")
    ? [
        text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8")),
      ].filter((read) => read !== text)
    : [];

const inEscapes = (text: string): string[] =>
  /\\u[0-9a-fA-F]{4}|&#/.test(text)
    ? [
        text
          .replace(/\\+u([0-9a-fA-F]{4})/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))
          .replace(/&#(x?)([0-9a-fA-F]+);/g, (_, x: string, code: string) =>
            String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, x ? 16 : 10))),
          ),
      ]
    : [];

/** Worth reading once more: text, rather than bytes that a cipher or a hash left. */
const looksWritten = (text: string) => text.length >= 8 && !/[^\P{Cc}\t\n\r]|\ufffd/u.test(text);

/** Two digits side by side or three letters of Japanese: less is no secret. */
const mayTell = /\d[^A-Za-z]?\d|[\u3040-\u30ff\u4e00-\u9fff\uff00-\uffef]{3}|[%&\\]|[A-Za-z0-9+/_-]{12}/;

/** `text` and what it holds in base64, hexadecimal, URL and JSON encodings, one within another up to `depth`. */
export const readingsOf = (text: string, depth = 2): string[] => {
  const inside = [...inPercent(text), ...inEscapes(text), ...inBase64(text), ...inHex(text)].filter((read) =>
    mayTell.test(read),
  );
  const deeper = depth <= 1 ? [] : inside.filter(looksWritten).flatMap((read) => readingsOf(read, depth - 1).slice(1));
  return [text, ...inside, ...deeper];
};

/** As compared: full width as half width, hiragana as katakana, digits without what people write between them. */
export const plainly = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60))
    .replace(/(?<=\d)[-‐‑–—―ー−. _](?=\d)/g, "");
