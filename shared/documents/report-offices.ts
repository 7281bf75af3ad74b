import { officeFor, type PensionOffice, type PensionOffices } from "../domain/pension-offices.ts";
import type { RecordItem } from "./layout.ts";
import { reportLayouts } from "./layouts/reports.ts";
import { openRecordFile } from "./record-file.ts";
import { readRecord } from "./record-reader.ts";
import { type ReportItem, type ReportKind, type ReportRecord, reportKinds } from "./report.ts";

/** Whether 日本年金機構 takes the report at its 年金事務所, to which the papers go, and not at one place for all. */
export const goesToOffices = (kind: ReportKind): boolean => reportKinds[kind].sent === "claims";

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The records of a report that goes to offices, each with its own, by office and then by 受付番号; those of another as they are. */
export const inOfficeOrder = (
  kind: ReportKind,
  records: readonly ReportRecord[],
  offices: PensionOffices,
): readonly ReportRecord[] =>
  goesToOffices(kind)
    ? records
        .map((record) => {
          const pensionOffice = officeFor(offices, record.values.postalCode).code;
          return { ...record, values: { ...record.values, pensionOffice } };
        })
        .toSorted((a, b) => order(a.values.pensionOffice, b.values.pensionOffice) || order(a.filingId, b.filingId))
    : records;

/** Stretches of records that go to one office each; the records of a report without offices are one stretch. */
export const byOffice = (
  records: readonly ReportRecord[],
  offices: PensionOffices,
): readonly { readonly office: PensionOffice | undefined; readonly records: readonly ReportRecord[] }[] =>
  [...Map.groupBy(records, ({ values }) => values.pensionOffice)].map(([code, ofOffice]) => ({
    office: offices.find((office) => office.code === code),
    records: ofOffice,
  }));

/** How many of something an office gets. */
export interface OfficeCount {
  readonly name: string;
  readonly count: number;
}

/**
 * How many records of a medium go to each office, counted in the medium itself, which is what is sent.
 * @throws when it cannot be read: it was made a moment ago.
 */
export const countsByOffice = (
  kind: ReportKind,
  medium: Uint8Array,
  offices: PensionOffices,
): readonly OfficeCount[] => {
  if (!goesToOffices(kind)) return [];
  const layout = reportLayouts[kind];
  const file = openRecordFile(medium, layout, Number.MAX_SAFE_INTEGER);
  if (!file.ok) throw new Error("the medium cannot be read back");
  const codes = file.lines.map((line) => {
    const read = readRecord<RecordItem<ReportItem>>(layout.data, line);
    if (!read.ok) throw new Error("a record of the medium cannot be read back");
    return read.values.pensionOffice;
  });
  return [...Map.groupBy(codes, (code) => code)].map(([code, { length: count }]) => ({
    name: offices.find((office) => office.code === code)?.name ?? code ?? "",
    count,
  }));
};
