import * as z from "zod";
import type { TrailReader } from "../audit/trail-reader.ts";
import { type Finding, type FindingRow, findings } from "../domain/audit-findings.ts";
import { auditThresholds } from "../domain/audit-thresholds.ts";
import { keysOf } from "../domain/keys-of.ts";
import { instantSchema, plainMonthSchema } from "../domain/values.ts";
import type { PlainMonth } from "../law/calendar.ts";
import { type Database, queryAll, type Write } from "./database.ts";

const none = Object.fromEntries(keysOf(findings).map((finding) => [finding, 0])) as Record<Finding, number>;

/** A report from before a finding was looked for tells of none. */
const counts = z
  .partialRecord(z.enum(keysOf(findings)), z.int())
  .transform((found): Readonly<Record<Finding, number>> => ({ ...none, ...found }));

/** The last digest of the month, printed so that what came before it cannot be cut off unseen. */
const digestHead = z.strictObject({ name: z.string(), hour: z.string(), sha256: z.string() });

const findingRow = z.strictObject({
  finding: z.enum(keysOf(findings)),
  officer: z.string(),
  subject: z.string().nullable(),
  at: instantSchema,
  detail: z.string(),
}) satisfies z.ZodType<FindingRow>;

/** A monthly report on the trail as it lies in the locked bucket. Its CSV and PDF follow from it. Once there it is never another. */
export const auditReport = z.strictObject({
  form: z.literal(1),
  month: plainMonthSchema,
  createdAt: instantSchema,
  entries: z.int(),
  thresholds: z.record(z.enum(keysOf(auditThresholds)), z.int()),
  findings: counts,
  /** The first of each finding, up to the most that is kept. */
  rows: z.array(findingRow),
  head: digestHead.nullable(),
});
export type AuditReport = z.infer<typeof auditReport>;

const extensions = ["json", "csv", "pdf"] as const;
export const reportName = (month: PlainMonth, extension: (typeof extensions)[number]): string =>
  `reports/${month}.${extension}`;

const json = new TextDecoder();

export const findReport = async (audit: TrailReader, month: PlainMonth): Promise<AuditReport | undefined> => {
  const bytes = await audit.get(reportName(month, "json"));
  return bytes && auditReport.parse(JSON.parse(json.decode(bytes)));
};

const partition = "REPORTS";
const listed = z.object({ sk: plainMonthSchema, createdAt: instantSchema, findings: counts });

/** The row by which a report is listed. Written again it says the same. */
export const reportRow = ({ month, createdAt, findings: found }: AuditReport): Write => ({
  kind: "put",
  table: "traces",
  item: { pk: partition, sk: month, createdAt, findings: found as Readonly<Record<Finding, number>> },
});

/** Reports that were made, newest first. */
export const allReports = async (database: Database) => {
  const reports: { month: PlainMonth; createdAt: string; findings: z.infer<typeof counts> }[] = [];
  for await (const item of queryAll(database, { table: "traces", pk: partition, descending: true })) {
    const { sk: month, ...row } = listed.parse(item);
    reports.push({ month, ...row });
  }
  return reports;
};
