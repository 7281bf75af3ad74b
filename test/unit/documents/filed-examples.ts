import type { ReportItem } from "../../../shared/documents/report.ts";
import type { FlowId } from "../../../shared/flows/catalogue.ts";
import { filedBenefits } from "./filed-benefits.ts";
import { filedReliefs } from "./filed-reliefs.ts";

/** What is filed, beside the person and the common header. `on` is 受付日 and 事実発生日. */
export interface Filed {
  readonly flow: FlowId;
  readonly on: string;
  readonly details?: object;
  readonly atCounter?: object;
  readonly documents?: readonly string[];
  readonly filer?: string;
}

export interface Example extends Filed {
  /** What was filed for the same person before. */
  readonly before?: readonly Filed[];
  readonly birthDate?: string;
  readonly sex?: "female";
  /** 所得金額 of the insured person in a year, on file before anything was filed. */
  readonly income?: { readonly year: number; readonly yen: number };
  /** What the report says beside the person, and what it does not say. */
  readonly says: Partial<Record<ReportItem, string | undefined>>;
}

const on = "2026-11-20";
const ward = "ex-officio";
const enrolled: Filed = {
  flow: "acquisition",
  on: "2026-06-01",
  details: { cause: "moved-into-japan" },
  documents: ["passport"],
};
const volunteers: Filed = {
  flow: "voluntary-enrolment",
  on: "2026-11-10",
  details: { cause: "applied-domestic-60" },
  atCounter: { creditedMonths: 400, isJapanese: true, receivesOldAgeBasic: false },
};
const basis = { documents: ["basis-of-ex-officio"], filer: ward } as const;

/** One 届出 of every flow that is reported, and of those that have two ways, both. */
export const filedExamples: Readonly<Record<string, Example>> = {
  A01: {
    ...enrolled,
    on,
    says: { acquiredOn: on, category: "1", cause: "moved-into-japan", exOfficio: undefined, expiresOn: undefined },
  },
  A03: {
    flow: "change-from-category-2",
    on,
    documents: ["loss-certificate"],
    says: { changedOn: on, category: "1", cause: "left-employees-pension" },
  },
  A04: {
    flow: "change-from-category-3",
    on,
    details: { cause: "divorced", spouseName: "Ann Lee", spouseBirthDate: "1990-02-28" },
    documents: ["dependent-loss-certificate"],
    says: { changedOn: on, spouseName: "Ａｎｎ　Ｌｅｅ", spouseBirthDate: "1990-02-28" },
  },
  A05: {
    flow: "loss",
    before: [enrolled],
    on,
    details: { cause: "moved-abroad" },
    documents: ["moving-out-notice"],
    says: { lostOn: "2026-11-21", cause: "moved-abroad" },
  },
  A07: {
    flow: "exclusion",
    before: [enrolled],
    on,
    documents: ["residence-card-copy"],
    says: { lostOn: "2026-11-21", cause: "excluded" },
  },
  A08: {
    flow: "name-change",
    before: [enrolled],
    on,
    details: { newName: "Ann 国民", newNameKana: "アン コクミン" },
    documents: ["residence-record"],
    says: { newName: "Ａｎｎ　国民", newNameKana: "アン　コクミン", newAddress: undefined },
  },
  A09: {
    flow: "address-change",
    before: [enrolled],
    on,
    details: { newPostalCode: "153-0051", newAddress: "東京都目黒区上目黒9-9-9", newAddressSupplement: "目黒荘101" },
    says: {
      newPostalCode: "153-0051",
      newAddress: "東京都目黒区上目黒9-9-9",
      newAddressSupplement: "目黒荘101",
      newName: undefined,
    },
  },
  A10: {
    flow: "birth-or-sex-correction",
    before: [enrolled],
    on,
    details: { correctBirthDate: "1990-03-01", correctSex: "female" },
    documents: ["residence-record"],
    says: { correctBirthDate: "1990-03-01", correctSex: "female" },
  },
  A11: { flow: "number-notice-reissue", before: [enrolled], on, says: { requested: "number-notice" } },
  A12: {
    ...volunteers,
    on,
    birthDate: "1964-05-05",
    says: { acquiredOn: on, category: "voluntary", cause: "applied-domestic-60", expiresOn: "2029-05-04" },
  },
  A13: {
    flow: "special-voluntary-enrolment",
    on,
    birthDate: "1959-05-05",
    atCounter: { qualifyingMonths: 100 },
    says: { acquiredOn: on, category: "special-voluntary", cause: "applied-special", expiresOn: "2029-05-04" },
  },
  A14: {
    flow: "voluntary-withdrawal",
    before: [volunteers],
    on,
    birthDate: "1964-05-05",
    says: { lostOn: on, cause: "withdrew", acquiredOn: undefined, expiresOn: undefined },
  },
  A15: {
    flow: "additional-premium-start",
    before: [enrolled],
    on,
    says: { month: "2026-11", additionalPremiumType: "applied", endCause: undefined },
  },
  A16: {
    flow: "additional-premium-withdrawal",
    before: [enrolled, { flow: "additional-premium-start", on: "2026-06-10" }],
    on,
    says: { month: "2026-10", endCause: "withdrew", additionalPremiumType: undefined, cause: undefined },
  },
  "A17-1": {
    flow: "farmer-premium-start",
    before: [enrolled],
    on,
    documents: ["farmers-pension-proof"],
    says: { month: "2026-11", additionalPremiumType: "farmer" },
  },
  "A17-2": {
    flow: "farmer-premium-end",
    before: [enrolled, { flow: "farmer-premium-start", on: "2026-06-10", documents: ["farmers-pension-proof"] }],
    on,
    says: { month: "2026-11", endCause: "left-farmers-pension" },
  },
  "A19-1": {
    flow: "ex-officio-acquisition",
    on,
    details: { cause: "left-employees-pension" },
    ...basis,
    says: { acquiredOn: on, changedOn: undefined, category: "1", exOfficio: "ex-officio" },
  },
  "A19-1 of someone in another 種別": {
    flow: "ex-officio-acquisition",
    before: [enrolled, { flow: "employees-pension-joined", on: "2026-07-01", filer: ward }],
    on,
    details: { cause: "left-employees-pension" },
    ...basis,
    says: { acquiredOn: undefined, changedOn: on, category: "1", exOfficio: "ex-officio" },
  },
  "A19-2": {
    flow: "ex-officio-correction",
    before: [enrolled],
    on,
    details: { turn: "acquired", recordedOn: "2026-06-01", correctOn: "2026-06-15" },
    ...basis,
    says: { turn: "acquired", recordedOn: "2026-06-01", correction: "redated", correctOn: "2026-06-15" },
  },
  "A19-2 取消し": {
    flow: "ex-officio-correction",
    before: [enrolled],
    on,
    details: { turn: "acquired", recordedOn: "2026-06-01" },
    ...basis,
    says: { turn: "acquired", recordedOn: "2026-06-01", correction: "cancelled", correctOn: undefined },
  },
  ...filedReliefs,
  ...filedBenefits,
};
