import type { RecordItemId } from "./record-items.ts";

const right = ["addressee.addressee", "beneficiary.benefitType", "beneficiary.seq"] as const;
const suspended = ["beneficiary.suspensionType", "specialDisabilityBeneficiary.suspensionType"] as const;

/** What the lines of a 一覧表 of recipients tell of them, by its name; a list of 届出 tells nothing of a person. */
const ofLists: Readonly<Record<string, readonly RecordItemId[]>> = {
  "certificates-due": [
    ...right,
    ...suspended,
    "specialDisabilityBeneficiary.seq",
    "beneficiary.nextMedicalCertMonth",
    "specialDisabilityBeneficiary.nextMedicalCertMonth",
  ],
  "suspension-turn": [
    ...right,
    ...suspended,
    "specialDisabilityBeneficiary.seq",
    "beneficiary.suspensionMonth",
    "specialDisabilityBeneficiary.suspensionMonth",
  ],
};

export const itemsOfList = (name: string): readonly RecordItemId[] =>
  Object.hasOwn(ofLists, name) ? (ofLists[name] ?? []) : [];
