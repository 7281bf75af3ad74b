import * as z from "zod";
import { problem } from "../../../shared/contracts/problems.ts";
import { counters, today } from "../../../shared/domain/filing.ts";
import { filingStatuses } from "../../../shared/domain/filing-status.ts";
import { filingIdSchema, plainDateSchema } from "../../../shared/domain/values.ts";
import { flowIds } from "../../../shared/flows/catalogue.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { addDays } from "../../../shared/law/calendar.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { readRegister } from "../../../shared/stores/filings.ts";
import type { StorePorts } from "../../ports.ts";
import { filingView } from "../filing-view.ts";

const keysOf = <Name extends string>(table: Record<Name, unknown>) => Object.keys(table) as [Name, ...Name[]];

/** The register can be read a year and a day at a time. */
const mostDays = 366;
const usualDays = 30;

const query = z
  .strictObject({
    from: plainDateSchema.optional(),
    to: plainDateSchema.optional(),
    flow: z.enum(flowIds).optional(),
    status: z.enum(keysOf(filingStatuses)).optional(),
    counter: z.enum(keysOf(counters)).optional(),
    limit: z
      .string()
      .regex(/^\d{1,3}$/, "1から200の数で指定してください")
      .transform(Number)
      .pipe(z.int().min(1).max(200))
      .default(50),
    after: filingIdSchema.optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { message: "始めの日が終わりの日より後です", path: ["from"] })
  .refine(({ from, to }) => !from || !to || addDays(from, mostDays) >= to, {
    message: "一度に見られるのは1年分までです",
    path: ["from"],
  });

/** 国民年金関係書類受付処理簿: by day of receipt, flow, status and counter; newest first, a page at a time. */
export const listFilings =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = query.safeParse(call.query);
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
