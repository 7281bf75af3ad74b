import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { recentErasures } from "../../../shared/stores/erasures.ts";
import { erasureView } from "./erasure-view.ts";
import type { ErasureDeskPorts } from "./ports.ts";

/** Two months of nights. */
const most = 60;

/** The latest erasures, newest first. */
export const listErasures =
  ({ database }: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    await keepTrail(database, call.trail({ purpose: "erasure" }));
    return { status: 200, body: { erasures: (await recentErasures(database, most)).map(erasureView) } };
  };
