import type { Actor } from "../shared/access/caller.ts";
import { may } from "../shared/access/may.ts";
import { type Problem, problem } from "../shared/contracts/problems.ts";
import type { RunState } from "../shared/stores/runs.ts";

interface Awaiting {
  readonly state: RunState;
  readonly startedBy: string;
  readonly decision: { readonly decision: "approve" | "refuse"; readonly by: string } | null;
}

/**
 * 管理責任者の承認 (評価書 III-3 その他のリスク3⑤): nothing leaves without it, and nobody approves what they started. `again`
 * where the same officer decided the same before: their answer was lost, and perhaps what follows from it.
 */
export const mayDecide = (
  { state, startedBy, decision: before }: Awaiting,
  decision: "approve" | "refuse",
  caller: Actor,
  action: "decideRun" | "decideIncomeOutput",
): "now" | "again" | Problem => {
  if (state === "collecting" || state === "composing") return problem("run-not-sealed");
  if (!may(caller, action, { own: startedBy === caller.officer })) return problem("own-work");
  if (before?.by === caller.officer && before.decision === decision) return "again";
  return state === "sealed" ? "now" : problem("already-decided");
};
