import { type FindingCounts, type FindingRow, findings } from "../domain/audit-findings.ts";
import type { AuditThresholds } from "../domain/audit-thresholds.ts";
import { dayAt, type Instant, type PlainMonth } from "../law/calendar.ts";
import { timeInJapan } from "../law/instants.ts";
import { type CsvColumn, csvOf } from "./csv.ts";

/** What a monthly report on the trail says, as paper and as a table. */
export interface AuditReportContent {
  readonly month: PlainMonth;
  readonly createdAt: Instant;
  /** Entries of the month. */
  readonly entries: number;
  readonly thresholds: AuditThresholds;
  readonly findings: FindingCounts;
  readonly rows: readonly FindingRow[];
  /** The last digest of the month; null where there was none. */
  readonly head: { readonly name: string; readonly hour: string; readonly sha256: string } | null;
}

const columns = [
  ["finding", "指摘"],
  ["officer", "職員"],
  ["subject", "対象者(仮名)"],
  ["day", "日"],
  ["time", "時刻"],
  ["detail", "内容"],
] as const satisfies readonly CsvColumn<Record<string, string>>[];

/** A row of findings in words, its time that of Japan. */
export const findingInWords = ({ finding, officer, subject, at, detail }: FindingRow) => ({
  finding: findings[finding],
  officer,
  subject: subject ?? "",
  day: dayAt(at),
  time: timeInJapan(at),
  detail,
});

/** The findings of a month for a spreadsheet. */
export const auditReportCsv = ({ rows }: Pick<AuditReportContent, "rows">): string =>
  csvOf(columns, rows.map(findingInWords));
