import type { ReportItem, ReportKind } from "./report.ts";
import { spanPlaces } from "./span-items.ts";

/** One cell of the paper report: what it shows and its share of the width. */
interface FormCell {
  readonly item: ReportItem;
  readonly share: number;
}

export type FormRow = readonly FormCell[];

/** Shares of every row add up to this. */
export const shares = 11;

const row = (cells: Readonly<Partial<Record<ReportItem, number>>>): FormRow =>
  (Object.entries(cells) as [ReportItem, number][]).map(([item, share]) => ({ item, share }));

const who = (day: "changedOn" | "lostOn"): readonly FormRow[] => [
  row({ filingId: 2, nameKana: 4, birthDate: 2.2, sex: 0.8, category: 2 }),
  row({ basicPensionNumber: 2, name: 4, [day]: 2.2, cause: 2.8 }),
  row({ postalCode: 1, address: 5, eventOn: 2.2, acceptedOn: 2.8 }),
];

/** Whose application it is, and its days. */
const applicant: readonly FormRow[] = [
  row({ filingId: 2, nameKana: 3.6, birthDate: 2, sex: 0.6, basicPensionNumber: 2.8 }),
  row({ name: 3.4, postalCode: 1, address: 3.4, eventOn: 1.6, acceptedOn: 1.6 }),
];

const ownIncome = row({
  insuredIncome: 2,
  insuredIncomeAfter: 2.2,
  insuredCircumstance: 2,
  insuredDependants: 1.7,
  insuredElderly: 1.5,
  insuredSpecific: 1.6,
});

const estimate = (place: (typeof spanPlaces)[number]) => ({
  [`estimate${place}Kind`]: 0.95,
  [`estimate${place}From`]: 0.9,
  [`estimate${place}Until`]: 0.9,
});

/** 見込み: the ward's estimate, four spans in a row. */
const estimates = row(Object.assign({}, ...spanPlaces.map(estimate)));

/** The paper reports, row by row of one record. Stand-ins like the media; the arrangement is our own. */
export const reportForms = {
  acquisition: [
    row({ filingId: 2, nameKana: 3.2, birthDate: 2.2, sex: 0.8, category: 1.8, exOfficio: 1 }),
    row({ basicPensionNumber: 2, name: 3.2, acquiredOn: 2, changedOn: 2, cause: 1.8 }),
    row({ postalCode: 1, address: 4.2, eventOn: 2, acceptedOn: 3.8 }),
  ],
  "category-change": [
    ...who("changedOn"),
    row({ spouseName: 2.4, spouseBirthDate: 2, turn: 1.4, recordedOn: 2, correction: 1.2, correctOn: 2 }),
  ],
  loss: who("lostOn"),
  "facts-change": [
    row({ filingId: 2, nameKana: 4, newNameKana: 5 }),
    row({ basicPensionNumber: 2, name: 4, newName: 5 }),
    row({ postalCode: 1, address: 5, newPostalCode: 1, newAddress: 4 }),
    row({ birthDate: 2.2, sex: 0.8, correctBirthDate: 2.2, correctSex: 0.8, newAddressSupplement: 5 }),
    row({ eventOn: 6, acceptedOn: 5 }),
  ],
  "number-notice": [
    row({ filingId: 2, nameKana: 4, birthDate: 2.2, sex: 0.8, requested: 2 }),
    row({ basicPensionNumber: 2, name: 4, eventOn: 2.2, acceptedOn: 2.8 }),
    row({ postalCode: 1, address: 10 }),
  ],
  "voluntary-enrolment": [
    row({ filingId: 2, nameKana: 3.2, birthDate: 2.2, sex: 0.8, category: 2.8 }),
    row({ basicPensionNumber: 2, name: 3.2, acquiredOn: 1.9, lostOn: 1.9, cause: 2 }),
    row({ postalCode: 1, address: 4.2, expiresOn: 1.9, eventOn: 1.9, acceptedOn: 2 }),
  ],
  "additional-premium": [
    row({ filingId: 2, nameKana: 4, birthDate: 2.2, sex: 0.8, month: 2 }),
    row({ basicPensionNumber: 2, name: 4, additionalPremiumType: 2.2, endCause: 2.8 }),
    row({ postalCode: 1, address: 5, eventOn: 2.2, acceptedOn: 2.8 }),
  ],
  "statutory-exemption": [
    row({ filingId: 2, nameKana: 4, birthDate: 2, sex: 0.6, exemptionReason: 2.4 }),
    row({ basicPensionNumber: 2, name: 4, exemptionFrom: 1.3, exemptionUntil: 1.3, exemptionEnd: 2.4 }),
    row({ postalCode: 1, address: 3.4, eventOn: 2, acceptedOn: 2, paymentFrom: 1.3, paymentUntil: 1.3 }),
  ],
  "exemption-application": [
    ...applicant,
    row({
      appliedFrom: 1.4,
      appliedUntil: 1.4,
      wish: 3.4,
      continuation: 1.2,
      headOfHousehold: 1,
      exemptionUntil: 1.2,
      exemptionEnd: 1.4,
    }),
    row({ grounds: 5.4, spouseName: 3.2, spouseBirthDate: 2.4 }),
    ownIncome,
    row({
      spouseIncome: 2,
      spouseIncomeAfter: 2.2,
      spouseCircumstance: 2,
      spouseDependants: 1.7,
      spouseElderly: 1.5,
      spouseSpecific: 1.6,
    }),
    row({ headIncome: 2, headIncomeAfter: 2.2, headCircumstance: 2, headElderly: 2.4, headSpecific: 2.4 }),
    row({
      incomeYear: 0.8,
      insuredExists: 1.4,
      continuationReview: 1.2,
      unidentifiedReason: 3.2,
      refExemption: 1.8,
      refDeferment: 1.3,
      refStudent: 1.3,
    }),
    estimates,
  ],
  "student-deferment": [
    ...applicant,
    row({ appliedFrom: 1.4, appliedUntil: 1.4, schoolName: 4, enrolmentFrom: 2.1, enrolmentUntil: 2.1 }),
    row({ schoolAddress: 4.6, grounds: 3.6, exemptionUntil: 1.2, exemptionEnd: 1.6 }),
    ownIncome,
    row({ incomeYear: 1.4, insuredExists: 2, unidentifiedReason: 4.6, refStudent: 3 }),
    estimates,
  ],
  "family-exemption": [
    row({ filingId: 2, nameKana: 3.4, birthDate: 2.1, sex: 0.6, exemptionFrom: 1.4, exemptionUntil: 1.5 }),
    row({
      basicPensionNumber: 2,
      name: 3.4,
      maternityDay: 1.9,
      maternityDayIs: 1.2,
      maternityType: 0.8,
      maternityDayWas: 1.7,
    }),
    row({ postalCode: 1, address: 3, eventOn: 2, acceptedOn: 2, adoptedOn: 1.6, parent: 1.4 }),
    row({ childBornOn: 3, childBornWas: 3, childcareEnd: 5 }),
  ],
  "benefit-claim": [
    ...applicant,
    row({
      benefitKind: 3,
      benefitChange: 2.4,
      claimedOn: 1.7,
      entitledOn: 1.7,
      pensionSymbol: 0.8,
      pensionNumber: 1.4,
    }),
    row({ claimType: 3, firstVisitOn: 1.7, certifiedOn: 1.7, certificateForm: 2.9, certificateOn: 1.7 }),
    row({ papers: 10, pensionOffice: 1 }),
  ],
  "recipient-notice": [
    ...applicant,
    row({ benefitKind: 3, benefitChange: 3, pensionSymbol: 0.9, pensionNumber: 1.6, certificateForm: 2.5 }),
    row({
      certificateOn: 1.7,
      suspensionType: 2.2,
      suspensionMonth: 1.4,
      forfeiture: 2.7,
      forfeitedOn: 1.7,
      accountChanged: 1.3,
    }),
    row({ papers: 10, pensionOffice: 1 }),
  ],
} as const satisfies Record<ReportKind, readonly FormRow[]>;
