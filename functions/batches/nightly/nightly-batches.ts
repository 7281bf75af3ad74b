import { ownActor } from "../../../shared/access/caller.ts";
import { type Call, trailEntry } from "../../../shared/http/call.ts";
import { isProblem } from "../../../shared/http/respond.ts";
import { addMonths, dayAt, monthOf, type PlainMonth } from "../../../shared/law/calendar.ts";
import { findBatch } from "../../../shared/stores/batches.ts";
import type { StorePorts } from "../../ports.ts";
import { runBatch } from "../run-batch.ts";

/** What nobody files and nobody has to ask for: 法9条3号 ends 第1号 at 60 by itself, and 20歳到達 is told to 日本年金機構 by itself. */
const kinds = ["age-60", "age-20"] as const;

/** Turns at one batch in a night: each works some seconds, so this is far more than a ward needs. */
const mostTurns = 20;

/** The night in the access trail: it acts for itself, under its own name. */
const caller = ownActor("schedule:batches");

const callOf = (body: object, ports: StorePorts): Call => {
  const at = ports.clock();
  const origin = {
    caller,
    correlationId: `nightly-${at}`,
    action: "batch:nightly",
    kind: "change",
    random: ports.random,
  } as const;
  return {
    operation: "runBatch",
    params: {},
    query: {},
    idempotencyKey: undefined,
    purpose: undefined,
    body,
    rawBody: JSON.stringify(body),
    caller,
    occasion: { at, by: caller.officer },
    trail: (facts) => trailEntry(origin, at, facts),
  };
};

const workThrough = async (kind: (typeof kinds)[number], month: PlainMonth, ports: StorePorts): Promise<void> => {
  let done = -1;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const reply = await runBatch(ports)(callOf({ kind, month }, ports));
    if (isProblem(reply)) throw new Error(`the nightly batch was refused: ${reply.problem}`);
    const batch = await findBatch(ports.database, `${kind}-${month}`);
    if (!batch || batch.finishedAt !== null || batch.done === done) return;
    done = batch.done;
  }
};

/**
 * Every night: 60歳到達 and 20歳到達 of last month, which is finished, and of this month up to today. What a night did not reach
 * the next one takes up; what was done changes nothing.
 */
export const nightlyBatches = (ports: StorePorts) => async (): Promise<void> => {
  const month = monthOf(dayAt(ports.clock()));
  for (const each of [addMonths(month, -1), month]) for (const kind of kinds) await workThrough(kind, each, ports);
  ports.log.note("batches-done", { month });
};
