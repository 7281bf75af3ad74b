import { problem } from "../../../shared/contracts/problems.ts";
import { decisionRequest } from "../../../shared/contracts/requests.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../../shared/stores/audit.ts";
import { areThere } from "../../../shared/stores/files.ts";
import { type Run, runWrite } from "../../../shared/stores/runs.ts";
import { mayDecide } from "../../approval.ts";
import { stagedName } from "../file-names.ts";
import { runOfNumber } from "./find-run.ts";
import type { DeskPorts } from "./ports.ts";
import { runView } from "./run-view.ts";

/** The record of the decision is the decision; waking the workflow only lets it see. Where none waits any more, a new one goes on. */
const letGoOn = async (run: Run, decision: "approve" | "refuse", ports: DeskPorts): Promise<void> => {
  const woken = run.taskToken === null ? "gone" : await ports.wake(run.taskToken, decision);
  if (woken === "gone") await ports.start(`decided-${run.runId}`, { runId: run.runId });
};

/** The same decision by the same officer again: its answer was lost, and perhaps the workflow was never told. */
const decideAgain = async (run: Run, call: Call, ports: DeskPorts): Promise<Reply> => {
  await keepTrail(ports.database, call.trail({ object: run.runId, purpose: "transmittal", codes: ["decided-before"] }));
  if (run.decision && (run.state === "approved" || run.state === "refused"))
    await letGoOn(run, run.decision.decision, ports);
  return { status: 200, body: runView(run, call.caller) };
};

/** Past the limit of temporary files the bucket takes them: approved without them, the run could neither go out nor go back. */
const isStaged = ({ runId, manifest }: Run, { staging }: DeskPorts): Promise<boolean> =>
  areThere(
    staging,
    (manifest?.files ?? []).map(({ name }) => stagedName(runId, name)),
  );

/** The decision over a run that is sealed. */
export const decideRun =
  (ports: DeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = decisionRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const run = await runOfNumber(ports.database, call.params.runId);
    if (!run) return problem("not-found");
    const { decision } = asked.data;
    const may = mayDecide(run, decision, call.caller, "decideRun");
    if (may === "again") return decideAgain(run, call, ports);
    if (may !== "now") return may;
    if (decision === "approve" && !(await isStaged(run, ports))) return problem("files-gone");
    const decided = {
      state: decision === "approve" ? "approved" : "refused",
      decision: { decision, reason: asked.data.reason, by: call.caller.officer, at: call.occasion.at },
    } as const;
    const outcome = await ports.database.transact([
      runWrite(run, decided),
      auditWrite(call.trail({ object: run.runId, purpose: "transmittal", codes: [decision] })),
    ]);
    if (!outcome.ok) return problem("contended");
    await letGoOn(run, decision, ports);
    return { status: 200, body: runView({ ...run, ...decided }, call.caller) };
  };
