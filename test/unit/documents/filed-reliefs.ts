import type { Example, Filed } from "./filed-examples.ts";

const on = "2026-11-20";
const enrolled: Filed = {
  flow: "acquisition",
  on: "2026-06-01",
  details: { cause: "moved-into-japan" },
  documents: ["passport"],
};
const statutory: Filed = {
  flow: "statutory-exemption-start",
  on: "2026-07-10",
  documents: ["facility-certificate"],
  details: { reason: "facility" },
};
const chosen: Filed = { flow: "payment-choice", on: "2026-08-03", details: { from: "2026-09" } };
const applied: Filed = {
  flow: "exemption-application",
  on: "2026-07-15",
  details: {
    from: "2026-07",
    until: "2027-06",
    wish: [],
    spouse: null,
    headOfHousehold: "self",
    grounds: [],
    continuation: false,
  },
};
const student: Filed = {
  flow: "student-deferment-application",
  on: "2026-07-15",
  documents: ["student-card"],
  details: {
    from: "2026-06",
    until: "2027-03",
    schoolName: "架空大学",
    schoolAddress: "東京都目黒区架空1－1",
    enrolment: { from: "2025-04", until: "2029-03" },
    grounds: [],
  },
  atCounter: { schoolKind: "university" },
};
const born: Filed = {
  flow: "maternity-exemption",
  on: "2026-10-15",
  details: { day: "2026-10-15", dayIs: "delivered", type: "single" },
};
const father = { childBornOn: "2026-10-15", parent: "father" } as const;
const raising: Filed = {
  flow: "childcare-exemption",
  on: "2026-10-15",
  documents: ["family-register"],
  details: father,
  atCounter: { livesWithChild: true },
};

/** Income of 2025 that is within the limit of 全額. */
const income = { year: 2025, yen: 500_000 } as const;

/** One 届出 of each flow of 免除 that is reported. */
export const filedReliefs: Readonly<Record<string, Example>> = {
  B01: {
    ...statutory,
    before: [enrolled],
    on,
    says: { exemptionReason: "facility", exemptionFrom: "2026-10", exemptionUntil: undefined },
  },
  B02: {
    flow: "statutory-exemption-end",
    before: [enrolled, statutory],
    on,
    details: { reason: "left-facility" },
    says: { exemptionUntil: "2026-11", exemptionEnd: "left-facility", exemptionReason: undefined },
  },
  B03: {
    ...chosen,
    before: [enrolled, statutory],
    on,
    says: { paymentFrom: "2026-09", paymentUntil: undefined, exemptionFrom: undefined },
  },
  B04: {
    flow: "payment-choice-correction",
    before: [enrolled, statutory, chosen],
    on,
    details: { until: "2026-12" },
    says: { paymentUntil: "2026-12", paymentFrom: undefined },
  },
  B05: {
    ...applied,
    before: [enrolled],
    income,
    on,
    says: {
      appliedFrom: "2026-07",
      appliedUntil: "2027-06",
      headOfHousehold: "self",
      continuation: "not-wished",
      wish: undefined,
      incomeYear: "2025",
      insuredIncome: "500000",
      spouseIncome: undefined,
    },
  },
  "B10-1": {
    flow: "continuation-request",
    before: [enrolled, applied],
    income,
    on,
    says: { continuation: "wished", appliedFrom: undefined },
  },
  "B10-2": {
    flow: "continuation-withdrawal",
    before: [enrolled, applied, { flow: "continuation-request", on: "2026-08-03" }],
    income,
    on,
    says: { continuation: "not-wished" },
  },
  B11: {
    flow: "exemption-cancellation",
    before: [enrolled, applied],
    income,
    on,
    details: { from: "2026-11" },
    says: { exemptionUntil: "2026-10", exemptionEnd: "cancelled" },
  },
  B12: {
    ...student,
    before: [enrolled],
    income,
    on,
    says: {
      appliedFrom: "2026-06",
      schoolName: "架空大学",
      enrolmentFrom: "2025-04",
      enrolmentUntil: "2029-03",
      insuredIncome: "500000",
      headIncome: undefined,
    },
  },
  B13: {
    flow: "student-deferment-end",
    before: [enrolled, student],
    income,
    on,
    says: { exemptionUntil: "2026-10", exemptionEnd: "no-longer-student", schoolName: undefined },
  },
  B14: {
    ...born,
    on,
    before: [enrolled],
    details: { day: on, dayIs: "delivered", type: "multiple" },
    says: {
      maternityDay: on,
      maternityType: "multiple",
      maternityDayIs: "delivered",
      exemptionFrom: "2026-08",
      exemptionUntil: "2027-01",
    },
  },
  B15: {
    flow: "maternity-change",
    before: [enrolled, born],
    on,
    details: { recordedOn: "2026-10-15", day: "2026-11-02", dayIs: "delivered", type: "single" },
    says: { maternityDayWas: "2026-10-15", maternityDay: "2026-11-02", exemptionUntil: "2027-01" },
  },
  B16: {
    ...raising,
    on,
    before: [enrolled],
    details: { ...father, childBornOn: on },
    says: { childBornOn: on, parent: "father", exemptionFrom: "2026-11", exemptionUntil: "2027-10" },
  },
  "B17-1": {
    flow: "childcare-end",
    before: [enrolled, raising],
    on,
    details: { childBornOn: "2026-10-15", endedBecause: "living-apart" },
    says: { childcareEnd: "living-apart", exemptionUntil: "2026-10" },
  },
  "B17-2": {
    flow: "childcare-change",
    before: [enrolled, raising],
    on,
    documents: ["family-register"],
    details: { ...father, recordedBornOn: "2026-10-15", childBornOn: "2026-11-15" },
    says: { childBornWas: "2026-10-15", childBornOn: "2026-11-15", exemptionFrom: "2026-11" },
  },
};
