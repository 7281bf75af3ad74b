import { checkedLayout } from "../layout.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { code, date, number, oneNumber, person, sexCodes, start, text } from "./report-fields.ts";

/**
 * 氏名・住所等の変更と生年月日・性別の訂正. The person stands as they were on file, and beside it only what changed. The record is
 * longer than the others: two names and two addresses are in it.
 */
export const factsChange = checkedLayout({
  title: "氏名・住所等変更報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q04", 1000),
  data: {
    length: 1000,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed", false),
      date("eventOn"),
      text("newNameKana", 80, "full-width-katakana", false),
      text("newName", 60, "full-width", false),
      number("newPostalCode", 7, false),
      text("newAddress", 200, "mixed", false),
      text("newAddressSupplement", 200, "mixed", false),
      date("correctBirthDate", false),
      code("correctSex", 1, sexCodes, false),
      date("acceptedOn"),
      filler(17),
    ],
  },
  trailer: trailerOf("Q04", 1000),
  atLeastOne: oneNumber,
  byForm: {
    A08: [["newName"], ["newNameKana"]],
    A09: [["newPostalCode"], ["newAddress"]],
    A10: [["correctBirthDate", "correctSex"]],
  },
});
