import { may } from "../../../shared/access/may.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { membersOf, type Run } from "../../../shared/stores/runs.ts";
import { releasedName, stagedName } from "../file-names.ts";
import { runOfNumber } from "./find-run.ts";
import type { DeskPorts } from "./ports.ts";
import { runView } from "./run-view.ts";

/** Links that open the run's files for five minutes: what a manager has to see before approving, and to burn after. */
const linked = async (run: Run, ports: DeskPorts) =>
  Promise.all(
    (run.manifest?.files ?? []).map(async (file) => ({
      ...file,
      url: await (run.state === "released"
        ? ports.outbox.link(releasedName(run.runId, file.name))
        : ports.staging.link(stagedName(run.runId, file.name))),
    })),
  );

/** One run: for whoever sends its members, those that were stopped and why, for whoever approves its files, for whoever operates neither. */
export const showRun =
  (ports: DeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const run = await runOfNumber(ports.database, call.params.runId);
    if (!run) return problem("not-found");
    const [opens, names] = [may(call.caller, "reveal:run-files"), may(call.caller, "reveal:run-members")];
    await keepTrail(
      ports.database,
      call.trail({ object: run.runId, purpose: "transmittal", codes: opens ? ["files-linked"] : [] }),
    );
    const members = names ? await membersOf(ports.database, run.runId) : [];
    return {
      status: 200,
      body: {
        ...runView(run, call.caller),
        ...(opens ? { files: await linked(run, ports) } : {}),
        ...(names ? { members: members.map(({ version: _version, ...member }) => member) } : {}),
      },
    };
  };
