import { type Run, runStates } from "../../../shared/stores/runs.ts";

/** A run as an answer shows it. The token of its workflow stays inside. */
export const runView = ({ taskToken: _taskToken, version: _version, manifest, ...run }: Run) => ({
  ...run,
  stateLabel: runStates[run.state],
  files: manifest?.files ?? [],
});
