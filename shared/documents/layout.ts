import { type Charset, charsets } from "./shift-jis.ts";

/**
 * One field of a fixed-length record. `item` names the value that fills it. An absent value fills the field with the
 * padding of its character set, also where it is numeric: zeros would look like a number.
 */
export type Field<Item extends string> = { readonly label: string; readonly width: number } & (
  | { readonly type: "constant"; readonly value: string }
  | { readonly type: "filler" }
  | ({ readonly item: Item; readonly required: boolean } & (
      | /** Right-aligned, zeros on the left; hyphens of the value are left out. */ { readonly type: "numeric" }
      | /** Left-aligned, spaces on the right. */ { readonly type: "text"; readonly charset: Charset }
      | /** `yyyymmdd`, 8 bytes. */ { readonly type: "date" }
      | /** `yyyymm`, 6 bytes. */ { readonly type: "month" }
      | /** The code of the value's slug. */ {
          readonly type: "code";
          readonly codes: Readonly<Record<string, string>>;
        }
      | /** The codes of the value's slugs one after another, `size` bytes each; the slugs stand in the value with commas between. */ {
          readonly type: "codes";
          readonly size: number;
          readonly codes: Readonly<Record<string, string>>;
        }
    ))
);

export type ItemField<Item extends string> = Extract<Field<Item>, { readonly item: Item }>;

export interface RecordLayout<Item extends string> {
  /** Bytes without the line ending. */
  readonly length: number;
  readonly fields: readonly Field<Item>[];
}

/** What header and trailer can say. */
export type FrameItem =
  | "prefecture"
  | "municipality"
  | "createdOn"
  | "runId"
  | "dataCount"
  | "recordCount"
  | "recordLength";

/** What every data record can say besides its own items. */
export type RecordItem<Item extends string> = Item | "prefecture" | "municipality" | "sequence" | "form";

/** A file of header, data and trailer records. */
export interface FileLayout<Item extends string> {
  readonly title: string;
  readonly version: string;
  /** Where the layout comes from; printed in the paper report, so that a stand-in is never taken for the real one. */
  readonly source: string;
  readonly lineEnding: "crlf" | "none";
  readonly header: RecordLayout<FrameItem>;
  readonly data: RecordLayout<RecordItem<Item>>;
  readonly trailer: RecordLayout<FrameItem>;
  /** Of each group at least one item has to be there. */
  readonly atLeastOne: readonly (readonly Item[])[];
  /** More such groups by 手続, where one layout carries several that do not say the same. */
  readonly byForm?: Readonly<Record<string, readonly (readonly Item[])[]>>;
}

const fieldFaults = (field: Field<string>): string[] => {
  const has = (fault: boolean, text: string) => (fault ? [`${field.label}: ${text}`] : []);
  switch (field.type) {
    case "constant":
      return has(field.value.length !== field.width, "constant and width differ");
    case "date":
      return has(field.width !== 8, "a date is 8 bytes");
    case "month":
      return has(field.width !== 6, "a month is 6 bytes");
    case "code":
      return has(
        Object.values(field.codes).some((code) => code.length !== field.width),
        "code and width differ",
      );
    case "codes":
      return has(
        field.width % field.size !== 0 || Object.values(field.codes).some((code) => code.length !== field.size),
        "codes and width differ",
      );
    case "text":
      return has(charsets[field.charset].pad > 0xff && field.width % 2 !== 0, "a full-width field is even");
    default:
      return [];
  }
};

/** Faults of a layout as it was typed in: widths that do not add up, codes that do not fit. Empty when it can be used. */
export const layoutFaults = (layout: FileLayout<string>): string[] =>
  (["header", "data", "trailer"] as const).flatMap((part) => {
    const { fields, length } = layout[part];
    const sum = fields.reduce((bytes, field) => bytes + field.width, 0);
    return [
      ...(sum === length ? [] : [`fields add up to ${sum} bytes, not ${length}`]),
      ...fields.flatMap(fieldFaults),
      ...(layout.data.length === length ? [] : ["not as long as the data record"]),
    ].map((fault) => `${part}: ${fault}`);
  });

/** @throws Error when the layout has faults; called once for each when it loads. */
export const checkedLayout = <Item extends string>(layout: FileLayout<Item>): FileLayout<Item> => {
  const faults = layoutFaults(layout as FileLayout<string>);
  if (faults.length > 0) throw new Error(`${layout.title}: ${faults.join(", ")}`);
  return layout;
};
