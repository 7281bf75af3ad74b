import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { foldLedger } from "../../shared/domain/ledger.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { ledgerOf, loadedPerson, personRows } from "../../shared/stores/people.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { filingsIn, standingFaults } from "../support/office-invariants.ts";
import { type Filed, filingLives, manager, sealedStores, transmittedStores } from "../support/office-lives.ts";
import { copyOf, openStores, restartingOffice, type Stores } from "../support/restarting-office.ts";

const now = "2026-11-23T01:00:00.000Z" as Instant;

/** What came of it all, without what chance decides: the same with faults as without, or a fault was not made good. */
const shapeOf = async ({ database, master }: Stores) => {
  const ring = keyring(database, master, () => now);
  const shapes: unknown[] = [];
  for (const { filingId, personId, flow, status, history } of filingsIn(database.dump).values()) {
    const loaded = await loadedPerson(personId, await database.getAll(personRows(personId)), ring);
    const entries = await ledgerOf(database, loaded);
    shapes.push({
      flow,
      status,
      steps: history.map(({ transition, to }) => `${transition} ${to}`),
      ledger: entries.map(({ events }) => events.map(({ kind }) => kind)),
      counting: loaded.person.entriesByFiling[filingId],
      periods: foldLedger(entries).periods,
      exemptions: foldLedger(entries).reliefs.exemptions,
      queued: database.dump("transmittals").filter(({ pk, sk }) => pk === "QUEUE" && sk === filingId).length,
    });
  }
  return shapes.map((shape) => JSON.stringify(shape)).sort();
};

interface Run {
  readonly stores: Stores;
  readonly calls: number;
  readonly surprises: readonly string[];
}

type Story = (stores: Stores, faults: readonly Fault[]) => Promise<Run>;

const lifeOf =
  (life: keyof typeof filingLives): Story =>
  async (stores, faults) => {
    const office = restartingOffice(stores, faults);
    const filed: Filed = new Map();
    for (const deed of filingLives[life]) await deed({ office, filed });
    const calls = office.plan.calls();
    await office.plan.land();
    // Everything that was answered 201 is there, and nothing else.
    expect([...filingsIn(stores.database.dump).keys()].sort()).toEqual([...filed.values()].sort());
    return { stores, calls, surprises: office.surprises() };
  };

/** `windows`: how many send the same file at once. */
const importOf =
  (results: Uint8Array, windows: number): Story =>
  async (stores, faults) => {
    const office = restartingOffice(stores, faults);
    const send = () =>
      office.insist("POST", "/v1/results", {
        as: "examiner-1",
        roles: ["examiner"],
        body: { contentBase64: Buffer.from(results).toString("base64") },
      });
    await Promise.all(Array.from({ length: windows }, send));
    const calls = office.plan.calls();
    await office.plan.land();
    expect((await send()).body).toMatchObject({
      state: "done",
      counts: { approved: 2, returned: 1, amended: 1, unmatched: 0 },
    });
    return { stores, calls, surprises: office.surprises() };
  };

const decisionOf =
  (runId: string, decision: "approve" | "refuse"): Story =>
  async (stores, faults) => {
    const told: string[] = [];
    const office = restartingOffice(stores, faults, {
      wake: async (token, what) => {
        told.push(`${token} ${what}`);
        return "woken";
      },
    });
    const answer = await office.insist("POST", `/v1/transmittals/${runId}/decision`, {
      ...manager,
      body: { decision, reason: "件数が控えと合いません" },
    });
    expect(answer).toMatchObject({ status: 200, body: { decision: { decision, by: "manager-1" } } });
    expect(new Set(told)).toEqual(new Set([`token ${decision}`]));
    const calls = office.plan.calls();
    await office.plan.land();
    return { stores, calls, surprises: office.surprises() };
  };

interface Tale {
  /** Random runs: more than 10,000 over all tales. */
  readonly runs: number;
  readonly prepare: () => Promise<{ readonly story: Story; readonly from: () => Promise<Stores> }>;
}

const fresh = async () => openStores();

const tales: Readonly<Record<string, Tale>> = {
  ...Object.fromEntries(
    Object.keys(filingLives).map((life) => [
      life,
      { runs: 900, prepare: async () => ({ story: lifeOf(life as keyof typeof filingLives), from: fresh }) },
    ]),
  ),
  "a 処理結果一覧 taken in": {
    runs: 300,
    prepare: async () => {
      const { results, ...stores } = await transmittedStores();
      return { story: importOf(results, 1), from: () => copyOf(stores) };
    },
  },
  "a 処理結果一覧 sent twice at once": {
    runs: 300,
    prepare: async () => {
      const { results, ...stores } = await transmittedStores();
      return { story: importOf(results, 2), from: () => copyOf(stores) };
    },
  },
  "a run approved": {
    runs: 300,
    prepare: async () => {
      const { runId, ...stores } = await sealedStores();
      return { story: decisionOf(runId, "approve"), from: () => copyOf(stores) };
    },
  },
  "a run refused": {
    runs: 300,
    prepare: async () => {
      const { runId, ...stores } = await sealedStores();
      return { story: decisionOf(runId, "refuse"), from: () => copyOf(stores) };
    },
  },
};

const schedule = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...faultModes)), { minLength: 1, maxLength: 7 })
  .map((drawn) => {
    let call = 0;
    return drawn.map(([gap, mode]): Fault => {
      call += gap;
      return { call, mode };
    });
  });

/** Seconds one test may take on a machine that does other things besides. */
const patience = 180_000;

describe.each(Object.entries(tales))("%s, with calls that fail or die", (_, { runs, prepare }) => {
  let story: Story;
  let from: () => Promise<Stores>;
  let calls: number;
  let whole: readonly string[];

  beforeAll(async () => {
    ({ story, from } = await prepare());
    const run = await story(await from(), []);
    calls = run.calls;
    whole = await shapeOf(run.stores);
  });

  const holdsAgainst = async (faults: readonly Fault[]) => {
    const { stores, surprises } = await story(await from(), faults);
    expect(await standingFaults(stores.database.dump, stores.master, now)).toEqual([]);
    expect(await shapeOf(stores)).toEqual(whole);
    // Turned away again and again, a key or the trail may be neither kept nor found: that is said as an error.
    if (!faults.some(({ mode }) => mode === "contended")) expect(surprises).toEqual([]);
  };

  it("comes to the same whichever call it is and however it fails", { timeout: patience }, async () => {
    expect(calls).toBeGreaterThan(2);
    for (let call = 1; call <= calls; call += 1) for (const mode of faultModes) await holdsAgainst([{ call, mode }]);
  });

  it(`comes to the same through ${runs} random series of faults`, { timeout: patience }, async () => {
    await fc.assert(fc.asyncProperty(schedule, holdsAgainst), { numRuns: runs });
  });
});
