import type { ReportItem, ReportKind, ReportRecord } from "../../../shared/documents/report.ts";
import { type PlainDate, plainDate } from "../../../shared/law/calendar.ts";

const days = { acquisition: "acquiredOn", "category-change": "changedOn", loss: "lostOn" } as const;
const forms = { acquisition: "A01", "category-change": "A03", loss: "A05" } as const;
const causes = {
  acquisition: "moved-into-japan",
  "category-change": "left-employees-pension",
  loss: "moved-abroad",
} as const;

/** A made-up 届出 of `kind`; `values` replaces items, undefined takes one away. */
export const exampleReport = (
  kind: ReportKind,
  values: Partial<Record<ReportItem, string | undefined>> = {},
  filingId = "20261123-7K3M9Q",
): ReportRecord => ({
  filingId,
  kind,
  form: forms[kind],
  values: {
    basicPensionNumber: "0123456789",
    name: "年金　太郎",
    nameKana: "ネンキン　タロウ",
    birthDate: "1989-01-07",
    sex: "male",
    postalCode: "153-8573",
    address: "東京都目黒区上目黒2－19－15",
    category: "1",
    eventOn: "2026-11-01",
    [days[kind]]: "2026-11-02",
    cause: causes[kind],
    acceptedOn: "2026-11-20",
    ...values,
  } as ReportRecord["values"],
});

export const exampleContext: { wardCode: string; runId: string; createdOn: PlainDate } = {
  wardCode: "13110",
  runId: "T20261123-7K3M9Q",
  createdOn: plainDate("2026-11-23"),
};
