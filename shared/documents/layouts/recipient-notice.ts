import { checkedLayout } from "../layout.ts";
import {
  accountChangeCodes,
  benefitKindCodes,
  certificateFormCodes,
  documentCodes,
  forfeitureCodes,
  recipientChangeCodes,
  suspensionTypeCodes,
} from "./benefit-codes.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { code, codes, date, month, oneNumber, person, start, text } from "./report-fields.ts";

/** 進達 of what recipients file: state, income, suspension, end, account and certificate. The form itself goes along on paper. */
export const recipientNotice = checkedLayout({
  title: "国民年金受給者届進達",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q14", 600),
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
      code("certificateForm", 2, certificateFormCodes, false),
      date("certificateOn", false),
      code("suspensionType", 1, suspensionTypeCodes, false),
      month("suspensionMonth", false),
      code("forfeiture", 1, forfeitureCodes, false),
      date("forfeitedOn", false),
      code("accountChanged", 1, accountChangeCodes, false),
      text("pensionSymbol", 4, "latin", false),
      text("pensionNumber", 10, "latin", false),
      codes("papers", 40, documentCodes),
      filler(84),
    ],
  },
  trailer: trailerOf("Q14", 600),
  atLeastOne: oneNumber,
  byForm: {
    C05: [["certificateForm"], ["certificateOn"]],
    "C13-5": [["certificateForm"], ["certificateOn"]],
    "C07-1": [["suspensionType"], ["suspensionMonth"]],
    "C07-2": [["suspensionType"], ["suspensionMonth"]],
  },
});
