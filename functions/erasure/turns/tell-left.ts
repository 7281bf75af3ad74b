import { type Erasure, findErasure } from "../../../shared/stores/erasures.ts";
import type { StorePorts } from "../../ports.ts";
import type { takeTurn } from "../take-turn.ts";

type Turn = ReturnType<typeof takeTurn>;

const failedOf = ({ counts }: Erasure): number =>
  Object.values(counts).reduce((sum, states) => sum + (states.failed ?? 0), 0);

/** Whether what was to go is still there, and the machine can do no more about it. */
const isLeft = (erasure: Erasure, failed: number): boolean =>
  erasure.state === "awaiting-settlement" || (erasure.state === "done" && failed > 0);

/** A turn that says aloud what it had to leave: again every night, until somebody has decided on it. */
export const tellingWhatIsLeft =
  ({ database, log }: Pick<StorePorts, "database" | "log">, turn: Turn): Turn =>
  async (asked) => {
    const taken = await turn(asked);
    if (taken.next === "again" || taken.erasureId === null) return taken;
    const erasure = await findErasure(database, taken.erasureId);
    if (!erasure) return taken;
    const failed = failedOf(erasure);
    if (isLeft(erasure, failed))
      log.note("erasure-left", { erasureId: erasure.erasureId, failed, found: erasure.found });
    return taken;
  };
