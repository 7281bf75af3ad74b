import { checkedLayout } from "../layout.ts";
import { acquisitionCauseCodes } from "./cause-codes.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { category, code, date, oneNumber, person, start, text } from "./report-fields.ts";

/**
 * 資格取得報告書. 職権適用 of someone on file in another 種別 is a change and no gain: then 種別変更年月日 stands for the day
 * of the gain.
 */
export const acquisition = checkedLayout({
  title: "資格取得報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q01", 600),
  data: {
    length: 600,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed"),
      category(true),
      date("eventOn"),
      date("acquiredOn", false),
      code("cause", 2, acquisitionCauseCodes),
      date("acceptedOn"),
      date("changedOn", false),
      code("exOfficio", 1, { "ex-officio": "1" }, false),
      filler(153),
    ],
  },
  trailer: trailerOf("Q01", 600),
  atLeastOne: oneNumber,
  byForm: { A01: [["acquiredOn"]], "A19-1": [["acquiredOn", "changedOn"], ["exOfficio"]] },
});
