import { checkedLayout } from "../layout.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { date, oneNumber, person, start, text } from "./report-fields.ts";

export const benefitClaim = checkedLayout({
  title: "国民年金給付請求進達",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q13", 600),
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
  trailer: trailerOf("Q13", 600),
  atLeastOne: oneNumber,
});
