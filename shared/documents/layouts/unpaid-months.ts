import { checkedLayout } from "../layout.ts";
import { filler, headerOf, municipality, recordType, recordTypes, standInSource, trailerOf } from "./frame.ts";

/** What a line of the list of unpaid months says besides the municipality and its number. */
export type UnpaidMonthsItem = "basicPensionNumber" | "exemptionYear" | "unpaidMonths";

/** 未納者一覧: of one person and 免除年度 a digit for each month from July to June, 1 where it is unpaid. */
export const unpaidMonths = checkedLayout<UnpaidMonthsItem>({
  title: "未納者一覧",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("R03", 70),
  data: {
    length: 70,
    fields: [
      recordType(recordTypes.data),
      ...municipality,
      { label: "一連番号", width: 7, type: "numeric", item: "sequence", required: true },
      { label: "基礎年金番号", width: 10, type: "numeric", item: "basicPensionNumber", required: true },
      { label: "免除年度", width: 4, type: "numeric", item: "exemptionYear", required: true },
      { label: "未納の月", width: 12, type: "numeric", item: "unpaidMonths", required: true },
      filler(31),
    ],
  },
  trailer: trailerOf("R03", 70),
  atLeastOne: [],
});
