import { today } from "../../../shared/domain/filing.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { retentionClasses, rowInForce } from "../../../shared/domain/retention.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import type { ErasureDeskPorts } from "./ports.ts";

/** The schedule as deployed: what is in force today, and every row of it with its source. */
export const showRetention =
  ({ database, schedule }: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    await keepTrail(database, call.trail({ purpose: "erasure" }));
    const on = today(call.occasion);
    return {
      status: 200,
      body: {
        on,
        classes: keysOf(retentionClasses).map((name) => ({
          class: name,
          classLabel: retentionClasses[name].title,
          clock: retentionClasses[name].clock,
          inForce: rowInForce(schedule, name, on),
          rows: schedule.filter((row) => row.class === name),
        })),
      },
    };
  };
