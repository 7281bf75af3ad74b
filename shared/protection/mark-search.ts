import { gunzipSync } from "node:zlib";
import { daysSaidIn } from "./birth-forms.ts";
import { foldName, headerLength, type Marks, type Value } from "./marks.ts";

/** What a copy was known by. */
export type KnownBy = "pseudonym" | "number" | "name-and-birth-date" | "sealed-copy";

export interface Hit<Of> {
  readonly of: Of;
  readonly known: KnownBy;
}

export interface MarkSearch<Of> {
  /** A row: its keys and all attributes. A name and a birth date in it belong together, in whatever attributes they are. */
  readonly inRow: (row: Value) => readonly Hit<Of>[];
  /** Bytes of an object. `unreadable`: of a form whose text is not looked into (PDF, image, ZIP, a broken gzip). */
  readonly inBytes: (bytes: Uint8Array) => { readonly hits: readonly Hit<Of>[]; readonly unreadable: boolean };
  readonly inText: (text: string) => readonly Hit<Of>[];
  /** The text with every pseudonym and number that is a mark blotted out; nothing of it where it says the name of whoever `of` is. */
  readonly masked: (text: string, of: Of) => string;
}

const pseudonymLength = 27;
const numberLengths = [10, 12, 15] as const;
/** How deep packed and encoded text is opened: gzip of base64 of a row, say. */
const deepest = 4;
/** An object of JSON larger than this is a list of many people rather than one. */
const longestLine = 8_000;
const mostUnpacked = 512 * 1024 * 1024;

/** Digits close together, or with what stands between year, month and day. */
const maySayADay = /\d{6}|\d\s*[-/.年]\s*\d/;
const shortestNumber = 10;

const letterRuns = /[\w-]{27,}/g;
const digitRuns = /\d[\d-]{8,}\d/g;
const base64Runs = /[A-Za-z0-9+/_-]{36,}/g;
const hexRuns = /[0-9a-fA-F]{58,}/g;

const beginsWith = (bytes: Uint8Array, ...first: readonly number[]) => first.every((byte, at) => bytes[at] === byte);
const isUnreadable = (bytes: Uint8Array) =>
  beginsWith(bytes, 0x25, 0x50, 0x44, 0x46) ||
  beginsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  beginsWith(bytes, 0xff, 0xd8, 0xff) ||
  beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

/** Sealed values read as text would be noise: of a long blob of theirs one byte in nine is a control. */
const isNoise = (bytes: Uint8Array): boolean => {
  if (bytes[0] !== 1 || bytes.length < headerLength) return false;
  let controls = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  return controls * 40 > bytes.length;
};

const decoders = ["shift_jis", "euc-jp", "utf-16le", "utf-16be"].map((name) => new TextDecoder(name));
const strict = new TextDecoder("utf-8", { fatal: true });

/** Every reading that bytes may have as text. */
const readings = (bytes: Uint8Array): readonly string[] => {
  const others = () => decoders.map((decoder) => decoder.decode(bytes));
  try {
    const text = strict.decode(bytes);
    return text.includes("\0") ? [text, ...others()] : [text];
  } catch {
    return [Buffer.from(bytes).toString("latin1"), Buffer.from(bytes).toString("utf8"), ...others()];
  }
};

const isPacked = (bytes: Uint8Array) => beginsWith(bytes, 0x1f, 0x8b);
/** Undefined for what is broken, or unpacks to more than can be held. */
const unpacked = (bytes: Uint8Array): Uint8Array | undefined => {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostUnpacked });
  } catch {
    return undefined;
  }
};

/** Objects within a JSON text, each as one line; a text that is no JSON has none. */
const objectsOfJson = (text: string): string[] => {
  const lines: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) {
      const line = JSON.stringify(value);
      if (line.length <= longestLine) lines.push(line);
    }
    for (const each of Object.values(value)) walk(each);
  };
  if (!/^\s*[[{]/.test(text)) return lines;
  try {
    walk(JSON.parse(text));
  } catch {
    return lines;
  }
  return lines;
};

const indexed = <Of>(of: readonly Of[], valuesOf: (each: Of) => readonly string[]): ReadonlyMap<string, Of> =>
  new Map(of.flatMap((each) => valuesOf(each).map((value) => [value, each] as const)));

/** Built once for all that an erasure erased. What it costs to look through a text does not depend on how many they are. */
export const markSearch = <Of>(erased: readonly { readonly of: Of; readonly marks: Marks }[]): MarkSearch<Of> => {
  type Entry = (typeof erased)[number];
  const pseudonyms = indexed<Entry>(erased, ({ marks }) => marks.pseudonyms);
  const numbers = indexed<Entry>(erased, ({ marks }) => marks.numbers);
  const headers = indexed<Entry>(erased, ({ marks }) =>
    marks.headers.map((header) => Buffer.from(header, "base64url").toString("latin1")),
  );
  const born = new Map<string, Entry[]>();
  for (const entry of erased)
    for (const birth of entry.marks.births) born.set(birth, [...(born.get(birth) ?? []), entry]);

  type Found = Map<Of, KnownBy>;
  /** The strongest word stays: a sealed copy is nobody else's. */
  const note = (found: Found, entry: Entry | undefined, known: KnownBy) => {
    if (entry && found.get(entry.of) !== "sealed-copy") found.set(entry.of, known);
  };

  const tokens = (text: string, each: (entry: Entry, token: string, known: KnownBy) => void): void => {
    if (pseudonyms.size > 0)
      for (const [run] of text.matchAll(letterRuns))
        for (let at = 0; at + pseudonymLength <= run.length; at += 1) {
          const token = run.slice(at, at + pseudonymLength);
          const entry = pseudonyms.get(token);
          if (entry) each(entry, token, "pseudonym");
        }
    if (numbers.size > 0)
      for (const [run] of text.matchAll(digitRuns)) {
        const hyphened = [run, ...run.split("-")];
        const digits = run.replaceAll("-", "");
        for (const length of numberLengths)
          for (let at = 0; at + length <= digits.length; at += 1) {
            const entry = numbers.get(digits.slice(at, at + length));
            if (entry)
              each(
                entry,
                hyphened.find((part) => part.replaceAll("-", "").includes(digits.slice(at, at + length))) ?? run,
                "number",
              );
          }
      }
  };

  const line = (text: string, found: Found): void => {
    if (born.size === 0 || !maySayADay.test(text)) return;
    let folded: string | undefined;
    for (const day of daysSaidIn(text))
      for (const entry of born.get(day) ?? []) {
        folded ??= foldName(text);
        if (entry.marks.names.some((name) => folded?.includes(name))) note(found, entry, "name-and-birth-date");
      }
  };

  const sealedIn = (bytes: Uint8Array, found: Found): void => {
    if (headers.size === 0) return;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = buffer.indexOf(1); at !== -1 && at + headerLength <= buffer.length; at = buffer.indexOf(1, at + 1))
      note(found, headers.get(buffer.toString("latin1", at, at + headerLength)), "sealed-copy");
  };

  const encoded = (text: string, found: Found, depth: number): void => {
    if (depth >= deepest) return;
    for (const [run] of text.matchAll(base64Runs))
      for (let from = 0; from < 4; from += 1) bytesIn(Buffer.from(run.slice(from), "base64"), found, depth + 1);
    for (const [run] of text.matchAll(hexRuns))
      for (let from = 0; from < 2; from += 1) bytesIn(Buffer.from(run.slice(from), "hex"), found, depth + 1);
  };

  const wordsIn = (raw: string, found: Found, depth: number): string => {
    // Neither a number nor a pseudonym is as short as that.
    if (raw.length < shortestNumber) return raw;
    const text = /[\uff00-\uffef]/.test(raw) ? raw.normalize("NFKC") : raw;
    tokens(text, (entry, _, known) => note(found, entry, known));
    encoded(text, found, depth);
    return text;
  };

  const textIn = (raw: string, found: Found, depth: number): void => {
    const text = wordsIn(raw, found, depth);
    for (const each of text.split(/[\r\n]+/)) line(each, found);
    for (const each of objectsOfJson(text)) line(each, found);
  };

  const bytesIn = (bytes: Uint8Array, found: Found, depth: number): boolean => {
    sealedIn(bytes, found);
    if (isUnreadable(bytes)) return true;
    if (isPacked(bytes)) {
      const inner = depth < deepest ? unpacked(bytes) : undefined;
      return inner === undefined || bytesIn(inner, found, depth + 1);
    }
    if (!isNoise(bytes)) for (const text of readings(bytes)) textIn(text, found, depth);
    return false;
  };

  const hitsOf = (found: Found): Hit<Of>[] => [...found].map(([of, known]) => ({ of, known }));

  const valueIn = (value: Value, found: Found, texts: string[]): void => {
    if (value instanceof Uint8Array) {
      bytesIn(value, found, 1);
      if (!isNoise(value)) texts.push(...readings(value));
    } else if (typeof value === "string") {
      // Its lines are looked at with those of the whole row.
      texts.push(wordsIn(value, found, 1));
    } else if (typeof value === "number") {
      // A number is compared as a whole: parts of a time or a count are nobody's number.
      note(found, numbers.get(String(value)), "number");
      texts.push(String(value));
    } else if (typeof value === "object" && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        if (!Array.isArray(value)) wordsIn(name, found, 1);
        valueIn(each, found, texts);
      }
    }
  };

  return {
    inRow: (row) => {
      const found: Found = new Map();
      const texts: string[] = [];
      valueIn(row, found, texts);
      line(texts.join("\n"), found);
      return hitsOf(found);
    },
    inBytes: (bytes) => {
      const found: Found = new Map();
      const unreadable = bytesIn(bytes, found, 0);
      return { hits: hitsOf(found), unreadable };
    },
    inText: (text) => {
      const found: Found = new Map();
      textIn(text, found, 1);
      return hitsOf(found);
    },
    masked: (text, of) => {
      const folded = foldName(text);
      const whose = erased.find((entry) => entry.of === of);
      if (whose?.marks.names.some((name) => folded.includes(name))) return "●";
      let shown = text;
      tokens(text, (_, token) => {
        shown = shown.replaceAll(token, "●");
      });
      return shown;
    },
  };
};
