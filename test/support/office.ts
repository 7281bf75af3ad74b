import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from "aws-lambda";
import { confirmRight } from "../../functions/access/rights/confirm-right.ts";
import { decideRight } from "../../functions/access/rights/decide-right.ts";
import { endOfficer } from "../../functions/access/rights/end-officer.ts";
import { endRight } from "../../functions/access/rights/end-right.ts";
import { endSession } from "../../functions/access/rights/end-session.ts";
import { identifyOfficer } from "../../functions/access/rights/identify-officer.ts";
import { listRights } from "../../functions/access/rights/list-rights.ts";
import { requestRight } from "../../functions/access/rights/request-right.ts";
import { showOfficer } from "../../functions/access/rights/show-officer.ts";
import { showSession } from "../../functions/access/rights/show-session.ts";
import { assessExemption } from "../../functions/assessments/assess-exemption.ts";
import { listDigests } from "../../functions/audit/desk/list-digests.ts";
import { listEntries } from "../../functions/audit/desk/list-entries.ts";
import { listReports } from "../../functions/audit/desk/list-reports.ts";
import { showActivity } from "../../functions/audit/desk/show-activity.ts";
import { showEntry } from "../../functions/audit/desk/show-entry.ts";
import { showReport } from "../../functions/audit/desk/show-report.ts";
import { verifyDigests } from "../../functions/audit/desk/verify-digests.ts";
import { digestTrail } from "../../functions/audit/digest/digest-trail.ts";
import { reconcile } from "../../functions/audit/reconciliation/reconcile.ts";
import { makeReport } from "../../functions/audit/report/make-report.ts";
import { staffOf } from "../../functions/audit/report/staff.ts";
import { runBatch } from "../../functions/batches/run-batch.ts";
import { showBatch } from "../../functions/batches/show-batch.ts";
import { paperOf } from "../../functions/exports/clock/paper.ts";
import { tendOutputs } from "../../functions/exports/clock/tend-outputs.ts";
import { decideOutput as decideBulkOutput } from "../../functions/exports/decide-output.ts";
import { listOutputs as listBulkOutputs } from "../../functions/exports/list-outputs.ts";
import { produceOutput } from "../../functions/exports/produce-output.ts";
import { requestOutput } from "../../functions/exports/request-output.ts";
import { showOutput as showBulkOutput } from "../../functions/exports/show-output.ts";
import { takeOutput } from "../../functions/exports/take-output.ts";
import { familyWorks } from "../../functions/filings/family-works.ts";
import { actOnFiling } from "../../functions/filings/register/act-on-filing.ts";
import { listFilings } from "../../functions/filings/register/list-filings.ts";
import { showFiling } from "../../functions/filings/register/show-filing.ts";
import { takeFiles } from "../../functions/linkage/files/take-files.ts";
import { decideOutput } from "../../functions/linkage/income-outputs/decide-output.ts";
import { listOutputs } from "../../functions/linkage/income-outputs/list-outputs.ts";
import { runOutput } from "../../functions/linkage/income-outputs/run-output.ts";
import { showOutput } from "../../functions/linkage/income-outputs/show-output.ts";
import { decideIncomeCorrection } from "../../functions/linkage/incomes/desk/decide-correction.ts";
import { listIncomeCorrections } from "../../functions/linkage/incomes/desk/list-corrections.ts";
import { referIncome } from "../../functions/linkage/incomes/desk/refer-income.ts";
import { showIncome } from "../../functions/linkage/incomes/desk/show-income.ts";
import { takeIncomes } from "../../functions/linkage/incomes/desk/take-incomes.ts";
import { incomeDrop } from "../../functions/linkage/incomes/files/income-drop.ts";
import { notConfigured, type TaxReference } from "../../functions/linkage/incomes/reference/tax-reference.ts";
import { provideItems } from "../../functions/linkage/provisions/provide-items.ts";
import { decideResidentChange } from "../../functions/linkage/residents/desk/decide-resident-change.ts";
import { listResidentChanges } from "../../functions/linkage/residents/desk/list-resident-changes.ts";
import { takeResidentChanges } from "../../functions/linkage/residents/desk/take-resident-changes.ts";
import { residentDrop } from "../../functions/linkage/residents/files/resident-drop.ts";
import { importResults } from "../../functions/linkage/results/import-results.ts";
import { showResults } from "../../functions/linkage/results/show-results.ts";
import { showList } from "../../functions/lists/show-list.ts";
import { listNotices } from "../../functions/notices/list-notices.ts";
import { prepareNotices } from "../../functions/notices/prepare-notices.ts";
import { settleNotice } from "../../functions/notices/settle-notice.ts";
import { findSubject } from "../../functions/people/find-subject.ts";
import { findTerms } from "../../functions/people/find-terms.ts";
import { resolveSubjects } from "../../functions/people/resolve-subjects.ts";
import { searchPeople } from "../../functions/people/search-people.ts";
import { showLedger } from "../../functions/people/show-ledger.ts";
import { showMonths } from "../../functions/people/show-months.ts";
import { showPerson } from "../../functions/people/show-person.ts";
import { liftSuspension } from "../../functions/suspensions/lift-suspension.ts";
import { listSuspensions } from "../../functions/suspensions/list-suspensions.ts";
import { placeSuspension } from "../../functions/suspensions/place-suspension.ts";
import { decideRun } from "../../functions/transmittal/desk/decide-run.ts";
import { listRuns } from "../../functions/transmittal/desk/list-runs.ts";
import type { DeskPorts, StartInput } from "../../functions/transmittal/desk/ports.ts";
import { resumeRun } from "../../functions/transmittal/desk/resume-run.ts";
import { showRun } from "../../functions/transmittal/desk/show-run.ts";
import { startRun } from "../../functions/transmittal/desk/start-run.ts";
import { takeStep } from "../../functions/transmittal/steps/take-step.ts";
import { type Identify, unknownActor } from "../../shared/access/caller.ts";
import type { FirstHead } from "../../shared/access/duties.ts";
import { problem } from "../../shared/contracts/problems.ts";
import type { StepOutput } from "../../shared/contracts/steps.ts";
import { thresholdsWith } from "../../shared/domain/audit-thresholds.ts";
import { type BeyondAssessment, beyondAssessment } from "../../shared/domain/beyond-assessment.ts";
import { type Department, departments, dutiesOf, type LinkedSystem } from "../../shared/domain/departments.ts";
import type { OfficerId } from "../../shared/domain/ids.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import type { Role } from "../../shared/domain/roles.ts";
import { type Log, memoryLog } from "../../shared/http/log.ts";
import { routeOf } from "../../shared/http/route.ts";
import { serve } from "../../shared/http/serve.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { type MasterKey, memoryMasterKey } from "../../shared/protection/master-key.ts";
import { memoryAccessLog } from "../../shared/stores/access-log.ts";
import { type BriefStore, memoryBriefStore } from "../../shared/stores/brief-files.ts";
import type { Database } from "../../shared/stores/database.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { type FileStore, memoryFileStore } from "../../shared/stores/files.ts";
import { type Inbox, memoryInbox } from "../../shared/stores/inbox.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";

const font = readFileSync(
  new URL("../../node_modules/@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf", import.meta.url),
);

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; what is looked for is asserted.
  readonly body: any;
}

interface Ask {
  readonly as?: string;
  readonly roles?: readonly Role[];
  /** That of the duties unless said otherwise. */
  readonly department?: Department;
  readonly system?: LinkedSystem;
  readonly key?: string;
  readonly purpose?: string;
  readonly query?: Record<string, string>;
  /** Sent as it is; an object is sent as JSON. */
  readonly body?: unknown;
  readonly token?: string | null;
  /** Where the call comes from, as the gateway sees it. */
  readonly address?: string;
  /** The number that the gateway gives the call. */
  readonly requestId?: string;
  readonly headers?: Record<string, string>;
}

/** The first department in which the first duty can be granted. */
const usualDepartment = ([duty]: readonly Role[]): Department =>
  keysOf(departments).find((name) => (dutiesOf[name] as readonly Role[]).includes(duty ?? "clerk")) ?? "pension";

type MemoryFiles = ReturnType<typeof memoryFileStore>;

/** What outlives a process and is handed to the next office: each left out is a double of its own. */
interface Opening<Master, Files> {
  readonly database?: Database;
  readonly now?: Instant;
  readonly master?: Master;
  readonly staging?: Files;
  readonly outbox?: Files;
  readonly exports?: BriefStore;
  readonly inbox?: Inbox;
  readonly incomeInbox?: Inbox;
  readonly reports?: FileStore;
  /** What beyond 別添1 the ward's assessment covers; all of it unless said otherwise. */
  readonly covered?: readonly BeyondAssessment[];
  /** The ward's tax system; not connected unless given. */
  readonly tax?: TaxReference;
  /** Who is let in; whoever the token of a test names unless given. */
  readonly identify?: Identify;
  /** 所属長 by configuration; none unless given. */
  readonly firstHeads?: readonly FirstHead[];
  readonly start?: DeskPorts["start"];
  readonly wake?: DeskPorts["wake"];
  /** In place of the double that keeps its lines. */
  readonly log?: Log;
  /** Sees every answer as API Gateway would. */
  readonly heard?: (answer: APIGatewayProxyResult) => void;
}

/**
 * The whole office in one process: every function over its ports, with the doubles behind them or what is given instead.
 * Calls go through the same HTTP-shaped events that API Gateway makes.
 */
export const openOffice = <
  Master extends MasterKey = ReturnType<typeof memoryMasterKey>,
  Files extends FileStore = MemoryFiles,
>(
  over: Opening<Master, Files> = {},
) => {
  const database = over.database ?? memoryDatabase();
  const time = { now: over.now ?? ("2026-11-23T01:00:00.000Z" as Instant) };
  const clock = () => time.now;
  const master = over.master ?? (memoryMasterKey() as MasterKey as Master);
  const log = memoryLog();
  const staging = over.staging ?? (memoryFileStore() as FileStore as Files);
  const outbox = over.outbox ?? (memoryFileStore() as FileStore as Files);
  const tax = over.tax ?? notConfigured;
  const started: { name: string; input: object }[] = [];
  const woken: { token: string; decision: string }[] = [];
  const identify: Identify = async ({ authorization }) => {
    const [, officer, duties, department, system] = /^Bearer (\S+) (\S+) (\S+) (\S+)$/.exec(authorization ?? "") ?? [];
    return officer && duties
      ? {
          officer: officer as OfficerId,
          roles: duties.split("+") as Role[],
          department: department as Department,
          counter: "main-office",
          terminal: "t-01",
          session: `session-of-${officer}`,
          system: system === "none" ? null : (system as LinkedSystem),
        }
      : { refused: "no-token", actor: unknownActor };
  };
  const covered = new Set<BeyondAssessment>(over.covered ?? keysOf(beyondAssessment));
  const stores = {
    database,
    keyring: keyring(database, master, clock),
    clock,
    random: randomBytes,
    log: over.log ?? log,
    covered,
  };
  const http = { ...stores, identify: over.identify ?? identify };
  const wake: DeskPorts["wake"] = async (token, decision) => {
    woken.push({ token, decision });
    return over.wake ? over.wake(token, decision) : "woken";
  };
  const desk = {
    ...http,
    staging,
    outbox,
    wake,
    start: async (name: string, input: StartInput) => {
      started.push({ name, input });
      await over.start?.(name, input);
    },
  };
  const results = { ...http, staging, wardCode: "13110" };
  const outputs = { ...results, outbox };
  const chain = { ...stores, trail: memoryTrailFiles(), signer: memorySigner(), accessLog: memoryAccessLog() };
  const audit = { ...http, audit: chain.trail, publicKey: chain.signer.publicKey };
  const rights = { ...http, firstHeads: over.firstHeads ?? [], idleSeconds: 600 };
  const exported = memoryBriefStore();
  const bulk = { ...http, exports: over.exports ?? exported, paper: null };
  const bulkClock = { ...bulk, paper: paperOf(font, { code: "13110", name: "目黒区" }) };
  const step = takeStep({ ...stores, staging, outbox, font, ward: { code: "13110", name: "目黒区" }, wake });

  const functions = {
    qualification: serve("qualification", http, familyWorks("qualification", http)),
    "voluntary-enrolment": serve("voluntary-enrolment", http, familyWorks("voluntary-enrolment", http)),
    "additional-premium": serve("additional-premium", http, familyWorks("additional-premium", http)),
    exemption: serve("exemption", http, familyWorks("exemption", http)),
    deferment: serve("deferment", http, familyWorks("deferment", http)),
    people: serve("people", http, {
      showPerson: showPerson(http),
      showLedger: showLedger(http),
      showMonths: showMonths(http),
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
    assessments: serve("assessments", http, { assessExemption: assessExemption(http) }),
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
    provisions: serve("provisions", http, { provideItems: provideItems(http) }),
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
  };

  /** The function that API Gateway would hand a call to; any of them says that there is no such operation. */
  const servedBy = (method: string, path: string): keyof typeof functions =>
    keysOf(functions).find((name) => routeOf(name, method, path) !== undefined) ?? "register";

  const inbox = memoryInbox();
  const reports = memoryFileStore();
  /** One turn of the file drop of 住民記録の異動. */
  const takeResidentFiles = takeFiles(residentDrop, {
    ...stores,
    inbox: over.inbox ?? inbox,
    results: over.reports ?? reports,
  });
  const incomeInbox = memoryInbox();
  /** One turn of the file drop of 所得情報. */
  const takeIncomeFiles = takeFiles(incomeDrop, {
    ...stores,
    inbox: over.incomeInbox ?? incomeInbox,
    results: over.reports ?? reports,
  });

  const ask = async (method: "GET" | "POST", path: string, asked: Ask = {}): Promise<Answer> => {
    const duties = asked.roles ?? ["clerk"];
    const token =
      asked.token === undefined
        ? `Bearer ${asked.as ?? "clerk-1"} ${duties.join("+")} ${asked.department ?? usualDepartment(duties)} ${asked.system ?? "none"}`
        : asked.token;
    const event = {
      httpMethod: method,
      path,
      headers: {
        ...(token === null ? {} : { Authorization: token }),
        ...(asked.key ? { "Idempotency-Key": asked.key } : {}),
        ...(asked.purpose ? { "Kokunen-Purpose": asked.purpose } : {}),
        ...asked.headers,
      },
      queryStringParameters: asked.query ?? null,
      body: asked.body === undefined ? null : typeof asked.body === "string" ? asked.body : JSON.stringify(asked.body),
      isBase64Encoded: false,
      requestContext: {
        requestId: asked.requestId ?? "test-request",
        identity: { sourceIp: asked.address ?? "10.0.0.1" },
      },
    } as unknown as APIGatewayProxyEvent;
    const result = (await functions[servedBy(method, path)](event, {
      awsRequestId: "test",
    } as Context)) as APIGatewayProxyResult;
    over.heard?.(result);
    return { status: result.statusCode, body: JSON.parse(result.body) };
  };

  /** Drives the steps as the state machine does, up to the approval or the end. */
  const drive = async (input: object = {}): Promise<StepOutput> => {
    let at = await step({ step: "open", executionName: "test", ...input });
    for (let turns = 0; turns < 20; turns += 1) {
      if (at.next === "done") return at;
      if (at.next === "await-approval") return step({ step: "await-approval", runId: at.runId, taskToken: "token" });
      if (at.next === "compose") {
        for (const kind of at.kinds ?? []) await step({ step: "compose", runId: at.runId, kind });
        at = await step({ step: "seal", runId: at.runId });
      } else at = await step({ step: at.next, runId: at.runId });
    }
    throw new Error("the run does not come to an end");
  };

  return {
    ask,
    step,
    drive,
    /** A turn of the clock that tends outputs. */
    tendOutputs: tendOutputs(bulkClock),
    exported,
    takeResidentFiles,
    takeIncomeFiles,
    /** One turn of the hourly digest over the trail, and one of the daily reconciliation; the monthly report on it. */
    digestTrail: digestTrail(chain),
    reconcile: (event: object = {}) => reconcile(chain)(event),
    trail: chain.trail,
    signer: chain.signer,
    accessLog: chain.accessLog,
    makeReport: makeReport({
      ...stores,
      audit: chain.trail,
      staff: staffOf(database),
      thresholds: thresholdsWith({}),
      wardName: "目黒区",
      font,
    }),
    inbox,
    incomeInbox,
    reports,
    database,
    master,
    log,
    staging,
    outbox,
    started,
    woken,
    time,
  };
};
