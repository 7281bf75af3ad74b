import type { Field, FrameItem, RecordItem, RecordLayout } from "../layout.ts";

/**
 * What the stand-in layouts share. 日本年金機構 lends its municipal record layouts and does not publish them; these follow
 * the form of a layout it does publish for another exchange (年金受給者情報, 00tc1976): fixed length, one digit for the kind
 * of record, prefecture 2 + municipality 3, the day of creation, counts in the trailer. Lengths and codes are our own.
 */
export const standInSource = "公開されていないため仮の様式";

export const recordTypes = { header: "1", data: "2", trailer: "3" } as const;

export const recordType = (value: (typeof recordTypes)[keyof typeof recordTypes]) =>
  ({ label: "レコード区分", width: 1, type: "constant", value }) as const satisfies Field<never>;

export const filler = (width: number) => ({ label: "予備", width, type: "filler" }) as const satisfies Field<never>;

export const municipality = [
  { label: "都道府県コード", width: 2, type: "numeric", item: "prefecture", required: true },
  { label: "市区町村コード", width: 3, type: "numeric", item: "municipality", required: true },
] as const satisfies readonly Field<RecordItem<never>>[];

/** The 手続 of the catalogue, with its 枝番 where it has one (`A19-1`). Ours, and no code of 日本年金機構. */
export const formField = {
  label: "手続コード",
  width: 5,
  type: "text",
  charset: "latin",
  item: "form",
  required: true,
} as const satisfies Field<RecordItem<never>>;

/** The first 17 bytes of header and trailer. */
const frameStart = (type: "1" | "3", media: string): readonly Field<FrameItem>[] => [
  recordType(type),
  { label: "媒体区分", width: 3, type: "constant", value: media },
  ...municipality,
  { label: "作成年月日", width: 8, type: "date", item: "createdOn", required: true },
];

export const headerOf = (media: string, length: number): RecordLayout<FrameItem> => ({
  length,
  fields: [
    ...frameStart(recordTypes.header, media),
    { label: "進達番号", width: 40, type: "text", charset: "latin", item: "runId", required: true },
    { label: "レコード長", width: 5, type: "numeric", item: "recordLength", required: true },
    filler(length - 62),
  ],
});

export const trailerOf = (media: string, length: number): RecordLayout<FrameItem> => ({
  length,
  fields: [
    ...frameStart(recordTypes.trailer, media),
    { label: "データレコード件数", width: 7, type: "numeric", item: "dataCount", required: true },
    { label: "総レコード件数", width: 7, type: "numeric", item: "recordCount", required: true },
    filler(length - 31),
  ],
});
