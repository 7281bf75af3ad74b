import type { ReportItem, ReportKind, ReportRecord } from "../../../shared/documents/report.ts";
import { incomeValues } from "../../../shared/documents/report-income-items.ts";
import type { IncomeRecord } from "../../../shared/domain/income-record.ts";
import { type PlainDate, plainDate } from "../../../shared/law/calendar.ts";

/** A made-up 所得情報: a spouse without income, a head whose income is not known. */
export const exampleIncome: IncomeRecord = {
  exists: "present",
  insured: {
    income: 999_999_999,
    incomeAfterDeductions: 1_234_567,
    circumstance: "single-parent",
    elderlyDependants: 0,
    specificDependants: 1,
    dependants: 2,
  },
  spouse: {
    income: 0,
    incomeAfterDeductions: 0,
    circumstance: "none",
    elderlyDependants: 0,
    specificDependants: 0,
    dependants: 0,
  },
  head: {
    income: null,
    incomeAfterDeductions: null,
    circumstance: "disabled",
    elderlyDependants: 1,
    specificDependants: 0,
    dependants: 7,
  },
  continuationReview: true,
  unidentifiedReason: "moved-in",
  reference: { exemption: "unknown", deferment: "over", student: "within" },
};

/** What of it a report about one person alone has a place for. */
const ownOf = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([item]) => /^(?:insured|incomeYear|unidentified|refStudent)/.test(item)),
  );

type Values = Partial<Record<ReportItem, string | undefined>>;

/** What each 手続 says beside the person and its days. */
const examples = {
  acquisition: ["A01", { category: "1", acquiredOn: "2026-11-02", cause: "moved-into-japan" }],
  "category-change": ["A03", { category: "1", changedOn: "2026-11-02", cause: "left-employees-pension" }],
  loss: ["A05", { category: "1", lostOn: "2026-11-02", cause: "moved-abroad" }],
  "facts-change": ["A08", { newName: "国民　太郎", newNameKana: "コクミン　タロウ" }],
  "number-notice": ["A11", { requested: "number-notice" }],
  "voluntary-enrolment": [
    "A12",
    { category: "voluntary", acquiredOn: "2026-11-01", cause: "applied-domestic-60", expiresOn: "2030-11-01" },
  ],
  "additional-premium": ["A15", { month: "2026-11", additionalPremiumType: "applied" }],
  "statutory-exemption": ["B01", { exemptionReason: "disability-pension", exemptionFrom: "2026-10" }],
  "exemption-application": [
    "B05",
    {
      appliedFrom: "2026-07",
      appliedUntil: "2027-06",
      wish: "full,three-quarters,deferment",
      continuation: "wished",
      headOfHousehold: "other",
      grounds: "applicant:unemployment,spouse:disaster",
      spouseName: "年金　花子",
      spouseBirthDate: "1990-02-28",
      spouseIndividualNumber: "123456789018",
      ...incomeValues(2025, exampleIncome),
      estimate1Kind: "full",
      estimate1From: "2026-07",
      estimate1Until: "2026-12",
      estimate2Kind: "quarter",
      estimate2From: "2027-01",
      estimate2Until: "2027-06",
    },
  ],
  "student-deferment": [
    "B12",
    {
      appliedFrom: "2026-04",
      appliedUntil: "2027-03",
      schoolName: "国立大学法人　例示大学",
      schoolAddress: "東京都目黒区駒場9-9-9",
      enrolmentFrom: "2024-04",
      enrolmentUntil: "2028-03",
      ...ownOf(incomeValues(2025, exampleIncome)),
      estimate1Kind: "student-deferment",
      estimate1From: "2026-04",
      estimate1Until: "2027-03",
    },
  ],
  "family-exemption": [
    "B14",
    {
      exemptionFrom: "2026-11",
      exemptionUntil: "2027-02",
      maternityDay: "2026-12-20",
      maternityDayIs: "due",
      maternityType: "single",
    },
  ],
  "benefit-claim": [
    "C02",
    {
      pensionOffice: "01",
      benefitKind: "disability",
      benefitChange: "claimed",
      claimedOn: "2026-11-01",
      entitledOn: "2026-10-15",
      claimType: "at-certification",
      firstVisitOn: "2025-04-15",
      certifiedOn: "2026-10-15",
      certificateForm: "120-6-1",
      papers: "medical-certificate,history-statement,first-visit-certificate,bank-account-proof",
    },
  ],
  "recipient-notice": [
    "C05",
    {
      pensionOffice: "01",
      benefitKind: "disability-before-20",
      benefitChange: "state-reported",
      certificateForm: "120-4",
      certificateOn: "2026-11-01",
      pensionSymbol: "5350",
      pensionNumber: "1234567890",
      papers: "medical-certificate",
    },
  ],
} as const satisfies Record<ReportKind, readonly [form: string, values: Values]>;

/** A made-up 届出 of `kind`; `values` replaces items, undefined takes one away. */
export const exampleReport = (
  kind: ReportKind,
  values: Values = {},
  filingId = "20261123-7K3M9Q",
  form: string = examples[kind][0],
): ReportRecord => ({
  filingId,
  kind,
  form,
  values: {
    basicPensionNumber: "0123456789",
    name: "年金　太郎",
    nameKana: "ネンキン　タロウ",
    birthDate: "1989-01-07",
    sex: "male",
    postalCode: "153-8573",
    address: "東京都目黒区上目黒2－19－15",
    eventOn: "2026-11-01",
    acceptedOn: "2026-11-20",
    ...examples[kind][1],
    ...values,
  } as ReportRecord["values"],
});

export const exampleContext: { wardCode: string; runId: string; createdOn: PlainDate } = {
  wardCode: "13110",
  runId: "T20261123-7K3M9Q",
  createdOn: plainDate("2026-11-23"),
};
