import { confirmRight } from "../../functions/access/rights/confirm-right.ts";
import { decideRight } from "../../functions/access/rights/decide-right.ts";
import { endOfficer } from "../../functions/access/rights/end-officer.ts";
import { endRight } from "../../functions/access/rights/end-right.ts";
import { endSession } from "../../functions/access/rights/end-session.ts";
import { identifyOfficer } from "../../functions/access/rights/identify-officer.ts";
import { listRights } from "../../functions/access/rights/list-rights.ts";
import type { RightsPorts } from "../../functions/access/rights/ports.ts";
import { requestRight } from "../../functions/access/rights/request-right.ts";
import { showOfficer } from "../../functions/access/rights/show-officer.ts";
import { showSession } from "../../functions/access/rights/show-session.ts";
import { assessBenefit } from "../../functions/assessments/assess-benefit.ts";
import { assessExemption } from "../../functions/assessments/assess-exemption.ts";
import { listDigests } from "../../functions/audit/desk/list-digests.ts";
import { listEntries } from "../../functions/audit/desk/list-entries.ts";
import { listReports } from "../../functions/audit/desk/list-reports.ts";
import type { AuditPorts } from "../../functions/audit/desk/ports.ts";
import { showActivity } from "../../functions/audit/desk/show-activity.ts";
import { showEntry } from "../../functions/audit/desk/show-entry.ts";
import { showReport } from "../../functions/audit/desk/show-report.ts";
import { verifyDigests } from "../../functions/audit/desk/verify-digests.ts";
import { runBatch } from "../../functions/batches/run-batch.ts";
import { showBatch } from "../../functions/batches/show-batch.ts";
import { decideErasure } from "../../functions/erasure/desk/decide-erasure.ts";
import { liftHold } from "../../functions/erasure/desk/lift-hold.ts";
import { listCertificates } from "../../functions/erasure/desk/list-certificates.ts";
import { listErasureItems } from "../../functions/erasure/desk/list-erasure-items.ts";
import { listErasures } from "../../functions/erasure/desk/list-erasures.ts";
import { listHolds } from "../../functions/erasure/desk/list-holds.ts";
import { placeHold } from "../../functions/erasure/desk/place-hold.ts";
import type { ErasureDeskPorts } from "../../functions/erasure/desk/ports.ts";
import { resumeErasure } from "../../functions/erasure/desk/resume-erasure.ts";
import { settleFinding } from "../../functions/erasure/desk/settle-finding.ts";
import { showCertificate } from "../../functions/erasure/desk/show-certificate.ts";
import { showErasure } from "../../functions/erasure/desk/show-erasure.ts";
import { showRetention } from "../../functions/erasure/desk/show-retention.ts";
import { decideOutput as decideBulkOutput } from "../../functions/exports/decide-output.ts";
import { listOutputs as listBulkOutputs } from "../../functions/exports/list-outputs.ts";
import type { ExportPorts } from "../../functions/exports/ports.ts";
import { produceOutput } from "../../functions/exports/produce-output.ts";
import { requestOutput } from "../../functions/exports/request-output.ts";
import { showOutput as showBulkOutput } from "../../functions/exports/show-output.ts";
import { takeOutput } from "../../functions/exports/take-output.ts";
import { familyWorks } from "../../functions/filings/family-works.ts";
import { actOnFiling } from "../../functions/filings/register/act-on-filing.ts";
import { listFilings } from "../../functions/filings/register/list-filings.ts";
import { showFiling } from "../../functions/filings/register/show-filing.ts";
import { decideOutput } from "../../functions/linkage/income-outputs/decide-output.ts";
import { listOutputs } from "../../functions/linkage/income-outputs/list-outputs.ts";
import type { OutputPorts } from "../../functions/linkage/income-outputs/ports.ts";
import { runOutput } from "../../functions/linkage/income-outputs/run-output.ts";
import { showOutput } from "../../functions/linkage/income-outputs/show-output.ts";
import { decideIncomeCorrection } from "../../functions/linkage/incomes/desk/decide-correction.ts";
import { listIncomeCorrections } from "../../functions/linkage/incomes/desk/list-corrections.ts";
import { referIncome } from "../../functions/linkage/incomes/desk/refer-income.ts";
import { showIncome } from "../../functions/linkage/incomes/desk/show-income.ts";
import { takeIncomes } from "../../functions/linkage/incomes/desk/take-incomes.ts";
import type { TaxReference } from "../../functions/linkage/incomes/reference/tax-reference.ts";
import { provideItems } from "../../functions/linkage/provisions/provide-items.ts";
import { decideResidentChange } from "../../functions/linkage/residents/desk/decide-resident-change.ts";
import { listResidentChanges } from "../../functions/linkage/residents/desk/list-resident-changes.ts";
import { takeResidentChanges } from "../../functions/linkage/residents/desk/take-resident-changes.ts";
import { importResults } from "../../functions/linkage/results/import-results.ts";
import type { ResultPorts } from "../../functions/linkage/results/ports.ts";
import { showResults } from "../../functions/linkage/results/show-results.ts";
import { showList } from "../../functions/lists/show-list.ts";
import { listNotices } from "../../functions/notices/list-notices.ts";
import { prepareNotices } from "../../functions/notices/prepare-notices.ts";
import { settleNotice } from "../../functions/notices/settle-notice.ts";
import { findSubject } from "../../functions/people/find-subject.ts";
import { findTerms } from "../../functions/people/find-terms.ts";
import { resolveSubjects } from "../../functions/people/resolve-subjects.ts";
import { searchPeople } from "../../functions/people/search-people.ts";
import { showBenefits } from "../../functions/people/show-benefits.ts";
import { showLedger } from "../../functions/people/show-ledger.ts";
import { showMonths } from "../../functions/people/show-months.ts";
import { showPerson } from "../../functions/people/show-person.ts";
import type { Ports } from "../../functions/ports.ts";
import { listRequests } from "../../functions/requests/list-requests.ts";
import { receiveRequest } from "../../functions/requests/receive-request.ts";
import { showRequest } from "../../functions/requests/show-request.ts";
import { takeRequestStep } from "../../functions/requests/take-request-step.ts";
import { liftSuspension } from "../../functions/suspensions/lift-suspension.ts";
import { listSuspensions } from "../../functions/suspensions/list-suspensions.ts";
import { placeSuspension } from "../../functions/suspensions/place-suspension.ts";
import { decideRun } from "../../functions/transmittal/desk/decide-run.ts";
import { listRuns } from "../../functions/transmittal/desk/list-runs.ts";
import type { DeskPorts } from "../../functions/transmittal/desk/ports.ts";
import { resumeRun } from "../../functions/transmittal/desk/resume-run.ts";
import { showRun } from "../../functions/transmittal/desk/show-run.ts";
import { startRun } from "../../functions/transmittal/desk/start-run.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { serve } from "../../shared/http/serve.ts";

/** The doubles that the functions of the office are wired to. */
interface OfficePorts {
  readonly http: Ports;
  readonly desk: Ports & DeskPorts;
  readonly results: Ports & ResultPorts;
  readonly outputs: Ports & OutputPorts;
  readonly audit: Ports & AuditPorts;
  readonly rights: Ports & RightsPorts;
  readonly bulk: Ports & ExportPorts;
  readonly erasure: Ports & ErasureDeskPorts;
  readonly tax: TaxReference;
}

/** Every function of the API as its handler wires it. */
export const officeFunctions = ({ http, desk, results, outputs, audit, rights, bulk, erasure, tax }: OfficePorts) => ({
  qualification: serve("qualification", http, familyWorks("qualification", http)),
  "voluntary-enrolment": serve("voluntary-enrolment", http, familyWorks("voluntary-enrolment", http)),
  "additional-premium": serve("additional-premium", http, familyWorks("additional-premium", http)),
  exemption: serve("exemption", http, familyWorks("exemption", http)),
  deferment: serve("deferment", http, familyWorks("deferment", http)),
  "benefit-claim": serve("benefit-claim", http, familyWorks("benefit-claim", http)),
  "disability-revision": serve("disability-revision", http, familyWorks("disability-revision", http)),
  "special-disability-benefit": serve(
    "special-disability-benefit",
    http,
    familyWorks("special-disability-benefit", http),
  ),
  people: serve("people", http, {
    showPerson: showPerson(http),
    showLedger: showLedger(http),
    showMonths: showMonths(http),
    showBenefits: showBenefits(http),
    searchPeople: searchPeople(http),
    findSubject: findSubject(http),
    findTerms: findTerms(http),
    resolveSubjects: resolveSubjects(http),
  }),
  audit: serve("audit", audit, {
    listEntries: listEntries(audit),
    showEntry: showEntry(audit),
    listDigests: listDigests(audit),
    verifyDigests: verifyDigests(audit),
    showActivity: showActivity(audit),
    listReports: listReports(audit),
    showReport: showReport(audit),
  }),
  assessments: serve("assessments", http, {
    assessExemption: assessExemption(http),
    assessBenefit: assessBenefit(http),
  }),
  transmittal: serve("transmittal", desk, {
    listRuns: listRuns(desk),
    showRun: showRun(desk),
    startRun: startRun(desk),
    decideRun: decideRun(desk),
    resumeRun: resumeRun(desk),
  }),
  results: serve("results", results, { importResults: importResults(results), showResults: showResults(results) }),
  "income-outputs": serve("income-outputs", outputs, {
    runIncomeOutput: runOutput(outputs),
    listIncomeOutputs: listOutputs(outputs),
    showIncomeOutput: showOutput(outputs),
    decideIncomeOutput: decideOutput(outputs),
  }),
  outputs: serve("outputs", bulk, {
    requestOutput: requestOutput(bulk),
    listOutputs: listBulkOutputs(bulk),
    showOutput: showBulkOutput(bulk),
    decideOutput: decideBulkOutput(bulk),
    produceOutput: produceOutput(bulk),
    takeOutput: takeOutput(bulk),
  }),
  batches: serve("batches", http, { runBatch: runBatch(http), showBatch: showBatch(http) }),
  lists: serve("lists", http, { showList: showList(http) }),
  residents: serve("residents", http, {
    takeResidentChanges: takeResidentChanges(http),
    listResidentChanges: listResidentChanges(http),
    decideResidentChange: decideResidentChange(http),
  }),
  incomes: serve("incomes", http, {
    takeIncomes: takeIncomes(http),
    showIncome: showIncome(http),
    referIncome: referIncome(http, tax),
    listIncomeCorrections: listIncomeCorrections(http),
    decideIncomeCorrection: decideIncomeCorrection(http),
  }),
  rights: serve("rights", rights, {
    showSession: showSession(rights),
    endSession: endSession(rights),
    requestRight: requestRight(rights),
    listRights: listRights(rights),
    decideRight: decideRight(rights),
    confirmRight: confirmRight(rights),
    endRight: endRight(rights),
    showOfficer: showOfficer(rights),
    endOfficer: endOfficer(rights),
    identifyOfficer: identifyOfficer(rights),
  }),
  erasure: serve("erasure", erasure, {
    listErasures: listErasures(erasure),
    showErasure: showErasure(erasure),
    listErasureItems: listErasureItems(erasure),
    decideErasure: decideErasure(erasure),
    resumeErasure: resumeErasure(erasure),
    settleFinding: settleFinding(erasure),
    listCertificates: listCertificates(erasure),
    showCertificate: showCertificate(erasure),
    showRetention: showRetention(erasure),
    listHolds: listHolds(erasure),
    placeHold: placeHold(erasure),
    liftHold: liftHold(erasure),
  }),
  provisions: serve("provisions", http, { provideItems: provideItems(http) }),
  requests: serve("requests", http, {
    receiveRequest: receiveRequest(http),
    listRequests: listRequests(http),
    showRequest: showRequest(http),
    takeRequestStep: takeRequestStep(http),
  }),
  suspensions: serve("suspensions", http, {
    placeSuspension: placeSuspension(http),
    liftSuspension: liftSuspension(http),
    listSuspensions: listSuspensions(http),
  }),
  notices: serve("notices", http, {
    prepareNotices: prepareNotices(http),
    listNotices: listNotices(http),
    settleNotice: settleNotice(http),
  }),
  register: serve("register", http, {
    "file:unknown": async () => problem("unknown-flow"),
    listFilings: listFilings(http),
    showFiling: showFiling(http),
    actOnFiling: actOnFiling(http),
  }),
});
