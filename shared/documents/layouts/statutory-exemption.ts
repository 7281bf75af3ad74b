import { checkedLayout } from "../layout.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { exemptionEndCodes, exemptionReasonCodes } from "./relief-codes.ts";
import { code, date, month, oneNumber, person, start, text } from "./report-fields.ts";

/** 法定免除の該当・消滅, and 納付申出 with its correction. The day of 該当 or 消滅 is 事実発生年月日; both months of a span are in it. */
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
      code("exemptionReason", 2, exemptionReasonCodes, false),
      month("exemptionFrom", false),
      month("exemptionUntil", false),
      code("exemptionEnd", 1, exemptionEndCodes, false),
      month("paymentFrom", false),
      month("paymentUntil", false),
      filler(146),
    ],
  },
  trailer: trailerOf("Q08", 600),
  atLeastOne: oneNumber,
  byForm: {
    B01: [["exemptionReason"], ["exemptionFrom"]],
    B02: [["exemptionUntil"], ["exemptionEnd"]],
    B03: [["paymentFrom"]],
    B04: [["paymentUntil"]],
  },
});
