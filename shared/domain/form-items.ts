import type { RecordItemId } from "./record-items.ts";

/** 個人番号 and 要配慮 items that a 帳票 of a 届出 can show, and under which of its fields. They stay blank unless they were asked for and the approval names them. */
export const formSensitiveItems = {
  "addressee.myNumber": ["individualNumber"],
  "insured.spouseMyNumber": ["spouseIndividualNumber"],
  "insured.exemptionType": ["wish", "estimate1Kind", "estimate2Kind", "estimate3Kind", "estimate4Kind"],
  "insured.exemptionReason": ["exemptionReason", "exemptionEnd", "grounds"],
  "insured.maternityDueOrDeliveryDate": ["maternityDay", "maternityDayIs", "maternityDayWas"],
  "insured.maternityExemptionType": ["maternityType"],
  "income.insuredDisabledOrWidow": ["insuredCircumstance"],
  "income.spouseDisabledOrWidow": ["spouseCircumstance"],
  "income.headDisabledOrWidow": ["headCircumstance"],
  "beneficiary.postClaimType": ["claimType"],
  "beneficiary.firstVisitDate": ["firstVisitOn"],
  "beneficiary.disabilityCertificationDate": ["certifiedOn"],
  "beneficiary.medicalCertCode": ["certificateForm"],
  "beneficiary.medicalCertSubmittedDate": ["certificateOn"],
} as const satisfies Partial<Record<RecordItemId, readonly string[]>>;
export type FormSensitiveItem = keyof typeof formSensitiveItems;

/** Fields of a 帳票 that say where somebody lives or goes to school: hidden of whoever is under 支援措置. */
export const formWhereabouts = [
  "postalCode",
  "address",
  "newPostalCode",
  "newAddress",
  "newAddressSupplement",
  "schoolName",
  "schoolAddress",
] as const;
