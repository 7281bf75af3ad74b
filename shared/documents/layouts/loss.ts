import { checkedLayout } from "../layout.ts";
import { lossCauseCodes } from "./cause-codes.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { category, code, date, oneNumber, person, start, text } from "./report-fields.ts";

/** 資格喪失報告書. Someone who left Japan has no address in the ward any more, and a loss says no 種別 of its own. */
export const loss = checkedLayout({
  title: "資格喪失報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q03", 600),
  data: {
    length: 600,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed", false),
      category(false),
      date("eventOn"),
      date("lostOn"),
      code("cause", 2, lossCauseCodes),
      date("acceptedOn"),
      filler(162),
    ],
  },
  trailer: trailerOf("Q03", 600),
  atLeastOne: oneNumber,
});
