import { checkedLayout } from "../layout.ts";
import { additionalPremiumEndCodes, additionalPremiumTypeCodes } from "./cause-codes.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { code, date, month, oneNumber, person, start, text } from "./report-fields.ts";

/** 付加保険料の納付と辞退, 農業者年金の該当と非該当. The 手続 and which of type and cause is there say whether `month` is the first due or the first no longer due. */
export const additionalPremium = checkedLayout({
  title: "付加保険料報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q07", 600),
  data: {
    length: 600,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed", false),
      date("eventOn"),
      month("month"),
      code("additionalPremiumType", 1, additionalPremiumTypeCodes, false),
      code("endCause", 1, additionalPremiumEndCodes, false),
      date("acceptedOn"),
      filler(165),
    ],
  },
  trailer: trailerOf("Q07", 600),
  atLeastOne: oneNumber,
  byForm: {
    A15: [["additionalPremiumType"]],
    "A17-1": [["additionalPremiumType"]],
    A16: [["endCause"]],
    "A17-2": [["endCause"]],
  },
});
