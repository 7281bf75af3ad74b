import type { FindDisclosure } from "../../functions/requests/package/ports.ts";
import type { DeskPorts } from "../../functions/transmittal/desk/ports.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import { memoryBriefStore } from "../../shared/stores/brief-files.ts";
import { type FileStore, memoryFileStore } from "../../shared/stores/files.ts";
import { type Inbox, memoryInbox } from "../../shared/stores/inbox.ts";
import { type MemoryDatabase, memoryDatabase } from "../../shared/stores/memory-database.ts";
import { tableNames } from "../../shared/stores/tables.ts";
import {
  type Fault,
  type FaultPlan,
  faultPlan,
  faultyBriefStore,
  faultyDatabase,
  faultyFileStore,
  faultyInbox,
  faultyMasterKey,
  faultyStagingStore,
  faultyStart,
  faultyWake,
} from "./faulty-database.ts";
import { type Answer, openOffice } from "./office.ts";

/** What outlives every process. */
export const openStores = () => ({
  database: memoryDatabase(),
  master: memoryMasterKey(),
  staging: memoryFileStore(),
  outbox: memoryFileStore(),
  exported: memoryBriefStore(),
});

export type Stores = ReturnType<typeof openStores>;

/** The same rows in a database of their own. */
export const copyOfDatabase = async (from: MemoryDatabase): Promise<MemoryDatabase> => {
  const to = memoryDatabase();
  for (const table of tableNames)
    for (const item of from.dump(table)) await to.transact([{ kind: "put", table, item }]);
  return to;
};

/** The same stores once more, so that many runs can start from one state. The master key is shared: it holds no state. */
export const copyOf = async (stores: Stores): Promise<Stores> => {
  const staging = memoryFileStore();
  const outbox = memoryFileStore();
  for (const [name, bytes] of stores.staging.files) staging.files.set(name, bytes);
  for (const [name, bytes] of stores.outbox.files) outbox.files.set(name, bytes);
  const exported = memoryBriefStore();
  for (const [name, versions] of stores.exported.versions) exported.versions.set(name, versions);
  return { database: await copyOfDatabase(stores.database), master: stores.master, staging, outbox, exported };
};

type Ask = Parameters<ReturnType<typeof openOffice>["ask"]>;

interface Behind {
  readonly start?: DeskPorts["start"];
  readonly wake?: DeskPorts["wake"];
  /** The file drop of 所得情報, and where its reports go. */
  readonly incomeInbox?: Inbox;
  readonly reports?: FileStore;
  /** 開示請求 on the register. */
  readonly disclosures?: FindDisclosure;
}

/** Answers that say nothing of what became of the request: the caller asks again. */
const unsettled = (answer: Answer) =>
  answer.status >= 500 || answer.status === 202 || (answer.status === 409 && answer.body.code === "contended");

const patience = 25;

/** An office whose calls fail by `faults`, and which is opened anew over the same stores whenever its process has died. */
export const restartingOffice = (stores: Stores, faults: readonly Fault[], behind: Behind = {}) => {
  const plan: FaultPlan = faultPlan(faults);
  const errors: string[] = [];

  const open = () => {
    const process = plan.process();
    const office = openOffice({
      database: faultyDatabase(stores.database, process),
      master: faultyMasterKey(stores.master, process),
      staging: faultyStagingStore(stores.staging, process),
      outbox: faultyStagingStore(stores.outbox, process),
      exports: faultyBriefStore(stores.exported, process),
      start: faultyStart(behind.start ?? (async () => undefined), process),
      wake: faultyWake(behind.wake ?? (async () => "woken"), process),
      incomeInbox: faultyInbox(behind.incomeInbox ?? memoryInbox(), process),
      reports: faultyFileStore(behind.reports ?? memoryFileStore(), process),
      ...(behind.disclosures ? { disclosures: behind.disclosures } : {}),
    });
    return { process, office };
  };

  let running = open();
  const current = () => {
    if (running.process.isDead()) running = open();
    return running;
  };

  /** One request. Undefined where the process died over it: nobody heard an answer. */
  const once = async (...[method, path, asked]: Ask): Promise<Answer | undefined> => {
    const { office, process } = current();
    const answer = await office.ask(method, path, asked);
    for (const line of office.log.lines.splice(0))
      if (line.code === "internal-error") errors.push(String((line.facts as { error?: string }).error));
    return process.isDead() ? undefined : answer;
  };

  return {
    plan,
    once,
    /** A step of the workflow. @throws what the step throws. */
    step: (event: object) => current().office.step(event),
    /** A turn of the file drop of 所得情報; what goes wrong is left to the next. */
    incomeTurn: async (): Promise<void> => {
      await current()
        .office.takeIncomeFiles()
        .catch((error) => errors.push(String(error instanceof Error ? error.stack : error)));
    },
    /** A turn of the clock that tends outputs, at that instant; what goes wrong is left to the next. */
    outputsTurn: async (now: Instant): Promise<void> => {
      const { office } = current();
      office.time.now = now;
      await office.tendOutputs().catch((error) => errors.push(String(error instanceof Error ? error.stack : error)));
      for (const line of office.log.lines.splice(0))
        if (line.code === "internal-error") errors.push(String((line.facts as { error?: string }).error));
    },
    /** Asks until the answer settles the request. @throws when it never does. */
    insist: async (...ask: Ask): Promise<Answer> => {
      for (let attempt = 1; attempt <= patience; attempt += 1) {
        const answer = await once(...ask);
        if (answer && !unsettled(answer)) return answer;
      }
      throw new Error(`no answer after ${patience} attempts: ${ask[0]} ${ask[1]}`);
    },
    /** Errors behind a 500 that nobody injected. */
    surprises: () => errors.filter((error) => !error.startsWith("InjectedFault")),
  };
};

export type RestartingOffice = ReturnType<typeof restartingOffice>;
