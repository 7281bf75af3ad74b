import { checkedLayout } from "../layout.ts";
import { acquisitionCauseCodes } from "./cause-codes.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { category, code, date, oneNumber, person, start, text } from "./report-fields.ts";

/** 資格取得報告書. */
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
      date("acquiredOn"),
      code("cause", 2, acquisitionCauseCodes),
      date("acceptedOn"),
      filler(164),
    ],
  },
  trailer: trailerOf("Q01", 600),
  atLeastOne: oneNumber,
});
