import { checkedLayout } from "../layout.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { date, oneNumber, person, start, text } from "./report-fields.ts";

/** 学生納付特例申請進達. */
export const studentDeferment = checkedLayout({
  title: "学生納付特例申請進達",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q10", 600),
  data: {
    length: 600,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed", false),
      date("eventOn"),
      date("acceptedOn"),
      filler(173),
    ],
  },
  trailer: trailerOf("Q10", 600),
  atLeastOne: oneNumber,
});
