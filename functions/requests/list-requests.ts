import { problem } from "../../shared/contracts/problems.ts";
import { requestsQuery } from "../../shared/contracts/request-register.ts";
import { today } from "../../shared/domain/filing.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { newestRequests, openRequests } from "../../shared/stores/request-lists.ts";
import type { StorePorts } from "../ports.ts";
import { requestView } from "./request-view.ts";

/** Cases on a page of the newest. */
const page = 100;

/** Every case that is not over, what is due or overdue first, and a page of all by number. Neither notes nor people. */
export const listRequests =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = requestsQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    await keepTrail(ports.database, call.trail({ purpose: "request" }));
    const day = today(call.occasion);
    const open = (await openRequests(ports.database)).map((each) => requestView(each, day));
    const newest = await newestRequests(ports.database, page, asked.data.after);
    return {
      status: 200,
      body: {
        overdue: open.filter(({ overdue }) => overdue).length,
        open,
        newest: newest.map((each) => requestView(each, day)),
        next: newest.length === page ? (newest.at(-1)?.requestId ?? null) : null,
      },
    };
  };
