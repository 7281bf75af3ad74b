import type { FileLayout, ItemField, RecordLayout } from "./layout.ts";
import { charsets, encodeInto, overflow, unmappable } from "./shift-jis.ts";

/** Why a value cannot stand in its field. */
export type FieldFault = "unmappable-character" | "too-long" | "missing" | "bad-form";

interface Placed<Item extends string> {
  readonly field: ItemField<Item>;
  readonly at: number;
}

interface Prepared<Item extends string> {
  readonly length: number;
  /** The record with nothing filled in: constants, padding and the line ending. */
  readonly blank: Uint8Array;
  readonly items: readonly Placed<Item>[];
}

const fillPadding = (blank: Uint8Array, at: number, width: number, pad: number) => {
  for (let offset = 0; offset < width; offset += 1) {
    blank[at + offset] = pad > 0xff ? (offset % 2 === 0 ? pad >> 8 : pad & 0xff) : pad;
  }
};

const prepareRecord = <Item extends string>(
  { fields, length }: RecordLayout<Item>,
  ending: FileLayout<Item>["lineEnding"],
): Prepared<Item> => {
  const end = ending === "crlf" ? [0x0d, 0x0a] : [];
  const blank = new Uint8Array(length + end.length).fill(0x20);
  blank.set(end, length);
  const items: Placed<Item>[] = [];
  let at = 0;
  for (const field of fields) {
    if (field.type === "constant") encodeInto("latin", field.value, blank, at, field.width);
    if (field.type === "text") fillPadding(blank, at, field.width, charsets[field.charset].pad);
    if ("item" in field) items.push({ field, at });
    at += field.width;
  }
  return { length: blank.length, blank, items };
};

const digitsInto = (value: string, target: Uint8Array, at: number, width: number): FieldFault | undefined => {
  let digits = 0;
  for (let index = value.length - 1; index >= 0; index -= 1) {
    const code = value.charCodeAt(index);
    if (code === 0x2d) continue;
    if (code < 0x30 || code > 0x39) return "bad-form";
    if (digits === width) return "too-long";
    digits += 1;
    target[at + width - digits] = code;
  }
  target.fill(0x30, at, at + width - digits);
  return undefined;
};

const textFaults: Readonly<Record<number, FieldFault>> = {
  [unmappable]: "unmappable-character",
  [overflow]: "too-long",
};

const codesInto = (
  { codes, width }: Extract<ItemField<string>, { readonly type: "codes" }>,
  value: string,
  target: Uint8Array,
  at: number,
): FieldFault | undefined => {
  const slugs = value.split(",");
  if (slugs.some((slug) => !Object.hasOwn(codes, slug))) return "bad-form";
  return textFaults[encodeInto("latin", slugs.map((slug) => codes[slug]).join(""), target, at, width)];
};

const writeValue = <Item extends string>(
  field: ItemField<Item>,
  value: string,
  target: Uint8Array,
  at: number,
): FieldFault | undefined => {
  switch (field.type) {
    case "text":
      return textFaults[encodeInto(field.charset, value, target, at, field.width)];
    case "code": {
      const code = Object.hasOwn(field.codes, value) ? field.codes[value] : undefined;
      return code === undefined ? "bad-form" : textFaults[encodeInto("latin", code, target, at, field.width)];
    }
    case "codes":
      return codesInto(field, value, target, at);
    case "month":
      return value.length === 7 ? digitsInto(value, target, at, field.width) : "bad-form";
    case "date":
      return value.length === 10 ? digitsInto(value, target, at, field.width) : "bad-form";
    case "numeric":
      return digitsInto(value, target, at, field.width);
  }
};

export interface RecordWriter<Item extends string> {
  /** Bytes of one record with its line ending. */
  readonly length: number;
  /** Writes the record at `at`; whatever does not fit is told to `onFault`, and then the bytes are not to be used. */
  readonly write: (
    read: (item: Item) => string | undefined,
    target: Uint8Array,
    at: number,
    onFault: (field: ItemField<Item>, fault: FieldFault, at: number) => void,
  ) => void;
  /** One field again, with another value. */
  readonly rewrite: (field: ItemField<Item>, value: string, target: Uint8Array, at: number) => FieldFault | undefined;
}

export const recordWriter = <Item extends string>(
  layout: RecordLayout<Item>,
  ending: FileLayout<Item>["lineEnding"],
): RecordWriter<Item> => {
  const { blank, items, length } = prepareRecord(layout, ending);
  return {
    length,
    rewrite: writeValue,
    write: (read, target, at, onFault) => {
      target.set(blank, at);
      for (const { field, at: offset } of items) {
        const value = read(field.item);
        const fault =
          value === undefined || value === ""
            ? field.required
              ? "missing"
              : undefined
            : writeValue(field, value, target, at + offset);
        if (fault !== undefined) onFault(field, fault, at + offset);
      }
    },
  };
};
