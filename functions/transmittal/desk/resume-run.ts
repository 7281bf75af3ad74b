import { problem } from "../../../shared/contracts/problems.ts";
import { lettersFrom } from "../../../shared/domain/ids.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { runOfNumber } from "./find-run.ts";
import type { DeskPorts } from "./ports.ts";
import { runView } from "./run-view.ts";

/** A run whose workflow was stopped goes on from where it stands, under a new execution. Harmless where none was. */
export const resumeRun =
  (ports: DeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const run = await runOfNumber(ports.database, call.params.runId);
    if (!run) return problem("not-found");
    await keepTrail(ports.database, call.trail({ object: run.runId, purpose: "transmittal" }));
    await ports.start(`resume-${run.runId}-${lettersFrom(ports.random(8))}`, { runId: run.runId });
    return { status: 202, body: runView(run, call.caller) };
  };
