import { type BatchRequest, batchRequest } from "../../shared/contracts/batches.ts";
import { type Problem, problem } from "../../shared/contracts/problems.ts";
import { today } from "../../shared/domain/filing.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { firstDayOf, lastDayOf, type PlainDate } from "../../shared/law/calendar.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";
import { auditWrite, keepTrail } from "../../shared/stores/audit.ts";
import { type Batch, batchWrite, findBatch } from "../../shared/stores/batches.ts";
import type { StorePorts } from "../ports.ts";
import { batchView } from "./batch-view.ts";
import { peopleWithPendingFilings } from "./pending-filings.ts";
import { planOf } from "./plan.ts";
import { workStep } from "./work-step.ts";

/** Milliseconds to work before answering that the rest is still to do; the function itself may take 28 seconds. */
const workingTime = 18_000;
/** A step that others keep writing to is left to the next call after this many times. */
const attempts = 3;

/** One batch for a kind and a month; one for a list of 国保, whatever month its rows are of. */
const batchIdOf = (request: BatchRequest, index: BlindIndex): string =>
  "rows" in request
    ? `${request.kind}-${index.request(JSON.stringify(request.rows))}`
    : `${request.kind}-${request.month}`;

const notYet = (request: BatchRequest, on: PlainDate): Problem | undefined => {
  if ("month" in request)
    return firstDayOf(request.month) > on
      ? problem("invalid-content", [{ code: "month-not-begun", detail: "まだ始まっていない月です", pointer: "/month" }])
      : undefined;
  const at = request.rows.findIndex(({ lostOn }) => lostOn > on);
  return at < 0
    ? undefined
    : problem("invalid-content", [
        { code: "day-to-come", detail: "国保喪失日が先の日です", pointer: `/rows/${at}/lostOn` },
      ]);
};

const begun = (request: BatchRequest, batchId: string, call: Call): Batch => {
  const on = today(call.occasion);
  const month = "month" in request ? request.month : null;
  const planned = { kind: request.kind, month, asOf: month && lastDayOf(month) < on ? lastDayOf(month) : on };
  return {
    batchId,
    ...planned,
    startedAt: call.occasion.at,
    startedBy: call.caller.officer,
    finishedAt: null,
    done: 0,
    steps: planOf(request.kind).steps(planned, request),
    examined: 0,
    counts: {},
    version: 1,
  };
};

/** Takes the batch as far as the time and the calendar let it. */
const workOn = async (started: Batch, request: BatchRequest, call: Call, ports: StorePorts): Promise<Batch> => {
  const until = Date.parse(call.occasion.at) + workingTime;
  const hasTime = () => Date.parse(ports.clock()) < until;
  const on = today(call.occasion);
  const pending = await peopleWithPendingFilings(ports.database, started.kind, on);
  let batch = started;
  for (let failures = 0; batch.done < batch.steps && failures < attempts && hasTime(); ) {
    const step = planOf(batch.kind).step(batch, batch.done);
    if (step.day > on) break;
    const after = await workStep(step, { batch, request, pending, call, ports, hasTime });
    failures = after === "unfinished" ? failures + 1 : 0;
    batch = after === "unfinished" ? ((await findBatch(ports.database, batch.batchId)) ?? batch) : after;
  }
  return batch;
};

/**
 * Starts the batch of a kind and month, or goes on with it: 202 while something is left, 200 once it is done. A batch that
 * is done changes nothing any more. A month that is not over is worked up to today; each later call adds the days since.
 */
export const runBatch =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = batchRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const request = asked.data;
    const refused = notYet(request, today(call.occasion));
    if (refused) return refused;
    const batchId = batchIdOf(request, await ports.keyring.index());
    const trail = (code: string) => call.trail({ object: batchId, purpose: "batch", codes: [code] });
    const known = await findBatch(ports.database, batchId);
    if (known) {
      await keepTrail(ports.database, trail(known.finishedAt ? "done-before" : "continued"));
      if (known.finishedAt) return { status: 200, body: batchView(known) };
    }
    const started = known ?? begun(request, batchId, call);
    if (!known) {
      const kept = await ports.database.transact([batchWrite(started), auditWrite(trail("started"))]);
      if (!kept.ok) return problem("contended");
    }
    const batch = await workOn(started, request, call, ports);
    return { status: batch.finishedAt ? 200 : 202, body: batchView(batch) };
  };
