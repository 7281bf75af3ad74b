import { checkedLayout } from "../layout.ts";
import { filler, headerOf, municipality, recordType, recordTypes, standInSource, trailerOf } from "./frame.ts";

/** What a line of a request says besides the municipality and its number. */
export type IncomeRequestItem = "basicPensionNumber" | "individualNumber" | "birthDate" | "incomeYear";

/** 所得情報提供依頼: whose income of which year 日本年金機構 asks for. Either number is enough. */
export const incomeRequests = checkedLayout<IncomeRequestItem>({
  title: "所得情報提供依頼",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("R02", 70),
  data: {
    length: 70,
    fields: [
      recordType(recordTypes.data),
      ...municipality,
      { label: "一連番号", width: 7, type: "numeric", item: "sequence", required: true },
      { label: "基礎年金番号", width: 10, type: "numeric", item: "basicPensionNumber", required: false },
      { label: "個人番号", width: 12, type: "numeric", item: "individualNumber", required: false },
      { label: "生年月日", width: 8, type: "date", item: "birthDate", required: true },
      { label: "所得年", width: 4, type: "numeric", item: "incomeYear", required: true },
      filler(23),
    ],
  },
  trailer: trailerOf("R02", 70),
  atLeastOne: [["basicPensionNumber", "individualNumber"]],
});
