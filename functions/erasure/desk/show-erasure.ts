import { may } from "../../../shared/access/may.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { findingsOf } from "../../../shared/stores/erasures.ts";
import { everyItem } from "../every-item.ts";
import { dryRun } from "./dry-run.ts";
import { erasureView, findingView } from "./erasure-view.ts";
import { erasureOfNumber } from "./find-erasure.ts";
import type { ErasureDeskPorts } from "./ports.ts";

/** One erasure with its report; where copies were found only for whoever decides on them. */
export const showErasure =
  ({ database, schedule }: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const erasure = await erasureOfNumber(database, call.params.erasureId);
    if (!erasure) return problem("not-found");
    await keepTrail(database, call.trail({ object: erasure.erasureId, purpose: "erasure" }));
    const sees = may(call.caller, "reveal:findings");
    return {
      status: 200,
      body: {
        ...erasureView(erasure),
        report: await dryRun(everyItem(database, erasure.erasureId), schedule, erasure.asOf),
        ...(sees ? { findings: (await findingsOf(database, erasure.erasureId)).map(findingView) } : {}),
      },
    };
  };
