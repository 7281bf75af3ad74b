import { checkedLayout } from "../layout.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { date, oneNumber, person, start, text } from "./report-fields.ts";

/** 法定免除等報告. */
export const statutoryExemption = checkedLayout({
  title: "法定免除等報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q08", 600),
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
  trailer: trailerOf("Q08", 600),
  atLeastOne: oneNumber,
});
