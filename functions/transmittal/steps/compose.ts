import type { StepInput, StepOutput } from "../../../shared/contracts/steps.ts";
import { composeMedia } from "../../../shared/documents/media.ts";
import type { ReportRecord } from "../../../shared/documents/report.ts";
import { inOfficeOrder } from "../../../shared/documents/report-offices.ts";
import { composeReportPdf } from "../../../shared/documents/report-pdf.ts";
import { moved } from "../../../shared/domain/filing.ts";
import { incomeRecord } from "../../../shared/domain/income-record.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import type { Flow } from "../../../shared/flows/define.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import {
  type Filing,
  type FilingBody,
  filingKey,
  filingOf,
  filingWrite,
  openFiling,
} from "../../../shared/stores/filings.ts";
import { type LoadedPerson, loadedPerson, personRows } from "../../../shared/stores/people.ts";
import { queueEntry, requeue } from "../../../shared/stores/queue.ts";
import {
  findMember,
  type Member,
  membersOf,
  memberWrite,
  type Run,
  runUnchanged,
} from "../../../shared/stores/runs.ts";
import { incomeIn, incomeRows } from "../../filings/income-of.ts";
import { fileNames, stagedName } from "../file-names.ts";
import { reportRecord } from "../report-record.ts";
import type { StepPorts } from "./ports.ts";
import { goOn, requireRun, stepTrail, workflowOfficer } from "./run-progress.ts";

/** People read at a time: their rows in one round trip, and one entry in the trail that fits an item. */
const atOnce = 30;

interface Report {
  readonly filing: Filing;
  readonly member: Member;
  readonly record: ReportRecord;
}

/** What of a person a report of the flow tells. */
const itemsTold = (flow: Flow) => [...itemsOf(flow.stored), ...(flow.asksIncome ? itemsOf(incomeRecord) : [])];

/** The members' reports. The trail of whose records are opened is written before they are. */
const reportsOf = async (run: Run, members: readonly Member[], ports: StepPorts): Promise<Report[]> => {
  const index = await ports.keyring.index();
  const reports: Report[] = [];
  for (let from = 0; from < members.length; from += atOnce) {
    const some = members.slice(from, from + atOnce);
    const rows = await ports.database.getAll(
      some.map(({ filingId }) => ({ table: "filings", key: filingKey(filingId) })),
    );
    const filings = rows.map((row) => {
      if (!row) throw new Error("a member of the run has no filing");
      return filingOf(row);
    });
    const trail = stepTrail(ports, "compose", run.runId, {
      subjects: filings.map((filing) => index.auditSubject(filing.personId)),
      items: [...new Set(filings.flatMap(({ flow }) => itemsTold(flows[flow])))],
    });
    if (!(await ports.database.transact([trail])).ok) throw new Error("the access trail could not be written");
    const people = await ports.database.getAll(filings.flatMap((filing) => personRows(filing.personId)));
    const opened: (Omit<Report, "record"> & { readonly loaded: LoadedPerson; readonly body: FilingBody })[] = [];
    for (const [at, filing] of filings.entries()) {
      const member = some[at];
      if (!member) continue;
      const loaded = await loadedPerson(filing.personId, people.slice(at * 2, at * 2 + 2), ports.keyring);
      opened.push({ filing, member, loaded, body: openFiling(loaded.key, filing) });
    }
    // Which year's income decides a filing is told by the filing itself, once it is open.
    const asked = opened.map(({ filing, body }) => incomeRows(flows[filing.flow], body.content, filing.personId));
    const incomes = [...(await ports.database.getAll(asked.flat()))];
    for (const [at, { filing, member, loaded, body }] of opened.entries()) {
      const income = asked[at]?.length ? incomeIn(incomes.shift(), loaded) : null;
      reports.push({ filing, member, record: reportRecord(filing, body, loaded.entries, income) });
    }
  }
  return reports;
};

/** A record that the medium cannot carry leaves the run with its reason and waits for its correction. */
const stop = async (
  run: Run,
  { filing, member }: Report,
  reasons: Member["reasons"],
  ports: StepPorts,
): Promise<void> => {
  const queued = await queueEntry(ports.database, filing.filingId);
  if (!queued) throw new Error("a member of the run is not in the queue");
  const back = moved(
    filing,
    "put-back",
    "examined",
    { at: ports.clock(), by: workflowOfficer },
    reasons.map(({ code }) => code),
  );
  const outcome = await ports.database.transact([
    runUnchanged(run),
    memberWrite(run.runId, member, "stopped", reasons),
    requeue(queued, "stopped"),
    filingWrite({ ...back, runId: null }),
  ]);
  if (!outcome.ok) {
    // Another execution may have been quicker. A member that is still in the run would be taken for sent.
    const now = await findMember(ports.database, run.runId, member.filingId);
    if (now?.state === "included") throw new Error("a record that cannot be written would not leave the run");
    return;
  }
  ports.log.note("transmittal-stopped", { runId: run.runId, filingId: filing.filingId });
};

/** Medium and paper of one kind of report, written to the staging bucket. Again: the same members give the same bytes. */
export const compose = async (
  { runId, kind }: Extract<StepInput, { step: "compose" }>,
  ports: StepPorts,
): Promise<StepOutput> => {
  const run = await requireRun(ports, runId);
  if (run.state !== "composing") return goOn(run);
  const members = (await membersOf(ports.database, runId)).filter(
    (member) => member.kind === kind && member.state === "included",
  );
  const reports = await reportsOf(run, members, ports);
  const context = { wardCode: ports.ward.code, runId, createdOn: dayAt(run.startedAt) };
  const records = inOfficeOrder(
    kind,
    reports.map(({ record }) => record),
    ports.offices,
  );
  const media = composeMedia(kind, records, context);

  const stopped = Map.groupBy(media.stopped, ({ filingId }) => filingId);
  for (const report of reports) {
    const reasons = stopped.get(report.filing.filingId);
    if (reasons)
      await stop(
        run,
        report,
        reasons.map(({ code, message }) => ({ code, message })),
        ports,
      );
  }

  const written = new Set(media.written);
  const paper = await composeReportPdf(
    kind,
    records.filter(({ filingId }) => written.has(filingId)),
    { ...context, wardName: ports.ward.name, font: ports.font, offices: ports.offices },
  );
  const names = fileNames(kind);
  await ports.staging.put(stagedName(runId, names.media), media.bytes, "application/octet-stream");
  await ports.staging.put(stagedName(runId, names.paper), paper.bytes, "application/pdf");
  return { runId, next: "compose" };
};
