import { checkedLayout } from "../layout.ts";
import { acquisitionCauseCodes } from "./cause-codes.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { category, code, date, oneNumber, person, start, text } from "./report-fields.ts";

/** 種別変更報告書. The spouse is told where the change follows from the spouse's own (第3号から第1号). */
export const categoryChange = checkedLayout({
  title: "種別変更報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q02", 600),
  data: {
    length: 600,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed"),
      category(true),
      date("eventOn"),
      date("changedOn"),
      code("cause", 2, acquisitionCauseCodes),
      text("spouseName", 60, "full-width", false),
      date("spouseBirthDate", false),
      date("acceptedOn"),
      filler(96),
    ],
  },
  trailer: trailerOf("Q02", 600),
  atLeastOne: oneNumber,
});
