import type { Actor } from "../../../shared/access/caller.ts";
import { may } from "../../../shared/access/may.ts";
import { type Run, runStates } from "../../../shared/stores/runs.ts";

/** Words of an officer about 届出: they may name people, and whoever only operates the system does not read them. */
const withheld = "(表示しません)";

/** A run as an answer shows it. The token of its workflow stays inside. */
export const runView = (
  { taskToken: _taskToken, version: _version, manifest, decision, ...run }: Run,
  caller: Actor,
) => ({
  ...run,
  decision: decision && (may(caller, "reveal:run-members") ? decision : { ...decision, reason: withheld }),
  stateLabel: runStates[run.state],
  files: manifest?.files ?? [],
});
