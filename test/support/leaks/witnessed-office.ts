import { nightlyBatches } from "../../../functions/batches/nightly/nightly-batches.ts";
import { byTheClock } from "../../../functions/by-the-clock.ts";
import { memoryTaxReference } from "../../../functions/linkage/incomes/reference/tax-reference.ts";
import { starter } from "../../../functions/starter.ts";
import { waker } from "../../../functions/transmittal/wake.ts";
import type { Identify } from "../../../shared/access/caller.ts";
import { type Log, memoryLog, powertoolsLog } from "../../../shared/http/log.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryMasterKey } from "../../../shared/protection/master-key.ts";
import { memoryInbox } from "../../../shared/stores/inbox.ts";
import { keyring } from "../../../shared/stores/keyring.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import {
  faultyDatabase,
  faultyFileStore,
  faultyInbox,
  faultyMasterKey,
  faultyStagingStore,
} from "../faulty-database.ts";
import { openOffice } from "../office.ts";
import { type Sent, witnessedBucket, witnessedWorkflow } from "./aws-doubles.ts";
import { captureOutput } from "./captured-output.ts";
import { failingCalls } from "./failing-calls.ts";

type Ask = Parameters<ReturnType<typeof openOffice>["ask"]>;

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (inner instanceof Uint8Array ? Buffer.from(inner).toString("utf8") : inner)) ??
  "";

/** Two logs that hear the same. */
const bothLogs = (one: Log, other: Log): Log => ({
  note: (code, facts) => {
    one.note(code, facts);
    other.note(code, facts);
  },
  fault: (error, facts) => {
    one.fault(error, facts);
    other.fault(error, facts);
  },
});

/** Everything of an error that a runtime could print. */
const printed = (error: unknown): string =>
  error instanceof Error ? textOf([error.name, error.message, error.stack, error.cause, { ...error }]) : textOf(error);

/**
 * An office of which nothing comes out unseen: the lines of the real log, what is stored, named and handed on, problem
 * answers, headers, and what functions by the clock throw. Behind it, calls can be made to fail.
 */
export const openWitnessed = (over: { readonly identify?: Identify; readonly now?: Instant } = {}) => {
  const output = captureOutput();
  const calls = failingCalls();
  const process = { ...calls, isDead: () => false };
  const sent: Sent[] = [];
  const workflow = witnessedWorkflow(sent);
  const database = memoryDatabase();
  const master = memoryMasterKey();
  const files = { staging: witnessedBucket(sent), outbox: witnessedBucket(sent), reports: witnessedBucket(sent) };
  const inboxes = { residents: memoryInbox(), incomes: memoryInbox() };
  const tax = memoryTaxReference();
  const memory = memoryLog();
  const log = bothLogs(powertoolsLog("witnessed"), memory);
  const start = starter(workflow, "arn:aws:states:ap-northeast-1:000000000000:stateMachine:transmittal");
  const wake = waker(workflow);
  const problems: string[] = [];
  const shown: string[] = [];
  const thrown: string[] = [];
  const handed: string[] = [];
  const headers: string[] = [];
  let operations = 0;

  const behind = {
    database: faultyDatabase(database, process),
    master: faultyMasterKey(master, process),
    staging: faultyStagingStore(files.staging, process),
    outbox: faultyStagingStore(files.outbox, process),
  };
  const office = openOffice({
    ...behind,
    ...over,
    log,
    tax,
    reports: faultyFileStore(files.reports, process),
    inbox: faultyInbox(inboxes.residents, process),
    incomeInbox: faultyInbox(inboxes.incomes, process),
    start: (name, input) => calls.through(() => start(name, input)),
    wake: (token, decision) => calls.through(() => wake(token, decision)),
    heard: (result) => headers.push(textOf(result.headers)),
  });
  const clock = () => office.time.now;

  const ask = async (...[method, path, asked]: Ask) => {
    operations += 1;
    const answer = await office.ask(method, path, asked);
    (answer.status >= 400 ? problems : shown).push(textOf(answer.body));
    return answer;
  };

  /** Runs a function that no caller waits for, as its handler does. @throws what Lambda would print. */
  const byItself = <Event, Result>(work: (event: Event) => Promise<Result>) => {
    const handler = byTheClock(log, work);
    return async (event: Event): Promise<Result> => {
      operations += 1;
      try {
        const result = await handler(event);
        handed.push(textOf(result));
        return result;
      } catch (error) {
        thrown.push(printed(error));
        throw error;
      }
    };
  };

  const nightly = nightlyBatches({
    database: behind.database,
    keyring: keyring(behind.database, behind.master, clock),
    clock,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    log,
    covered: new Set(),
  });

  return {
    ask,
    step: byItself(office.step),
    takeResidentFiles: byItself(office.takeResidentFiles),
    takeIncomeFiles: byItself(office.takeIncomeFiles),
    nightly: byItself(nightly),
    inboxes,
    tax,
    calls,
    database,
    master,
    time: office.time,
    files,
    operations: () => operations,
    /** Errors that nobody foresaw, as the double of the log kept them. */
    surprises: () => memory.lines.filter(({ code }) => code === "internal-error"),
    stop: output.stop,
    /** What came out so far, by where. */
    outside: () => ({
      log: output.lines.join(""),
      stored: textOf(database.dump()),
      objects: textOf([...Object.values(files).flatMap(({ files }) => [...files.keys()]), sent]),
      problems: problems.join("\n"),
      headers: headers.join("\n"),
      thrown: thrown.join("\n"),
      handed: handed.join("\n"),
      reports: [...files.reports.files.values()].map((bytes) => Buffer.from(bytes).toString("utf8")).join("\n"),
    }),
    shown: () => shown.join("\n"),
  };
};

export type WitnessedOffice = ReturnType<typeof openWitnessed>;
