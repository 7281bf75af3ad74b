import { checkedLayout } from "../layout.ts";
import {
  benefitKindCodes,
  certificateFormCodes,
  disabilityClaimCodes,
  documentCodes,
  recipientChangeCodes,
} from "./benefit-codes.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { code, codes, date, oneNumber, person, start, text } from "./report-fields.ts";

/** Days that every first claim of a right says. */
const claimed = [["claimedOn"]] as const;
const ofDisability = [["claimedOn"], ["firstVisitOn"], ["certificateForm"]] as const;

/** 進達 of 裁定請求 and 額改定請求: what the 年金事務所 sorts the papers by. The form itself and its certificates go along on paper. */
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
      text("pensionOffice", 4, "latin"),
      code("benefitKind", 2, benefitKindCodes),
      code("benefitChange", 2, recipientChangeCodes),
      date("claimedOn", false),
      date("entitledOn", false),
      code("claimType", 1, disabilityClaimCodes, false),
      date("firstVisitOn", false),
      date("certifiedOn", false),
      code("certificateForm", 2, certificateFormCodes, false),
      date("certificateOn", false),
      text("pensionSymbol", 4, "latin", false),
      text("pensionNumber", 10, "latin", false),
      codes("papers", 40, documentCodes),
      filler(68),
    ],
  },
  trailer: trailerOf("Q13", 600),
  atLeastOne: oneNumber,
  byForm: {
    C01: claimed,
    C02: [...ofDisability, ["claimType"]],
    C03: ofDisability,
    C04: [["claimedOn"], ["certificateForm"]],
    C08: claimed,
    C09: claimed,
    C10: claimed,
    C12: claimed,
    "C11-2": claimed,
    "C13-2": claimed,
    "C13-4": claimed,
    C14: claimed,
  },
});
