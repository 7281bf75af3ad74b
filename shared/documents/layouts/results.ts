import { checkedLayout } from "../layout.ts";
import type { SpanItem } from "../span-items.ts";
import {
  filler,
  formField,
  headerOf,
  municipality,
  recordType,
  recordTypes,
  standInSource,
  trailerOf,
} from "./frame.ts";
import { spanFields } from "./span-fields.ts";

/** 処理結果: what 日本年金機構 made of a report. Stand-in codes. */
export const resultCodes = { approved: "1", rejected: "2", returned: "3", amended: "4" } as const satisfies Record<
  string,
  string
>;

/** What a line of it says besides the municipality, the 手続 and its number. */
export type ResultItem =
  | "basicPensionNumber"
  | "filingId"
  | "result"
  | "reasonCode"
  | "processedOn"
  | "amendedOn"
  | SpanItem<"grant">
  | "childBornOn";

/**
 * 処理結果一覧 as data. All of it is half-width: it names nobody but by number. `standin-2`: since what was granted is in it the
 * record is longer, and a file of the 100 bytes before is refused whole by its record length.
 */
export const results = checkedLayout<ResultItem>({
  title: "処理結果一覧",
  version: "standin-2",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("R01", 160),
  data: {
    length: 160,
    fields: [
      recordType(recordTypes.data),
      ...municipality,
      formField,
      { label: "一連番号", width: 7, type: "numeric", item: "sequence", required: true },
      { label: "基礎年金番号", width: 10, type: "numeric", item: "basicPensionNumber", required: true },
      { label: "受付番号", width: 15, type: "text", charset: "latin", item: "filingId", required: false },
      { label: "処理結果", width: 1, type: "code", codes: resultCodes, item: "result", required: true },
      { label: "理由コード", width: 4, type: "text", charset: "latin", item: "reasonCode", required: false },
      { label: "処理年月日", width: 8, type: "date", item: "processedOn", required: true },
      { label: "訂正後の年月日", width: 8, type: "date", item: "amendedOn", required: false },
      ...spanFields("grant", "決定"),
      { label: "子の生年月日", width: 8, type: "date", item: "childBornOn", required: false },
      filler(32),
    ],
  },
  trailer: trailerOf("R01", 160),
  atLeastOne: [],
});
