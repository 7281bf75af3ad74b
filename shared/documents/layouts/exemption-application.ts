import { checkedLayout } from "../layout.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import {
  familyIncome,
  ownIncome,
  refDeferment,
  refExemption,
  refStudent,
  reviewMark,
  unidentified,
} from "./income-fields.ts";
import {
  continuationCodes,
  exemptionEndCodes,
  groundCodes,
  householdHeadCodes,
  reliefKindCodes,
} from "./relief-codes.ts";
import { code, codes, date, month, number, oneNumber, person, start, text } from "./report-fields.ts";
import { spanFields } from "./span-fields.ts";

/** Every ground of every person at once: it cannot overflow. */
const mostGrounds = 3 * Object.keys(groundCodes).length;

/**
 * 免除・納付猶予の申請 with the 所得情報 it is decided on; 継続審査の申出・取下げ and 取消申請, which say little of it. The ward's estimate is 参考.
 * An income that is not known is blank, and why stands in 未特定理由.
 */
export const exemptionApplication = checkedLayout({
  title: "免除・納付猶予申請進達",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q09", 800),
  data: {
    length: 800,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed", false),
      date("eventOn"),
      date("acceptedOn"),
      month("appliedFrom", false),
      month("appliedUntil", false),
      codes("wish", 10, reliefKindCodes),
      code("continuation", 1, continuationCodes, false),
      code("headOfHousehold", 1, householdHeadCodes, false),
      codes("grounds", mostGrounds, groundCodes),
      text("spouseName", 60, "full-width", false),
      date("spouseBirthDate", false),
      number("spouseIndividualNumber", 12, false),
      month("exemptionUntil", false),
      code("exemptionEnd", 1, exemptionEndCodes, false),
      ...ownIncome,
      ...familyIncome,
      reviewMark,
      unidentified,
      refExemption,
      refDeferment,
      refStudent,
      ...spanFields("estimate", "見込み"),
      filler(32),
    ],
  },
  trailer: trailerOf("Q09", 800),
  atLeastOne: oneNumber,
  byForm: {
    B05: [
      ["appliedFrom"],
      ["appliedUntil"],
      ["continuation"],
      ["headOfHousehold"],
      ["incomeYear"],
      ["insuredExists", "unidentifiedReason"],
    ],
    "B10-1": [["continuation"]],
    "B10-2": [["continuation"]],
    B11: [["exemptionUntil"], ["exemptionEnd"]],
  },
});
