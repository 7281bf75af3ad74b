import { isDeepStrictEqual } from "node:util";
import type { FilingStatus } from "../../shared/domain/filing-status.ts";
import { isTransition } from "../../shared/domain/filing-status.ts";
import type { FilingId, PersonId } from "../../shared/domain/ids.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { MasterKey } from "../../shared/protection/master-key.ts";
import type { Item } from "../../shared/stores/database.ts";
import { type Filing, filingOf, openFiling } from "../../shared/stores/filings.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { ledgerOf, loadedPerson, personRows } from "../../shared/stores/people.ts";
import { type QueueEntry, queueEntryOf, queuePartition } from "../../shared/stores/queue.ts";
import { findRun, membersOf, recentRuns } from "../../shared/stores/runs.ts";
import { type TableName, tableNames } from "../../shared/stores/tables.ts";

export type Dump = (table: TableName) => readonly Item[];

/** The queue row a filing has in each status, and how many ledger entries of it count. */
const expected = {
  received: { queue: [], entries: [0] },
  "awaiting-correction": { queue: [], entries: [0] },
  accepted: { queue: ["unexamined"], entries: [1] },
  examined: { queue: ["ready", "stopped"], entries: [1] },
  "awaiting-transmittal": { queue: ["claimed"], entries: [1] },
  transmitted: { queue: [], entries: [1] },
  approved: { queue: [], entries: [1] },
  rejected: { queue: [], entries: [0] },
  returned: { queue: [], entries: [0] },
  amended: { queue: [], entries: [1] },
  closed: { queue: [], entries: [0, 1] },
  withdrawn: { queue: [], entries: [0] },
} as const satisfies Record<FilingStatus, { queue: readonly QueueEntry["state"][]; entries: readonly number[] }>;

const sent: readonly FilingStatus[] = ["transmitted", "approved", "rejected", "returned", "amended", "closed"];

const historyFaults = ({ filingId, history, status }: Filing): string[] => [
  ...history.slice(1).flatMap((step, at) => {
    const from = history[at]?.to;
    return step.transition !== "receive" && from && isTransition(step.transition, from, step.to)
      ? []
      : [`${filingId}: ${from} → ${step.to} is no transition`];
  }),
  ...(history.at(-1)?.to === status ? [] : [`${filingId}: the history does not end in ${status}`]),
  ...(history.filter(({ transition }) => transition === "release").length <= 1 ? [] : [`${filingId}: released twice`]),
];

/**
 * Everything that must hold of what is stored, whenever nothing is under way: each filing with its ledger entry, queue
 * row, answer and trail, each cache equal to its record, nothing that belongs to nothing. Empty when all is well.
 */
export const standingFaults = async (dump: Dump, master: MasterKey, now: Instant): Promise<string[]> => {
  const faults: string[] = [];
  const database = memoryDatabase();
  for (const table of tableNames)
    for (const item of dump(table)) await database.transact([{ kind: "put", table, item }]);
  const ring = keyring(database, master, () => now);

  const filings = dump("filings").map(filingOf);
  const queue = new Map(
    dump("transmittals")
      .filter(({ pk }) => pk === queuePartition)
      .map((item) => [item.sk, queueEntryOf(item)]),
  );
  const people = new Map<PersonId, Awaited<ReturnType<typeof loadedPerson>>>();
  for (const personId of new Set(filings.map((filing) => filing.personId))) {
    const rows = await database.getAll(personRows(personId));
    if (!rows[1]) faults.push(`${personId}: no key`);
    people.set(personId, await loadedPerson(personId, rows, ring));
  }

  for (const filing of filings) {
    const { filingId, status } = filing;
    const fault = (text: string) => faults.push(`${filingId} (${status}): ${text}`);
    const loaded = people.get(filing.personId);
    const queued = queue.get(filingId);
    faults.push(...historyFaults(filing));
    if (loaded) openFiling(loaded.key, filing);

    const states: readonly string[] = expected[status].queue;
    if (queued ? !states.includes(queued.state) : states.length > 0) fault(`queue row ${queued?.state}`);
    const counts: readonly number[] = expected[status].entries;
    const entries = loaded?.person.entriesByFiling[filingId]?.length ?? 0;
    if (!counts.includes(entries)) fault(`${entries} ledger entries count`);
    if (!dump("audit").some(({ entry }) => String(entry).includes(`"object":"${filingId}"`))) fault("no trail");

    const runId = queued?.runId ?? null;
    if (runId !== null && runId !== filing.runId) fault("the queue row names another run");
    if (!filing.runId) {
      if (sent.includes(status) || status === "awaiting-transmittal") fault("in no run");
      continue;
    }
    const run = await findRun(database, filing.runId);
    const member = (await membersOf(database, filing.runId)).find((one) => one.filingId === filingId);
    if (!run || !member) fault("not a member of its run");
    else if (status === "awaiting-transmittal") {
      if (member.state !== "included") fault(`member ${member.state}`);
      if (["empty", "released", "reopened"].includes(run.state)) fault(`left behind in a run that is ${run.state}`);
    } else if (status === "transmitted" && member.state !== "released") fault(`member ${member.state}`);
  }
  for (const filingId of queue.keys())
    if (!filings.some((filing) => filing.filingId === filingId)) faults.push(`${filingId}: queued but not on file`);

  for (const { pk, sk, version, personId } of dump("people")) {
    if (pk.startsWith("FIND#")) {
      if (!people.has(sk.slice("PERSON#".length) as PersonId)) faults.push(`${sk}: found but not on file`);
      continue;
    }
    if (pk.startsWith("SUBJECT#")) {
      if (!people.has(personId as PersonId)) faults.push(`${pk}: leads back to nobody on file`);
      continue;
    }
    const loaded = people.get(pk.slice("PERSON#".length) as PersonId);
    if (!loaded) faults.push(`${pk}: recorded without a filing`);
    if (!loaded || sk !== "SNAPSHOT") continue;
    const entries = await ledgerOf(database, loaded);
    if (!isDeepStrictEqual(entries, loaded.entries)) faults.push(`${pk}: the snapshot is not the ledger`);
    if (!isDeepStrictEqual(foldLedger(entries), loaded.person)) faults.push(`${pk}: the fold differs`);
    if (version !== entries.length) faults.push(`${pk}: version ${version} for ${entries.length} entries`);
    for (const { source } of entries) {
      const known = !("filingId" in source) || filings.some(({ filingId }) => filingId === source.filingId);
      if (!known) faults.push(`${pk}: an entry of no filing`);
    }
  }

  const runs = await recentRuns(database, 1000);
  const open = runs.filter(({ state }) => state === "collecting" || state === "composing");
  const marks = dump("transmittals").filter(({ pk }) => pk === "OPEN-RUN");
  if (open.length > 1) faults.push(`${open.length} open runs`);
  if (marks.length !== open.length) faults.push(`${marks.length} marks of ${open.length} open runs`);
  const answers = dump("idempotency").length;
  if (answers !== filings.length) faults.push(`${answers} first answers for ${filings.length} filings`);
  return faults;
};

export const filingsIn = (dump: Dump): ReadonlyMap<FilingId, Filing> =>
  new Map(dump("filings").map((item) => [filingOf(item).filingId, filingOf(item)]));
