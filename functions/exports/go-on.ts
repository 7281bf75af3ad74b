import { stateAfter } from "../../shared/domain/outputs.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { findOutput, type Output, outputWrite } from "../../shared/stores/outputs.ts";
import type { ExportPorts } from "./ports.ts";
import { takeTurn } from "./take-turn.ts";
import type { ProductionCall } from "./work.ts";

/** Milliseconds that a call works before it answers that the rest is still to do; the function itself may take 28 seconds. */
export const deskTime = 15_000;
/** A turn that others keep going on with is left to the next call after this many times. */
const attempts = 3;

const begin = async (output: Output, call: ProductionCall, ports: ExportPorts): Promise<Output | "contended"> => {
  const { outputId, purpose } = output;
  const after: Output = { ...output, state: stateAfter(output.state, "begin"), version: output.version + 1 };
  const entry = call.trail({ kind: "output", object: outputId, purpose, codes: ["producing"] });
  return (await ports.database.transact([outputWrite(after), auditWrite(entry)])).ok ? after : "contended";
};

export const isExpired = ({ expiresAt }: Output, now: Instant): boolean => now >= expiresAt;

/** Approved, and not yet whole. */
export const isInTheMaking = ({ state }: Output): boolean => state === "approved" || state === "producing";

/** What the clock alone makes: 帳票, for their font, and 開示の一式, which takes reading every store. */
const byTheClock: readonly Output["kind"][] = ["forms", "disclosure"];

/** Whether it can be made here; if not, the clock makes it. */
const isMadeHere = ({ kind }: Output, { paper }: ExportPorts): boolean => paper !== null || !byTheClock.includes(kind);

/** Takes an approved output as far as `workingTime` (milliseconds) lets it; one that is in no such state, or expired, stays as it is. */
export const goOn = async (
  started: Output,
  workingTime: number,
  call: ProductionCall,
  ports: ExportPorts,
): Promise<Output> => {
  const until = Date.parse(ports.clock()) + workingTime;
  const hasTime = () => Date.parse(ports.clock()) < until;
  const index = await ports.keyring.index();
  let output = started;
  for (let failures = 0, turns = 0; failures < attempts && (turns === 0 || hasTime()); turns += 1) {
    if (isExpired(output, ports.clock())) return output;
    if (!isInTheMaking(output) || !isMadeHere(output, ports)) return output;
    const after =
      output.state === "approved"
        ? await begin(output, call, ports)
        : await takeTurn({ output, index, call, ports, hasTime });
    failures = after === "contended" ? failures + 1 : 0;
    output = after === "contended" ? ((await findOutput(ports.database, output.outputId)) ?? output) : after;
  }
  return output;
};
