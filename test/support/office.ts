import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from "aws-lambda";
import { digestTrail } from "../../functions/audit/digest/digest-trail.ts";
import { reconcile } from "../../functions/audit/reconciliation/reconcile.ts";
import { makeReport } from "../../functions/audit/report/make-report.ts";
import { staffOf } from "../../functions/audit/report/staff.ts";
import type { ErasureDeskPorts } from "../../functions/erasure/desk/ports.ts";
import { paperOf } from "../../functions/exports/clock/paper.ts";
import { tendOutputs } from "../../functions/exports/clock/tend-outputs.ts";
import { takeFiles } from "../../functions/linkage/files/take-files.ts";
import { incomeDrop } from "../../functions/linkage/incomes/files/income-drop.ts";
import { notConfigured, type TaxReference } from "../../functions/linkage/incomes/reference/tax-reference.ts";
import { residentDrop } from "../../functions/linkage/residents/files/resident-drop.ts";
import { type FindDisclosure, registeredDisclosures } from "../../functions/requests/package/ports.ts";
import type { DeskPorts, StartInput } from "../../functions/transmittal/desk/ports.ts";
import { takeStep } from "../../functions/transmittal/steps/take-step.ts";
import { type Identify, unknownActor } from "../../shared/access/caller.ts";
import type { FirstHead } from "../../shared/access/duties.ts";
import type { StepOutput } from "../../shared/contracts/steps.ts";
import { thresholdsWith } from "../../shared/domain/audit-thresholds.ts";
import { type BeyondAssessment, beyondAssessment } from "../../shared/domain/beyond-assessment.ts";
import { type Department, departments, dutiesOf, type LinkedSystem } from "../../shared/domain/departments.ts";
import type { OfficerId } from "../../shared/domain/ids.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { defaultRetention } from "../../shared/domain/retention.ts";
import type { Role } from "../../shared/domain/roles.ts";
import { type Log, memoryLog } from "../../shared/http/log.ts";
import { routeOf } from "../../shared/http/route.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { type MasterKey, memoryMasterKey } from "../../shared/protection/master-key.ts";
import { memoryAccessLog } from "../../shared/stores/access-log.ts";
import { type BriefStore, memoryBriefStore } from "../../shared/stores/brief-files.ts";
import type { Database } from "../../shared/stores/database.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { type FileStore, memoryFileStore, type StagingStore } from "../../shared/stores/files.ts";
import { type Inbox, memoryInbox } from "../../shared/stores/inbox.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { officeFunctions } from "./office-functions.ts";
import { pensionOffices } from "./pension-offices.ts";

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
  readonly disclosures?: FindDisclosure;
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
  readonly schedule?: ErasureDeskPorts["schedule"];
  readonly startErasure?: ErasureDeskPorts["start"];
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
  Files extends StagingStore = MemoryFiles,
>(
  over: Opening<Master, Files> = {},
) => {
  const database = over.database ?? memoryDatabase();
  const time = { now: over.now ?? ("2026-11-23T01:00:00.000Z" as Instant) };
  const clock = () => time.now;
  const master = over.master ?? (memoryMasterKey() as MasterKey as Master);
  const log = memoryLog();
  const staging = over.staging ?? (memoryFileStore() as StagingStore as Files);
  const outbox = over.outbox ?? (memoryFileStore() as StagingStore as Files);
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
  const bulk = {
    ...http,
    exports: over.exports ?? exported,
    paper: null,
    disclosures: over.disclosures ?? registeredDisclosures(http.database),
  };
  const erasure = {
    ...audit,
    schedule: over.schedule ?? defaultRetention,
    start: async (name: string, input: { readonly erasureId: string }) => {
      started.push({ name, input });
      await over.startErasure?.(name, input);
    },
  };
  const bulkClock = { ...bulk, paper: paperOf(font, { code: "13110", name: "目黒区" }) };
  const ward = { code: "13110", name: "目黒区" };
  const step = takeStep({ ...stores, staging, outbox, font, ward, offices: pensionOffices, wake });

  const functions = officeFunctions({ http, desk, results, outputs, audit, rights, bulk, erasure, tax });

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
