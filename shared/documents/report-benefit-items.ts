import {
  benefitKinds,
  certificateForms,
  disabilityClaims,
  forfeitures,
  recipientChanges,
  suspensionTypes,
} from "../domain/benefits.ts";
import { documents } from "../domain/filing.ts";
import { isDate, isMonth, matches, oneOf, type ReportItemRule, someOf } from "./report-fits.ts";
import { accountChanges } from "./report-words.ts";

/**
 * What a report says of a claim of 給付 or a 届 of a recipient. **傷病名 is no item of it**: it is on the certificate that goes
 * along, and the transmittal tells nothing that the 裁定 does not need from it (評価書). Nor is the account, which is on the form.
 */
export const benefitItems = {
  benefitKind: { label: "年金・給付の種類", fits: oneOf(benefitKinds) },
  benefitChange: { label: "請求・届の内容", fits: oneOf(recipientChanges) },
  claimedOn: { label: "請求年月日", fits: isDate },
  entitledOn: { label: "受給権発生年月日", fits: isDate },
  claimType: { label: "事後請求の別", fits: oneOf(disabilityClaims) },
  firstVisitOn: { label: "初診年月日", fits: isDate },
  certifiedOn: { label: "障害認定年月日", fits: isDate },
  certificateForm: { label: "診断書コード", fits: oneOf(certificateForms) },
  certificateOn: { label: "診断書提出年月日", fits: isDate },
  suspensionType: { label: "支給停止区分", fits: oneOf(suspensionTypes) },
  suspensionMonth: { label: "支給停止・解除年月", fits: isMonth },
  forfeiture: { label: "失権区分", fits: oneOf(forfeitures) },
  forfeitedOn: { label: "失権年月日", fits: isDate },
  accountChanged: { label: "支払金融機関", fits: oneOf(accountChanges) },
  pensionSymbol: { label: "年金証書の記号", fits: matches(/^\d{1,4}$/) },
  pensionNumber: { label: "年金証書の番号", fits: matches(/^\d{1,10}$/) },
  papers: { label: "添付書類", fits: someOf(documents) },
  pensionOffice: { label: "年金事務所", fits: matches(/^[0-9A-Z]{1,4}$/) },
} as const satisfies Record<string, ReportItemRule>;
