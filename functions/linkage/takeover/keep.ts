import type { TrailFacts } from "../../../shared/http/call.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { type Takeover, takeoverWrite } from "../../../shared/stores/takeovers.ts";
import type { Run } from "./ports.ts";

/** Keeps where a set stands, and says so in the trail. @throws when another run changed the same set at the same time. */
export const keep = async (run: Run, takeover: Takeover, facts: TrailFacts): Promise<Takeover> => {
  const outcome = await run.ports.database.transact([
    takeoverWrite(takeover),
    auditWrite(run.trail({ object: takeover.set, ...facts })),
  ]);
  if (!outcome.ok) throw new Error("a set was changed by another run at the same time");
  return takeover;
};
