import { problem } from "../../../shared/contracts/problems.ts";
import { startRunRequest } from "../../../shared/contracts/requests.ts";
import { lettersFrom } from "../../../shared/domain/ids.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import type { DeskPorts } from "./ports.ts";

/** Starts a run besides the weekly one. Where one is being put together already, that one goes on instead. */
export const startRun =
  (ports: DeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = startRunRequest.safeParse(call.body ?? {});
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const execution = `by-officer-${lettersFrom(ports.random(16))}`;
    await keepTrail(ports.database, call.trail({ purpose: "transmittal" }));
    await ports.start(execution, {
      startedBy: call.caller.officer,
      ...(asked.data.cutoff ? { cutoff: asked.data.cutoff } : {}),
    });
    return { status: 202, body: { execution } };
  };
