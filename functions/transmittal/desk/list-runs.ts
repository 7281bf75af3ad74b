import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { recentRuns } from "../../../shared/stores/runs.ts";
import type { DeskPorts } from "./ports.ts";
import { runView } from "./run-view.ts";

/** A year of weekly runs. */
const most = 60;

/** The latest runs, newest first. */
export const listRuns =
  (ports: DeskPorts) =>
  async (call: Call): Promise<Reply> => {
    await keepTrail(ports.database, call.trail({ purpose: "transmittal" }));
    const runs = await recentRuns(ports.database, most);
    return { status: 200, body: { runs: runs.map((run) => runView(run, call.caller)) } };
  };
