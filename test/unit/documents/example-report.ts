import type { ReportItem, ReportKind, ReportRecord } from "../../../shared/documents/report.ts";
import { type PlainDate, plainDate } from "../../../shared/law/calendar.ts";

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
  "statutory-exemption": ["B01", {}],
  "exemption-application": ["B05", {}],
  "student-deferment": ["B12", {}],
  "family-exemption": ["B14", {}],
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
