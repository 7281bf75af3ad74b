import type { categories } from "../../domain/causes.ts";
import type { Field, RecordItem } from "../layout.ts";
import { type ReportItem, reportItems } from "../report.ts";
import { formField, municipality, recordType, recordTypes } from "./frame.ts";

/** Fields that the stand-in layouts of several reports share. */
type ReportField = Field<RecordItem<ReportItem>>;

const asked = (item: ReportItem, required: boolean) => ({ label: reportItems[item].label, item, required });

export const text = (
  item: ReportItem,
  width: number,
  charset: "latin" | "full-width" | "full-width-katakana" | "mixed",
  required = true,
): ReportField => ({ ...asked(item, required), width, type: "text", charset });

export const number = (item: ReportItem, width: number, required = true): ReportField => ({
  ...asked(item, required),
  width,
  type: "numeric",
});

export const date = (item: ReportItem, required = true): ReportField => ({
  ...asked(item, required),
  width: 8,
  type: "date",
});

export const month = (item: ReportItem, required = true): ReportField => ({
  ...asked(item, required),
  width: 6,
  type: "month",
});

export const code = (
  item: ReportItem,
  width: number,
  codes: Readonly<Record<string, string>>,
  required = true,
): ReportField => ({ ...asked(item, required), width, type: "code", codes });

/** As many codes as there is room for; all of the table are of one size. */
export const codes = (item: ReportItem, width: number, table: Readonly<Record<string, string>>): ReportField => ({
  ...asked(item, false),
  width,
  type: "codes",
  size: Object.values(table)[0]?.length ?? 1,
  codes: table,
});

/** Stand-in codes of the 種別. */
const categoryCodes = {
  "1": "1",
  "2": "2",
  "3": "3",
  voluntary: "4",
  "special-voluntary": "5",
} as const satisfies Record<keyof typeof categories, string>;

/** Stand-in codes of the 性別. */
export const sexCodes = { male: "1", female: "2" } as const;

/** 33 bytes: kind of record, municipality, 手続, number in the file, 受付番号. */
export const start: readonly ReportField[] = [
  recordType(recordTypes.data),
  ...municipality,
  formField,
  { label: "一連番号", width: 7, type: "numeric", item: "sequence", required: true },
  text("filingId", 15, "latin"),
];

/** 178 bytes: who it is about. Of the two numbers one is enough, which is a rule of the layout and not of a field. */
export const person: readonly ReportField[] = [
  number("basicPensionNumber", 10, false),
  number("individualNumber", 12, false),
  text("nameKana", 80, "full-width-katakana"),
  text("name", 60, "full-width"),
  date("birthDate"),
  code("sex", 1, sexCodes),
  number("postalCode", 7, false),
];

export const category = (required: boolean) => code("category", 1, categoryCodes, required);

/** Either number identifies the person (施行規則の届書は基礎年金番号か個人番号のいずれか). */
export const oneNumber: readonly (readonly ReportItem[])[] = [["basicPensionNumber", "individualNumber"]];
