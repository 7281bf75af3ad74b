import { type CsvColumn, csvOf, csvRowsOf } from "../../../shared/documents/csv.ts";
import type { EncouragedSpan } from "../../../shared/domain/encouragement.ts";
import type { PersonFacts } from "../../../shared/domain/person.ts";
import type { RecordItemId } from "../../../shared/domain/record-items.ts";
import { kindNames } from "../../../shared/law/exemption-decision.ts";

/** What the letter needs and nothing more. */
export interface EncouragementRow {
  readonly basicPensionNumber: string;
  readonly name: string;
  readonly postalCode: string;
  readonly address: string;
  readonly addressSupplement: string;
  readonly kinds: string;
  readonly months: string;
  readonly payment: string;
  readonly [column: string]: string;
}

const columns: readonly CsvColumn<EncouragementRow>[] = [
  ["basicPensionNumber", "基礎年金番号"],
  ["name", "氏名"],
  ["postalCode", "郵便番号"],
  ["address", "住所"],
  ["addressSupplement", "方書"],
  ["kinds", "見込み区分"],
  ["months", "対象月"],
  ["payment", "納付の確認"],
];

/** Items of 別添1 that go into a row. */
export const encouragementItems = [
  "addressee.name",
  "addressee.postalCode",
  "addressee.address",
  "addressee.addressSupplement",
] as const satisfies readonly RecordItemId[];

/** Where the kind changes within the year, both columns say it in the same order. */
const apart = "→";

export const encouragementRow = (
  { basicPensionNumber = "", name, postalCode = "", address = "", addressSupplement = "" }: PersonFacts,
  spans: readonly EncouragedSpan[],
  unpaidTold: boolean,
): EncouragementRow => ({
  basicPensionNumber,
  name,
  postalCode,
  address,
  addressSupplement,
  kinds: spans.map(({ kind }) => kindNames[kind]).join(apart),
  months: spans.map(({ from, until }) => (from === until ? from : `${from}〜${until}`)).join(apart),
  payment: unpaidTold ? "未納(日本年金機構の一覧による)" : "未確認",
});

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");

export const encouragementHead = (): Uint8Array => utf8(csvOf(columns, []));
export const encouragementPart = (rows: readonly EncouragementRow[]): Uint8Array => utf8(csvRowsOf(columns, rows));
