import { problem } from "../../../shared/contracts/problems.ts";
import { findings, firstOfEach } from "../../../shared/domain/audit-findings.ts";
import { plainMonthSchema } from "../../../shared/domain/values.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { findReport, reportName } from "../../../shared/stores/audit-reports.ts";
import type { AuditPorts } from "./ports.ts";

/** Rows of each finding in the answer; the CSV has more. */
const mostShown = 500;

/** A monthly report as it was made, to be read here and as CSV and PDF. */
export const showReport =
  ({ database, audit }: AuditPorts) =>
  async (call: Call): Promise<Reply> => {
    const month = plainMonthSchema.safeParse(call.params.month);
    if (!month.success) return problem("not-found");
    await keepTrail(database, call.trail({ purpose: "audit", object: month.data }));
    const report = await findReport(audit, month.data);
    if (!report) return problem("not-found");
    const [csv, pdf] = await Promise.all([
      audit.get(reportName(month.data, "csv")),
      audit.get(reportName(month.data, "pdf")),
    ]);
    if (!csv || !pdf) throw new Error("a report without its files");
    const { createdAt, rows } = report;
    return {
      status: 200,
      body: {
        month: month.data,
        createdAt,
        findings: report.findings,
        rows: firstOfEach(rows, mostShown).map((row) => ({ ...row, findingLabel: findings[row.finding] })),
        csv: new TextDecoder("utf-8", { ignoreBOM: true }).decode(csv),
        pdfBase64: Buffer.from(pdf).toString("base64"),
      },
    };
  };
