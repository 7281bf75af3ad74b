import type { Reason } from "../../shared/domain/decision.ts";
import { filingStatuses } from "../../shared/domain/filing-status.ts";
import { flows } from "../../shared/flows/catalogue.ts";
import { deadlineOf } from "../../shared/flows/deadline.ts";
import type { AssessedSpan } from "../../shared/law/exemption-assessment.ts";
import type { Filing } from "../../shared/stores/filings.ts";

/** A filing as an answer shows it: its handling, nothing of the person. */
export const filingView = (filing: Filing, reasons?: readonly Reason[], assessment?: readonly AssessedSpan[]) => ({
  filingId: filing.filingId,
  flow: filing.flow,
  title: flows[filing.flow].title,
  status: filing.status,
  statusLabel: filingStatuses[filing.status],
  filedOn: filing.filedOn,
  eventOn: filing.eventOn,
  counter: filing.counter,
  deadline: deadlineOf(filing.flow, filing.eventOn),
  acceptedOn: filing.acceptedOn,
  reportBy: filing.reportBy,
  runId: filing.runId,
  ...(reasons ? { reasons } : {}),
  ...(assessment ? { assessment } : {}),
});
