import type { Reason } from "../../shared/domain/decision.ts";
import type { DocumentNeed } from "../../shared/domain/filing.ts";
import { filingStatuses } from "../../shared/domain/filing-status.ts";
import { paperChecklist } from "../../shared/domain/paper-checklist.ts";
import { flows } from "../../shared/flows/catalogue.ts";
import { deadlineOf } from "../../shared/flows/deadline.ts";
import type { StoredFiling } from "../../shared/flows/define.ts";
import type { AssessedSpan } from "../../shared/law/exemption-assessment.ts";
import type { Filing } from "../../shared/stores/filings.ts";

/** What was made of a filing, as far as an answer tells it. */
interface Decided {
  readonly reasons?: readonly Reason[];
  readonly assessment?: readonly AssessedSpan[] | undefined;
  readonly papers?: readonly DocumentNeed[] | undefined;
  /** What was filed: which of the papers have come. */
  readonly content?: Pick<StoredFiling, "documents">;
}

/** A filing as an answer shows it: its handling, nothing of the person. */
export const filingView = (filing: Filing, { reasons, assessment, papers, content }: Decided = {}) => ({
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
  ...(papers ? { papers: paperChecklist(papers, content?.documents ?? []) } : {}),
});
