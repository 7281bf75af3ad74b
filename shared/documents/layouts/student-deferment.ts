import { checkedLayout } from "../layout.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { ownIncome, refStudent, unidentified } from "./income-fields.ts";
import { exemptionEndCodes, groundCodes } from "./relief-codes.ts";
import { code, codes, date, month, oneNumber, person, start, text } from "./report-fields.ts";
import { spanFields } from "./span-fields.ts";

/** 学生納付特例の申請 with the student's own income and nobody else's (法90条の3), and 不該当. */
export const studentDeferment = checkedLayout({
  title: "学生納付特例申請進達",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q10", 1000),
  data: {
    length: 1000,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed", false),
      date("eventOn"),
      date("acceptedOn"),
      month("appliedFrom", false),
      month("appliedUntil", false),
      text("schoolName", 100, "mixed", false),
      text("schoolAddress", 200, "mixed", false),
      month("enrolmentFrom", false),
      month("enrolmentUntil", false),
      codes("grounds", Object.keys(groundCodes).length, groundCodes),
      month("exemptionUntil", false),
      code("exemptionEnd", 1, exemptionEndCodes, false),
      ...ownIncome,
      unidentified,
      refStudent,
      ...spanFields("estimate", "見込み"),
      filler(123),
    ],
  },
  trailer: trailerOf("Q10", 1000),
  atLeastOne: oneNumber,
  byForm: {
    B12: [
      ["appliedFrom"],
      ["appliedUntil"],
      ["schoolName"],
      ["enrolmentFrom"],
      ["enrolmentUntil"],
      ["incomeYear"],
      ["insuredExists", "unidentifiedReason"],
    ],
    B13: [["exemptionUntil"], ["exemptionEnd"]],
  },
});
