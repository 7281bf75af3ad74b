import { today } from "../../shared/domain/filing.ts";
import { inForceOn } from "../../shared/domain/suspensions.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { endedSuspensions, suspensionsInPlace } from "../../shared/stores/suspensions.ts";
import type { StorePorts } from "../ports.ts";
import { suspensionView } from "./suspension-view.ts";

/** Years of them. */
const most = 100;

/** Every 利用停止 that stands, whether its last day is over or not, and the latest that ended. */
export const listSuspensions =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    await keepTrail(ports.database, call.trail({ purpose: "suspension" }));
    const day = today(call.occasion);
    const [standing, ended] = [await suspensionsInPlace(ports.database), await endedSuspensions(ports.database, most)];
    return {
      status: 200,
      body: {
        suspensions: standing.map((each) => ({ ...suspensionView(each), inForce: inForceOn(each, day) })),
        ended: ended.map((each) => ({ ...suspensionView(each), inForce: false })),
      },
    };
  };
