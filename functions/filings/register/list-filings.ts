import { problem } from "../../../shared/contracts/problems.ts";
import { registerQuery } from "../../../shared/contracts/requests.ts";
import { today } from "../../../shared/domain/filing.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { addDays } from "../../../shared/law/calendar.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { readRegister } from "../../../shared/stores/filings.ts";
import type { StorePorts } from "../../ports.ts";
import { filingView } from "../filing-view.ts";

const usualDays = 30;

/** 国民年金関係書類受付処理簿: by day of receipt, flow, status and counter; newest first, a page at a time. */
export const listFilings =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = registerQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { flow, status, counter, limit, after } = asked.data;
    const to = asked.data.to ?? (asked.data.from ? addDays(asked.data.from, usualDays) : today(call.occasion));
    const from = asked.data.from ?? addDays(to, -usualDays);
    await keepTrail(ports.database, call.trail({ purpose: "register" }));
    const { filings, next } = await readRegister(ports.database, {
      from,
      to,
      limit,
      ...(after ? { after } : {}),
      matches: (filing) =>
        (!flow || filing.flow === flow) &&
        (!status || filing.status === status) &&
        (!counter || filing.counter === counter),
    });
    return { status: 200, body: { from, to, filings: filings.map((filing) => filingView(filing)), next } };
  };
