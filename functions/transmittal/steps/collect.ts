import type { StepInput, StepOutput } from "../../../shared/contracts/steps.ts";
import { moved } from "../../../shared/domain/filing.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import { queryAll } from "../../../shared/stores/database.ts";
import { type Filing, filingKey, filingOf, filingWrite } from "../../../shared/stores/filings.ts";
import { type QueueEntry, queueEntryOf, queuePartition, requeue } from "../../../shared/stores/queue.ts";
import {
  closeOpenRun,
  joinRun,
  type Member,
  membersOf,
  type Run,
  runUnchanged,
  runWrite,
} from "../../../shared/stores/runs.ts";
import type { StepPorts } from "./ports.ts";
import { goOn, requireRun, stepTrail, workflowOfficer } from "./run-progress.ts";

const ready = async (ports: StepPorts): Promise<QueueEntry[]> => {
  const entries: QueueEntry[] = [];
  for await (const item of queryAll(ports.database, { table: "transmittals", pk: queuePartition })) {
    const entry = queueEntryOf(item);
    if (entry.state === "ready") entries.push(entry);
  }
  return entries;
};

const examinedBy = (filing: Filing, cutoff: string) =>
  (filing.history.findLast((step) => step.transition === "examine")?.at ?? "") <= cutoff;

/** One 届出 joins the run: queue, filing and membership change together or not at all, and only while the run collects. */
const claim = async (run: Run, entry: QueueEntry, filing: Filing, ports: StepPorts): Promise<void> => {
  const { report } = flows[filing.flow];
  if (report === null) throw new Error("a filing that is not reported is in the queue");
  const joined = {
    ...moved(filing, "collect", "awaiting-transmittal", { at: ports.clock(), by: workflowOfficer }),
    runId: run.runId,
  };
  // A refusal means that another execution took it, or an officer moved it: either way it is not this run's to take.
  await ports.database.transact([
    runUnchanged(run),
    requeue(entry, "claimed", run.runId),
    joinRun(run.runId, filing.filingId, report),
    filingWrite(joined),
  ]);
};

const kindsOf = (members: readonly Member[]) => [...new Set(members.map((member) => member.kind))].sort();

/** Nobody joins a run that no longer collects, so only now is it certain who is in it: somebody, or nobody at all. */
const closed = async (run: Run, ports: StepPorts): Promise<StepOutput> => {
  const kinds = kindsOf(await membersOf(ports.database, run.runId));
  if (kinds.length > 0) return { runId: run.runId, next: "compose", kinds };
  await ports.database.transact([runWrite(run, { state: "empty" }), closeOpenRun]);
  return goOn(await requireRun(ports, run.runId));
};

/** Everything 審査済 by the cut-off joins the run. Again: what has joined stays, what is left joins. */
export const collect = async (
  { runId }: Extract<StepInput, { step: "collect" }>,
  ports: StepPorts,
): Promise<StepOutput> => {
  const run = await requireRun(ports, runId);
  if (run.state === "composing") return closed(run, ports);
  if (run.state !== "collecting") return goOn(run);

  for (const entry of await ready(ports)) {
    const [item] = await ports.database.getAll([{ table: "filings", key: filingKey(entry.filingId) }]);
    const filing = item && filingOf(item);
    if (filing?.status === "examined" && examinedBy(filing, run.cutoff)) await claim(run, entry, filing, ports);
  }

  const members = await membersOf(ports.database, runId);
  await ports.database.transact([
    runWrite(run, { state: "composing", kinds: kindsOf(members) }),
    stepTrail(ports, "collect", runId, { codes: [`members-${members.length}`] }),
  ]);
  const after = await requireRun(ports, runId);
  return after.state === "composing" ? closed(after, ports) : goOn(after);
};
