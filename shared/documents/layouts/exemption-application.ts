import { checkedLayout } from "../layout.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { date, oneNumber, person, start, text } from "./report-fields.ts";

/** 免除・納付猶予申請進達. */
export const exemptionApplication = checkedLayout({
  title: "免除・納付猶予申請進達",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q09", 600),
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
  trailer: trailerOf("Q09", 600),
  atLeastOne: oneNumber,
});
