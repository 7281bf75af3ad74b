import { problem } from "../../shared/contracts/problems.ts";
import { requestsLimit, requestsQuery } from "../../shared/contracts/request-register.ts";
import { today } from "../../shared/domain/filing.ts";
import { dueBy } from "../../shared/domain/requests.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { openRequests, pageOfRequests } from "../../shared/stores/requests.ts";
import type { StorePorts } from "../ports.ts";
import { requestView } from "./request-view.ts";

/** Those that wait, the nearest day first, so that what is overdue is on top; or a page of all, newest first. */
export const listRequests =
  ({ database }: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = requestsQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    await keepTrail(database, call.trail({ purpose: "request" }));
    const day = today(call.occasion);
    if (asked.data.which === "open") {
      const requests = (await openRequests(database)).toSorted((a, b) =>
        `${dueBy(a, day)} ${a.requestId}` < `${dueBy(b, day)} ${b.requestId}` ? -1 : 1,
      );
      return { status: 200, body: { requests: requests.map((each) => requestView(each, day)), next: null } };
    }
    const { requests, next } = await pageOfRequests(database, requestsLimit, asked.data.after);
    return { status: 200, body: { requests: requests.map((each) => requestView(each, day)), next } };
  };
