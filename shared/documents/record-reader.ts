import { isPlainDate, isPlainMonth } from "../law/calendar.ts";
import type { Field, ItemField, RecordLayout } from "./layout.ts";
import { isMappable } from "./shift-jis.ts";

/** Why a record cannot be read. */
export type ReadFault =
  | "bad-length"
  | "bad-record-type"
  | "bad-digits"
  | "bad-date"
  | "bad-month"
  | "unknown-code"
  | "bad-character"
  | "missing";

export type ReadRecord<Item extends string> =
  | { readonly ok: true; readonly values: Readonly<Partial<Record<Item, string>>> }
  | { readonly ok: false; readonly code: ReadFault; readonly message: string };

const messages: Readonly<Record<ReadFault, string>> = {
  "bad-length": "長さが決まりと違います",
  "bad-record-type": "区分が決まりと違います",
  "bad-digits": "数字でない桁があります",
  "bad-date": "暦にない日付です",
  "bad-month": "暦にない年月です",
  "unknown-code": "コード表にないコードです",
  "bad-character": "書けない文字があります",
  missing: "値がありません",
};

const decoder = new TextDecoder("shift_jis", { fatal: true });

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

const fail = (code: ReadFault, label: string) => ({ ok: false, code, message: `${label}: ${messages[code]}` }) as const;

const withHyphens = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;

const slugOf = (codes: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.entries(codes).find(([, one]) => one === code)?.[0];

const parsed = <Item extends string>(field: ItemField<Item>, raw: string): string | ReadFaultValue => {
  switch (field.type) {
    case "numeric":
      return /^\d+$/.test(raw) ? raw : { fault: "bad-digits" };
    case "date": {
      const day = withHyphens(raw);
      return isPlainDate(day) ? day : { fault: /^\d+$/.test(raw) ? "bad-date" : "bad-digits" };
    }
    case "month": {
      const month = `${raw.slice(0, 4)}-${raw.slice(4)}`;
      return isPlainMonth(month) ? month : { fault: /^\d+$/.test(raw) ? "bad-month" : "bad-digits" };
    }
    case "code":
      return slugOf(field.codes, raw) ?? { fault: "unknown-code" };
    case "codes": {
      const found = (raw.trimEnd().match(new RegExp(`.{1,${field.size}}`, "gs")) ?? []).map((one) =>
        slugOf(field.codes, one),
      );
      return found.includes(undefined) ? { fault: "unknown-code" } : found.join(",");
    }
    case "text": {
      const text = raw.replace(/[ \u3000]+$/, "");
      return Array.from(text).every((one) => isMappable(field.charset, one)) ? text : { fault: "bad-character" };
    }
  }
};

interface ReadFaultValue {
  readonly fault: ReadFault;
}

const readField = <Item extends string>(
  field: Exclude<Field<Item>, { readonly type: "filler" }>,
  bytes: Uint8Array,
): string | undefined | ReadFaultValue => {
  const raw = decode(bytes);
  if (raw === undefined) return { fault: "bad-character" };
  if (field.type === "constant") return raw === field.value ? undefined : { fault: "bad-record-type" };
  if (!/^[ \u3000]*$/.test(raw)) return parsed(field, raw);
  return field.required ? { fault: "missing" } : undefined;
};

/** The values of one record by its layout; the first item that cannot be read ends it. Messages name the item, never what it says. */
export const readRecord = <Item extends string>(layout: RecordLayout<Item>, line: Uint8Array): ReadRecord<Item> => {
  if (line.length !== layout.length) return fail("bad-length", "レコード");
  const values: Partial<Record<Item, string>> = {};
  let at = 0;
  for (const field of layout.fields) {
    const bytes = line.subarray(at, at + field.width);
    at += field.width;
    if (field.type === "filler") continue;
    const value = readField(field, bytes);
    if (typeof value === "object") return fail(value.fault, field.label);
    if (value !== undefined && "item" in field) values[field.item] = value;
  }
  return { ok: true, values };
};
