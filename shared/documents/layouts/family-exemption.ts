import { checkedLayout } from "../layout.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { date, oneNumber, person, start, text } from "./report-fields.ts";

/** 産前産後・育児免除報告. */
export const familyExemption = checkedLayout({
  title: "産前産後・育児免除報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q11", 600),
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
  trailer: trailerOf("Q11", 600),
  atLeastOne: oneNumber,
});
