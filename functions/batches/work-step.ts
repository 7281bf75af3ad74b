import type { BatchRequest } from "../../shared/contracts/batches.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import type { Call } from "../../shared/http/call.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { type Batch, type BatchCounts, batchWrite, rowsOfStep } from "../../shared/stores/batches.ts";
import { loadedPerson, personRows } from "../../shared/stores/people.ts";
import type { StorePorts } from "../ports.ts";
import { findTargets, type Target } from "./find-targets.ts";
import { judges } from "./judge-person.ts";
import type { Step } from "./plan.ts";
import { type Found, itemsRead, recordFindings, rowPlace } from "./record-findings.ts";

interface Work {
  readonly batch: Batch;
  readonly request: BatchRequest;
  readonly pending: ReadonlySet<PersonId>;
  readonly call: Call;
  readonly ports: StorePorts;
  readonly hasTime: () => boolean;
}

/** Two rows each: as many as DynamoDB hands over in one call. */
const readAtOnce = 50;

/** Someone not on file. */
const nobody = foldLedger([]);

const counted = (before: BatchCounts, outcomes: readonly (keyof BatchCounts)[]): BatchCounts => {
  const counts: Record<string, number> = { ...before };
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

/** What the step makes of `targets`, and who of them gets no row. */
const lookAt = async (targets: readonly Target[], step: Step, { batch, pending, ports }: Work) => {
  const rows = await ports.database.getAll(targets.flatMap(({ personId }) => personRows(personId)));
  const found: Found[] = [];
  const passed: PersonId[] = [];
  for (const [at, target] of targets.entries()) {
    const { personId, lostOn } = target;
    const [snapshot, keyRow] = rows.slice(at * 2, at * 2 + 2);
    const loaded = snapshot && keyRow ? await loadedPerson(personId, [snapshot, keyRow], ports.keyring) : null;
    const asked = { person: loaded?.person ?? nobody, day: step.day, lostOn, pending: pending.has(personId) };
    const finding = judges[batch.kind](asked);
    if (finding) found.push({ target, finding, loaded });
    else passed.push(personId);
  }
  return { found, passed };
};

/**
 * One step of a batch: everyone it leads to is looked at and gets a row or none, and then, in one transaction with its
 * count, the step is over. Whoever has a row from an attempt that was cut off is left as they are. Gives the batch after
 * the step; `unfinished` when there was no time left or others wrote meanwhile.
 */
export const workStep = async (step: Step, work: Work): Promise<Batch | "unfinished"> => {
  const { batch, request, call, ports, hasTime } = work;
  const { database } = ports;
  const index = await ports.keyring.index();
  const targets = await findTargets(step, request, index, database);
  const before = new Set((await rowsOfStep(database, batch.batchId, batch.done)).map(({ sk }) => sk));
  const left = targets.filter((target) => !before.has(rowPlace(batch, target).sk));
  const passed: PersonId[] = [];
  for (let at = 0; at < left.length; at += readAtOnce) {
    // The first group always, so that however slow the day, every call gets on.
    if (at > 0 && !hasTime()) return "unfinished";
    const seen = await lookAt(left.slice(at, at + readAtOnce), step, work);
    passed.push(...seen.passed);
    if (!(await recordFindings(seen.found, { batch, index, call, database }))) return "unfinished";
  }
  const rows = await rowsOfStep(database, batch.batchId, batch.done);
  const done = batch.done + 1;
  const after: Batch = {
    ...batch,
    done,
    examined: batch.examined + passed.length + rows.length,
    counts: counted(
      batch.counts,
      rows.map(({ outcome }) => outcome),
    ),
    finishedAt: done === batch.steps ? call.occasion.at : null,
    version: batch.version + 1,
  };
  const looked = {
    subjects: passed.map((personId) => index.auditSubject(personId)),
    object: batch.batchId,
    items: [...itemsRead],
    purpose: "batch",
    codes: ["passed-over"],
  };
  const outcome = await database.transact([
    batchWrite(after),
    ...(passed.length > 0 ? [auditWrite(call.trail(looked))] : []),
  ]);
  return outcome.ok ? after : "unfinished";
};
