import * as z from "zod";
import { ownActor } from "../../../shared/access/caller.ts";
import { auditReportCsv } from "../../../shared/documents/audit-report.ts";
import { auditReportPdf } from "../../../shared/documents/audit-report-pdf.ts";
import { plainMonthSchema } from "../../../shared/domain/values.ts";
import { trailEntry } from "../../../shared/http/call.ts";
import { addMonths, dayAt, monthOf, type PlainMonth } from "../../../shared/law/calendar.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { type AuditReport, findReport, reportName, reportRow } from "../../../shared/stores/audit-reports.ts";
import { drawUp } from "./draw-up.ts";
import type { ReportPorts } from "./ports.ts";

/** What starts the report: the schedule says nothing; an operator who makes one again that failed says the month. */
const started = z.object({ month: plainMonthSchema.optional() });

const utf8 = new TextEncoder();

/** The month's report itself goes first; what follows from it can be made again from it. */
const theReport = async (ports: ReportPorts, month: PlainMonth): Promise<AuditReport> => {
  const before = await findReport(ports.audit, month);
  if (before) return before;
  const report = await drawUp(ports, month);
  const added = await ports.audit.add(
    reportName(month, "json"),
    utf8.encode(JSON.stringify(report)),
    "application/json",
  );
  if (added) return report;
  const other = await findReport(ports.audit, month);
  if (!other) throw new Error("a report that is there and is not");
  return other;
};

/**
 * Makes the report on the month before (JST) and keeps it in the locked bucket, with its CSV and PDF. A month once reported on
 * stays as it is: a start after a failure finishes what is missing, and a further one changes nothing. 評価書 III-3 その他のリスク1.
 * @throws RangeError for a month that is not over.
 */
export const makeReport =
  (ports: ReportPorts) =>
  async (event: unknown): Promise<{ readonly month: PlainMonth }> => {
    const { clock, database, audit, wardName, font, random } = ports;
    const current = monthOf(dayAt(clock()));
    const month = started.parse(event ?? {}).month ?? addMonths(current, -1);
    if (month >= current) throw new RangeError("a report on a month that is not over");
    const report = await theReport(ports, month);
    await audit.add(reportName(month, "csv"), utf8.encode(auditReportCsv(report)), "text/csv");
    await audit.add(reportName(month, "pdf"), await auditReportPdf(report, { wardName, font }), "application/pdf");
    await database.transact([reportRow(report)]);
    const at = clock();
    const origin = {
      caller: ownActor("schedule:audit-report"),
      correlationId: `audit-report-${month}`,
      action: "report:monthly",
      kind: "operation",
      random,
    } as const;
    await keepTrail(database, trailEntry(origin, at, { object: month, purpose: "audit" }));
    return { month };
  };
