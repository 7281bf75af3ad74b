import type { FieldFault, RecordWriter } from "./fixed-record.ts";
import type { FileLayout, ItemField, RecordItem } from "./layout.ts";
import { type Replacement, type ReplacementVersion, replace } from "./replacements.ts";
import { type ReportItem, type ReportRecord, reportItems } from "./report.ts";
import { charsets, isMappable, unmappableCodePoints } from "./shift-jis.ts";

/** One item that stopped its record; a record with several has several. */
export interface Stopped {
  readonly filingId: string;
  readonly item: ReportItem;
  readonly code: FieldFault;
  /** Japanese; names the item and code points, never the value. */
  readonly message: string;
}

export interface Replaced extends Replacement {
  readonly filingId: string;
  readonly item: ReportItem;
}

export interface RecordContext {
  readonly prefecture: string;
  readonly municipality: string;
  readonly sequence: number;
  readonly replacements: ReplacementVersion | undefined;
}

type RecordField = ItemField<RecordItem<ReportItem>>;

const isReportItem = (item: string): item is ReportItem => Object.hasOwn(reportItems, item);

/** The 受付番号 stands for the items that only say which record it is. */
const itemOf = (field: RecordField): ReportItem => (isReportItem(field.item) ? field.item : "filingId");

const messageOf = (field: RecordField, code: FieldFault, value: string): string => {
  if (code === "missing") return `${field.label}がありません`;
  if (code === "too-long") return `${field.label}が項目の長さ(${field.width}バイト)に収まりません`;
  if (code === "bad-form" || field.type !== "text") return `${field.label}の形が項目に合いません`;
  const names = unmappableCodePoints(field.charset, value).join("、");
  return `${field.label}に${charsets[field.charset].label}で書けない文字があります(${names})`;
};

const badForms = (record: ReportRecord): Stopped[] => {
  const stopped: Stopped[] = [];
  const said = { ...record.values, filingId: record.filingId };
  for (const [item, value] of Object.entries(said) as [ReportItem, string | undefined][]) {
    if (value === undefined || value === "") continue;
    const { label, fits } = reportItems[item];
    if (fits(value)) continue;
    stopped.push({ filingId: record.filingId, item, code: "bad-form", message: `${label}の形が項目に合いません` });
  }
  return stopped;
};

const none: readonly Stopped[] = [];

const missingGroups = (layout: FileLayout<ReportItem>, record: ReportRecord): Stopped[] =>
  [...layout.atLeastOne, ...(layout.byForm?.[record.form] ?? [])].flatMap((group) => {
    const [item] = group;
    if (item === undefined || group.some((one) => record.values[one])) return none;
    const labels = group.map((one) => reportItems[one].label).join("と");
    const message = group.length === 1 ? `${labels}がありません` : `${labels}のどちらもありません`;
    return [{ filingId: record.filingId, item, code: "missing", message }];
  });

const reader =
  (record: ReportRecord, context: RecordContext) =>
  (item: RecordItem<ReportItem>): string | undefined => {
    switch (item) {
      case "prefecture":
      case "municipality":
        return context[item];
      case "sequence":
        return String(context.sequence);
      case "form":
      case "filingId":
        return record[item];
      default:
        return record.values[item];
    }
  };

/** Writes one data record at `at`; where `stopped` is not empty the bytes there are not to be used. */
export const writeReport = (
  layout: FileLayout<ReportItem>,
  writer: RecordWriter<RecordItem<ReportItem>>,
  record: ReportRecord,
  context: RecordContext,
  bytes: Uint8Array,
  at: number,
): { readonly stopped: readonly Stopped[]; readonly replaced: readonly Replaced[] } => {
  const { filingId } = record;
  const stopped = [...badForms(record), ...missingGroups(layout, record)];
  const replaced: Replaced[] = [];
  const read = reader(record, context);
  writer.write(read, bytes, at, (field, fault, fieldAt) => {
    const item = itemOf(field);
    if (stopped.some((earlier) => earlier.item === item)) return;
    let text = read(field.item) ?? "";
    let left: FieldFault | undefined = fault;
    if (fault === "unmappable-character" && field.type === "text" && context.replacements !== undefined) {
      const attempt = replace(context.replacements, text, (character) => isMappable(field.charset, character));
      text = attempt.text;
      left = writer.rewrite(field, text, bytes, fieldAt);
      for (const pair of attempt.replaced) replaced.push({ filingId, item, ...pair });
    }
    if (left !== undefined) stopped.push({ filingId, item, code: left, message: messageOf(field, left, text) });
  });
  return { stopped, replaced };
};
