import { ownActor } from "../../../shared/access/caller.ts";
import { mayExpire, mostDaysAlive, stateAfter } from "../../../shared/domain/outputs.ts";
import { trailEntry } from "../../../shared/http/call.ts";
import { addDays, dayAt } from "../../../shared/law/calendar.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { findOutput, type Output, outputsSince, outputWrite } from "../../../shared/stores/outputs.ts";
import { clearFiles } from "../clear-files.ts";
import { goOn, isExpired } from "../go-on.ts";
import type { ExportPorts } from "../ports.ts";
import type { ProductionCall } from "../work.ts";

/** Milliseconds for all outputs of a turn together; the function itself may take ten minutes. */
const workingTime = 8 * 60 * 1000;

/** The clock in the access trail: it acts for itself, under its own name. */
const caller = ownActor("schedule:outputs");

const callAt = (ports: ExportPorts): ProductionCall => {
  const at = ports.clock();
  const origin = {
    caller,
    correlationId: `outputs-${at}`,
    action: "output:clock",
    kind: "output",
    random: ports.random,
  } as const;
  return { occasion: { at, by: caller.officer }, trail: (facts) => trailEntry(origin, ports.clock(), facts) };
};

const expire = async (output: Output, call: ProductionCall, ports: ExportPorts): Promise<Output> => {
  const { outputId, purpose, state, parts, takenParts } = output;
  const after: Output = {
    ...output,
    state: stateAfter(state, "expire"),
    clearedAt: state === "requested" ? ports.clock() : null,
    version: output.version + 1,
  };
  const codes = ["expired", `was-${state}`, `untaken-${parts - takenParts}`];
  const outcome = await ports.database.transact([
    outputWrite(after),
    auditWrite(call.trail({ object: outputId, purpose, codes })),
  ]);
  return outcome.ok ? after : ((await findOutput(ports.database, outputId)) ?? output);
};

const isOver = ({ state, clearedAt }: Output): boolean =>
  (state === "taken" || state === "expired") && clearedAt === null;

/** One output, as far as it can be taken: past its time it expires; approved, it is made; over, its files go. */
const tend = async (output: Output, until: number, call: ProductionCall, ports: ExportPorts): Promise<void> => {
  const now = ports.clock();
  const left = until - Date.parse(now);
  const after =
    mayExpire(output.state) && isExpired(output, now)
      ? await expire(output, call, ports)
      : left > 0
        ? await goOn(output, left, call, ports)
        : output;
  if (isOver(after)) await clearFiles(after, call, ports);
};

/**
 * Every quarter of an hour: what is approved is gone on with, what is past its time expires, and the files of what is over go.
 * What fails for one output is logged and tried again with the next turn; the others do not wait for it.
 */
export const tendOutputs = (ports: ExportPorts) => async (): Promise<void> => {
  const call = callAt(ports);
  const until = Date.parse(call.occasion.at) + workingTime;
  const outputs = await outputsSince(ports.database, addDays(dayAt(call.occasion.at), -mostDaysAlive));
  const expired = outputs.filter((output) => mayExpire(output.state) && isExpired(output, call.occasion.at));
  for (const output of [...expired, ...outputs.filter((each) => !expired.includes(each))])
    await tend(output, until, call, ports).catch((error) => ports.log.fault(error));
  ports.log.note("outputs-tended", { outputs: outputs.length, expired: expired.length });
};
