import type { Example, Filed } from "./filed-examples.ts";

const on = "2026-11-20";
const account = "架空銀行目黒支店";
const oldAge: Filed = {
  flow: "old-age-pension-claim",
  on: "2026-11-10",
  details: { bank: account },
  documents: ["bank-account-proof"],
  atCounter: { qualifyingMonths: 400, employeesMonths: 0, category3Months: 0 },
};
const certificates = ["medical-certificate", "history-statement", "first-visit-certificate", "bank-account-proof"];
const disability: Filed = {
  flow: "disability-pension-claim",
  on: "2026-11-10",
  details: {
    claimType: "worsened-later",
    firstVisitOn: "2024-04-15",
    certificateForm: "120-4",
    diseaseName: "架空障害",
    bank: account,
  },
  documents: certificates,
  atCounter: {
    firstVisitUnder: "1",
    certificateMadeOn: "2026-11-01",
    contributions: { insuredMonths: 200, fulfilledMonths: 200, lastYearUnpaid: false },
  },
};
const before20: Filed = {
  flow: "disability-before-20-claim",
  on: "2026-11-10",
  details: {
    claimType: "worsened-later",
    firstVisitOn: "2000-04-15",
    certificateForm: "120-3",
    diseaseName: "架空障害",
    bank: account,
  },
  documents: certificates,
  atCounter: { certificateMadeOn: "2026-11-01" },
};
const special: Filed = {
  flow: "special-disability-claim",
  on: "2026-11-10",
  details: {
    firstVisitOn: "1988-06-01",
    certificateForm: "120-3",
    diseaseName: "架空障害",
    schoolName: "架空大学",
    enrolledFrom: "1986-04-01",
    enrolledUntil: "1990-03-31",
  },
  documents: [...certificates, "enrolment-certificate"],
  atCounter: { certificateMadeOn: "2026-11-01", group: "student", enrolledVoluntarily: false },
};
const survivor: Filed = {
  flow: "survivor-pension-claim",
  on,
  details: { bank: account },
  documents: ["family-register", "death-certificate", "bank-account-proof"],
  atCounter: {
    claimant: "spouse",
    deceasedStanding: "insured",
    deceasedCategory: "1",
    deceasedEmployeesMonths: 0,
    contributions: { insuredMonths: 200, fulfilledMonths: 200, lastYearUnpaid: false },
    children: [{ bornOn: "2015-06-01" }],
    sharedLivelihood: true,
  },
};
const late = { birthDate: "1961-05-05" } as const;
const grown = { birthDate: "1985-05-05" } as const;
const student = { birthDate: "1967-05-05" } as const;
const ownSpecial = { before: [special], ...student } as const;
const kind = "disability";
const left = { relation: "spouse", sharedLivelihood: true } as const;
const unpaidPapers = [
  "death-certificate",
  "family-register",
  "livelihood-statement",
  "pension-certificate",
  "bank-account-proof",
];

/** One claim of 給付 or 届 of a recipient, of every flow. */
export const filedBenefits: Readonly<Record<string, Example>> = {
  C01: { ...oldAge, on, ...late, says: { benefitKind: "old-age", benefitChange: "claimed", claimedOn: on } },
  C02: {
    ...disability,
    on,
    ...grown,
    says: { benefitKind: kind, claimType: "worsened-later", firstVisitOn: "2024-04-15", certificateForm: "120-4" },
  },
  C03: { ...before20, on, ...grown, says: { benefitKind: "disability-before-20", firstVisitOn: "2000-04-15" } },
  C04: {
    flow: "disability-revision-claim",
    before: [disability],
    ...grown,
    on,
    details: { kind, certificateForm: "120-4" },
    documents: ["medical-certificate"],
    atCounter: { certificateMadeOn: "2026-11-01" },
    says: { benefitKind: kind, benefitChange: "revision-claimed", claimedOn: on, certificateOn: on },
  },
  C05: {
    flow: "disability-state-report",
    before: [disability],
    ...grown,
    on,
    details: { kind, certificateForm: "120-4" },
    documents: ["medical-certificate"],
    atCounter: { certificateMadeOn: "2026-11-01" },
    says: { benefitChange: "state-reported", certificateForm: "120-4", certificateOn: on },
  },
  C06: {
    flow: "recipient-income-report",
    before: [before20],
    ...grown,
    on,
    says: { benefitKind: "disability-before-20", benefitChange: "income-reported" },
  },
  "C07-1": {
    flow: "suspension-reason-start",
    before: [disability],
    ...grown,
    on,
    details: { kind, suspensionType: "below-grade" },
    says: { benefitChange: "suspension-reported", suspensionType: "below-grade", suspensionMonth: "2026-12" },
  },
  "C07-2": {
    flow: "suspension-reason-end",
    before: [disability],
    ...grown,
    on,
    details: { kind },
    says: { benefitChange: "suspension-reported", suspensionType: "none", suspensionMonth: "2026-12" },
  },
  "C07-3": {
    flow: "addition-change",
    before: [disability],
    ...grown,
    on,
    details: { kind, change: "addition-started" },
    documents: ["family-register"],
    atCounter: { childBornOn: "2026-11-01" },
    says: { benefitChange: "addition-started", papers: "family-register" },
  },
  C08: { ...survivor, ...grown, says: { benefitKind: "survivor", claimedOn: on, entitledOn: on } },
  C09: {
    flow: "widow-pension-claim",
    on,
    ...late,
    sex: "female",
    birthDate: "1965-05-05",
    details: { bank: account },
    documents: ["family-register", "death-certificate", "bank-account-proof"],
    atCounter: { husbandMonths: 300, marriageMonths: 300, husbandReceived: false, sharedLivelihood: true },
    says: { benefitKind: "widow", claimedOn: on, entitledOn: on },
  },
  C10: {
    flow: "death-lump-sum-claim",
    on,
    ...grown,
    details: { bank: account },
    documents: ["family-register", "livelihood-statement", "bank-account-proof"],
    atCounter: {
      ...left,
      months: { paid: 200, quarter: 0, half: 0, threeQuarters: 0, additional: 0 },
      deceasedReceived: false,
      survivorPension: false,
    },
    says: { benefitKind: "death-lump-sum", claimedOn: on },
  },
  "C11-1": {
    flow: "recipient-death-report",
    before: [oldAge],
    ...late,
    on,
    filer: "survivor",
    documents: ["death-certificate", "pension-certificate"],
    says: { benefitKind: "old-age", benefitChange: "death-reported", forfeiture: "death", forfeitedOn: on },
  },
  "C11-2": {
    flow: "unpaid-pension-claim",
    before: [oldAge],
    ...late,
    on,
    filer: "survivor",
    details: { kind: "old-age" },
    documents: unpaidPapers,
    atCounter: left,
    says: { benefitKind: "old-age", benefitChange: "unpaid-claimed", claimedOn: on },
  },
  C12: {
    ...special,
    ...student,
    on,
    says: { benefitKind: "special-disability", claimedOn: on, firstVisitOn: "1988-06-01" },
  },
  "C13-1": {
    flow: "special-income-report",
    ...ownSpecial,
    on,
    details: { otherPension: "none" },
    says: { benefitKind: "special-disability", benefitChange: "income-reported" },
  },
  "C13-2": {
    flow: "special-revision-claim",
    ...ownSpecial,
    on,
    details: { certificateForm: "120-3" },
    documents: ["medical-certificate"],
    atCounter: { certificateMadeOn: "2026-11-01" },
    says: { benefitChange: "revision-claimed", claimedOn: on },
  },
  "C13-3": {
    flow: "special-recipient-change",
    ...ownSpecial,
    on,
    documents: ["bank-account-proof"],
    atCounter: { accountChanged: true },
    says: { benefitChange: "account-changed", accountChanged: "changed" },
  },
  "C13-4": {
    flow: "special-unpaid-claim",
    ...ownSpecial,
    on,
    filer: "survivor",
    documents: unpaidPapers,
    atCounter: left,
    says: { benefitKind: "special-disability", benefitChange: "unpaid-claimed", claimedOn: on },
  },
  "C13-5": {
    flow: "special-state-report",
    ...ownSpecial,
    on,
    details: { certificateForm: "120-3" },
    documents: ["medical-certificate"],
    atCounter: { certificateMadeOn: "2026-11-01" },
    says: { benefitChange: "state-reported", certificateOn: on },
  },
  C14: {
    flow: "support-benefit-claim",
    before: [oldAge],
    ...late,
    on,
    details: { kind: "old-age" },
    says: { benefitKind: "old-age", benefitChange: "support-claimed", claimedOn: on },
  },
  "C15-1": {
    flow: "recipient-change",
    before: [disability],
    ...grown,
    on,
    details: { kind, bank: "架空信用金庫", newPostalCode: "153-0051", newAddress: "目黒区上目黒9丁目9番9号" },
    documents: ["bank-account-proof"],
    says: { benefitKind: kind, benefitChange: "facts-reported", accountChanged: "changed" },
  },
  "C15-2": {
    flow: "pension-certificate-reissue",
    before: [disability],
    ...grown,
    on,
    details: { kind },
    says: { benefitChange: "certificate-asked" },
  },
  C16: {
    flow: "old-age-welfare-report",
    on,
    birthDate: "1911-04-01",
    says: { benefitKind: "old-age-welfare", benefitChange: "income-reported" },
  },
};
