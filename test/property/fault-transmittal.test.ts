import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { RunId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { Database } from "../../shared/stores/database.ts";
import type { FileStore } from "../../shared/stores/files.ts";
import { filingOf } from "../../shared/stores/filings.ts";
import { findRun, membersOf, type Run, recentRuns } from "../../shared/stores/runs.ts";
import { type Ending, execute } from "../support/execution.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { openOffice } from "../support/office.ts";
import { standingFaults } from "../support/office-invariants.ts";
import { examinedStores, manager, sealedStores } from "../support/office-lives.ts";
import { copyOf, type RestartingOffice, restartingOffice, type Stores } from "../support/restarting-office.ts";
import { sendingFaults, sentFilings } from "../support/sent-files.ts";

const now = "2026-11-23T01:00:00.000Z" as Instant;
/** Seconds one test may take on a machine that does other things besides. */
const patience = 180_000;

/** Stores that tell of every file put into the outbox of a run nobody has approved. */
const guarded = (stores: Stores) => {
  const early: string[] = [];
  const put: FileStore["put"] = async (name, bytes, type) => {
    const run = await findRun(stores.database, name.split("/")[0] as RunId);
    if (run?.decision?.decision !== "approve") early.push(name);
    await stores.outbox.put(name, bytes, type);
  };
  return { stores: { ...stores, outbox: { ...stores.outbox, put } }, early };
};

const path = (run: Run) => `/v1/transmittals/${run.runId}/decision`;
const approve = { ...manager, body: { decision: "approve" } } as const;
const refuse = { ...manager, body: { decision: "refuse", reason: "件数が控えと合いません" } } as const;

/** What an operator does in the end: takes every run that stands somewhere on to its end, and starts one for what is left. */
const bringToAnEnd = async (stores: Stores) => {
  const office = openOffice(stores);
  for (let round = 1; round <= 6; round += 1) {
    for (const run of await recentRuns(stores.database, 100)) {
      if (["released", "reopened", "empty"].includes(run.state)) continue;
      let ending = await execute(office.step, { name: `end-${round}`, input: { runId: run.runId } });
      if (ending === "waiting") {
        expect(await office.ask("POST", path(run), approve)).toMatchObject({ status: 200 });
        ending = await execute(office.step, { name: `end-${round}`, input: { runId: run.runId } });
      }
      expect(ending).toBe("done");
    }
    if ((await execute(office.step, { name: `next-${round}` })) === "done") return;
  }
  throw new Error("runs without end");
};

/** Three of the four can be written and each went out once; the fourth waits with its reason. */
const expectAllSentOnce = async (stores: Stores) => {
  expect(sendingFaults(stores.outbox.files, stores.database.dump)).toEqual([]);
  expect(await standingFaults(stores.database.dump, stores.master, now)).toEqual([]);
  const filings = stores.database.dump("filings").map(filingOf);
  expect(filings.map(({ status }) => status).sort()).toEqual(["examined", "transmitted", "transmitted", "transmitted"]);
  expect(sentFilings(stores.outbox.files)).toHaveLength(3);
  // What was staged of runs that are over is gone.
  expect([...stores.staging.files.keys()]).toEqual([]);
  const stopped = filings.find(({ status }) => status === "examined");
  const told = [];
  for (const { runId } of await recentRuns(stores.database, 100))
    for (const member of await membersOf(stores.database, runId))
      if (member.filingId === stopped?.filingId) told.push(member);
  expect(told.some(({ state }) => state === "stopped")).toBe(true);
  for (const { state, reasons } of told)
    if (state === "stopped") expect(reasons).toMatchObject([{ code: "unmappable-character" }]);
  expect(stores.database.dump("transmittals").filter(({ pk }) => pk === "QUEUE")).toMatchObject([
    { sk: stopped?.filingId, state: "stopped" },
  ]);
};

/** Executions one after the other until one gets as far as it can. */
const executeUntil = async (office: RestartingOffice, wanted: readonly Ending[], input: object = {}) => {
  for (let started = 1; started <= 12; started += 1) {
    const ending = await execute(office.step, { name: `execution-${started}`, input });
    if (wanted.includes(ending)) return ending;
  }
  throw new Error(`no execution came to be ${wanted}`);
};

type Story = (stores: Stores, faults: readonly Fault[]) => Promise<number>;

const putTogether: Story = async (from, faults) => {
  const { stores, early } = guarded(from);
  const office = restartingOffice(stores, faults);
  await executeUntil(office, ["waiting"]);
  const calls = office.plan.calls();
  await office.plan.land();
  expect(stores.outbox.files.size).toBe(0);
  expect(await standingFaults(stores.database.dump, stores.master, now)).toEqual([]);
  await bringToAnEnd(stores);
  await expectAllSentOnce(stores);
  expect(early).toEqual([]);
  return calls;
};

const sentOut: Story = async (from, faults) => {
  const { stores, early } = guarded(from);
  const [run] = await recentRuns(stores.database, 1);
  const office = restartingOffice(stores, faults);
  expect(await office.insist("POST", path(run as Run), approve)).toMatchObject({ status: 200 });
  await executeUntil(office, ["done"], { runId: run?.runId });
  const calls = office.plan.calls();
  await office.plan.land();
  await expectAllSentOnce(stores);
  expect(early).toEqual([]);
  return calls;
};

const takenApart: Story = async (from, faults) => {
  const { stores } = guarded(from);
  const [run] = await recentRuns(stores.database, 1);
  const office = restartingOffice(stores, faults);
  expect(await office.insist("POST", path(run as Run), refuse)).toMatchObject({ status: 200 });
  await executeUntil(office, ["done"], { runId: run?.runId });
  const calls = office.plan.calls();
  await office.plan.land();
  const filings = stores.database.dump("filings").map(filingOf);
  expect(new Set(filings.map(({ status }) => status))).toEqual(new Set(["examined"]));
  expect([stores.outbox.files.size, stores.staging.files.size]).toEqual([0, 0]);
  expect(await standingFaults(stores.database.dump, stores.master, now)).toEqual([]);
  return calls;
};

const series = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...faultModes)), { maxLength: 8 })
  .map((drawn) => {
    let call = 0;
    return drawn.map(([gap, mode]): Fault => {
      call += gap;
      return { call, mode };
    });
  });

const stories = {
  "a run put together": { story: putTogether, from: examinedStores, runs: 100 },
  "an approved run sent out": { story: sentOut, from: sealedStores, runs: 400 },
  "a refused run taken apart": { story: takenApart, from: sealedStores, runs: 400 },
} as const;

describe.each(Object.entries(stories))("%s, with calls that fail or die", (_, { story, from, runs }) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await from();
  });

  it("loses and doubles nothing, whichever call it is and however it fails", { timeout: patience }, async () => {
    const calls = await story(await copyOf(stores), []);
    expect(calls).toBeGreaterThan(10);
    for (let call = 1; call <= calls; call += 1)
      for (const mode of faultModes) await story(await copyOf(stores), [{ call, mode }]);
  });

  it(`loses and doubles nothing through ${runs} random series of faults`, { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(series, async (faults) => {
        await story(await copyOf(stores), faults);
      }),
      { numRuns: runs },
    );
  });
});

/** The same stores, every call of which waits for its turn. */
const inTurns = (stores: Stores, turns: fc.Scheduler): Stores => {
  const turn = <T>(work: () => Promise<T>) => turns.schedule(Promise.resolve()).then(work);
  const database: Database = stores.database;
  const files = (store: Stores["staging"]): Stores["staging"] => ({
    ...store,
    put: (name, bytes, type) => turn(() => store.put(name, bytes, type)),
    get: (name) => turn(() => store.get(name)),
  });
  return {
    ...stores,
    staging: files(stores.staging),
    outbox: files(stores.outbox),
    database: {
      ...stores.database,
      getAll: (keys) => turn(() => database.getAll(keys)),
      query: (query) => turn(() => database.query(query)),
      transact: (writes) => turn(() => database.transact(writes)),
    },
  };
};

describe("executions that get in each other's way", () => {
  let examined: Stores;
  let sealed: Stores;
  beforeAll(async () => {
    examined = await examinedStores();
    sealed = await sealedStores();
  });

  const stop = fc.integer({ min: 1, max: 12 });

  it("two that put a run together, interleaved call by call, stopped anywhere, send each 届出 once", {
    timeout: patience,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), series, series, stop, stop, async (turns, one, two, stopOne, stopTwo) => {
        const { stores, early } = guarded(await copyOf(examined));
        const shared = inTurns(stores, turns);
        const offices = [restartingOffice(shared, one), restartingOffice(shared, two)] as const;
        await turns.waitFor(
          Promise.all([
            execute(offices[0].step, { name: "one", stoppedAfter: stopOne }),
            execute(offices[1].step, { name: "two", stoppedAfter: stopTwo }),
          ]),
        );
        await turns.waitFor(Promise.all(offices.map((office) => office.plan.land())));
        expect(stores.outbox.files.size).toBe(0);
        await bringToAnEnd(stores);
        await expectAllSentOnce(stores);
        expect(early).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("a decision, two that follow it and two that start the next run, interleaved, send each 届出 once", {
    timeout: patience,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(series, { minLength: 4, maxLength: 4 }),
        fc.constantFrom(approve, refuse),
        async (turns, faults, decision) => {
          const { stores, early } = guarded(await copyOf(sealed));
          const [run] = (await recentRuns(stores.database, 1)) as [Run];
          await openOffice(stores).ask("POST", path(run), decision);
          const shared = inTurns(stores, turns);
          const offices = faults.map((each) => restartingOffice(shared, each));
          await turns.waitFor(
            Promise.all(
              offices.map((office, at) =>
                execute(office.step, { name: `execution-${at}`, ...(at < 2 ? { input: { runId: run.runId } } : {}) }),
              ),
            ),
          );
          await turns.waitFor(Promise.all(offices.map((office) => office.plan.land())));
          await bringToAnEnd(stores);
          await expectAllSentOnce(stores);
          expect(early).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("a decision for a workflow that no longer waits", () => {
  it("starts a new execution, which sends the run out", async () => {
    const stores = await sealedStores();
    const [run] = (await recentRuns(stores.database, 1)) as [Run];
    const started: { name: string; input: object }[] = [];
    const office = restartingOffice(stores, [], {
      wake: async () => "gone",
      start: async (name, input) => {
        started.push({ name, input });
      },
    });
    expect(await office.insist("POST", path(run), approve)).toMatchObject({ status: 200 });
    expect(started).toEqual([{ name: `decided-${run.runId}`, input: { runId: run.runId } }]);
    expect(await execute(office.step, { name: "decided", input: started[0]?.input ?? {} })).toBe("done");
    await expectAllSentOnce(stores);
  });
});
