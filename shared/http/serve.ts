import middy from "@middy/core";
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from "aws-lambda";
import { type Identify, unknownActor } from "../access/caller.ts";
import { mayPerhaps } from "../access/may.ts";
import type { FunctionName } from "../contracts/environment.ts";
import type { OperationId, operations } from "../contracts/operations.ts";
import { type Problem, problem, problems } from "../contracts/problems.ts";
import type { Instant } from "../law/calendar.ts";
import { keepTrail } from "../stores/audit.ts";
import type { Database } from "../stores/database.ts";
import { type Call, type TrailOrigin, trailEntry } from "./call.ts";
import type { Log } from "./log.ts";
import { readBody } from "./read-body.ts";
import { isProblem, type Reply, respond } from "./respond.ts";
import { routeOf } from "./route.ts";

/** What every operation needs of the world outside. */
export interface HttpPorts {
  readonly identify: Identify;
  readonly database: Database;
  readonly clock: () => Instant;
  readonly random: (bytes: number) => Uint8Array;
  readonly log: Log;
}

type ServedBy<Name extends FunctionName> = {
  [Id in OperationId]: (typeof operations)[Id]["function"] extends Name ? Id : never;
}[OperationId];

export type Work = (call: Call) => Promise<Reply>;

/** Largest body in bytes: a 届出 is a few kilobytes, a 処理結果一覧 a few megabytes of base64. */
const mostBytes: Partial<Record<OperationId, number>> = {
  importResults: 5 * 1024 * 1024,
  runIncomeOutput: 5 * 1024 * 1024,
  runBatch: 512 * 1024,
  takeIncomes: 256 * 1024,
};
const mostBytesOtherwise = 64 * 1024;

type Prepared = APIGatewayProxyEvent & {
  call?: { readonly value: Call; readonly work: Work };
  /** Whoever called, as far as they are known: what an entry says when the rest goes wrong. */
  origin?: TrailOrigin;
};

const header = (event: APIGatewayProxyEvent, name: string): string | undefined =>
  Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];

/** Codes of a refusal in its entry; whoever sends a thousand faults is not remembered for each. */
const mostCodes = 20;

const addressOf = ({ requestContext }: APIGatewayProxyEvent) => requestContext?.identity?.sourceIp ?? "";

const correlationOf = (event: APIGatewayProxyEvent, context: Context) =>
  event.requestContext?.requestId ?? context.awsRequestId ?? "unknown";

const defined = (record: Readonly<Record<string, string | undefined>> | null | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(record ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined));

/**
 * The Lambda handler of one function of the API: finds the operation, asks who calls and whether they may, reads the
 * body, does the work, and answers. Whatever was not foreseen leaves as an opaque 500 with its correlation id.
 */
export const serve = <Name extends FunctionName>(
  served: Name,
  ports: HttpPorts,
  works: Readonly<Record<ServedBy<Name>, Work>>,
) => {
  const table: Readonly<Partial<Record<OperationId, Work>>> = works;

  /** No call goes without an entry: what was refused leaves its own, beside whatever the work left before it came to that. */
  const refuse = async (refused: Problem, origin: TrailOrigin, notes: readonly string[] = []): Promise<Problem> => {
    const codes = [refused.problem, ...notes, ...(refused.errors ?? []).map(({ code }) => code)].slice(0, mostCodes);
    await keepTrail(ports.database, trailEntry(origin, ports.clock(), { result: "refused", codes }));
    return refused;
  };

  /** Refuses, or leaves the prepared call for the handler. */
  const prepare = async (event: Prepared, context: Context): Promise<Reply | undefined> => {
    const routed = routeOf(served, event.httpMethod, pathOf(event));
    const correlationId = correlationOf(event, context);
    const action = routed?.id ?? "unknown";
    const origin = { correlationId, action, kind: routed?.operation.kind ?? "read", random: ports.random };
    event.origin = { ...origin, caller: unknownActor };
    const caller = await ports.identify({
      authorization: header(event, "authorization"),
      address: addressOf(event),
      correlationId,
    });
    if ("refused" in caller) {
      ports.log.note("access-refused", { status: problems[caller.refused].status, operation: action });
      return refuse(problem(caller.refused), { ...origin, caller: caller.actor }, caller.notes);
    }
    const called = { ...origin, caller };
    event.origin = called;
    const work = routed && table[routed.id];
    if (!routed || !work) return refuse(problem("no-such-operation"), called);
    if (!mayPerhaps(caller, routed.id)) {
      ports.log.note("access-refused", { status: 403, operation: action });
      return refuse(problem("not-allowed"), called);
    }
    const body = readBody(event, mostBytes[routed.id] ?? mostBytesOtherwise);
    if ("problem" in body) return refuse(body, called);
    const at = ports.clock();
    const told = { done: false, refused: false };
    event.call = {
      work: async (call) => {
        const reply = await work(call);
        if (isProblem(reply)) return told.refused ? reply : refuse(reply, called);
        if (!told.done) await keepTrail(ports.database, trailEntry(called, at, {}));
        return reply;
      },
      value: {
        operation: routed.id,
        params: routed.params,
        query: defined(event.queryStringParameters),
        idempotencyKey: header(event, "idempotency-key"),
        purpose: header(event, "kokunen-purpose"),
        body: body.value,
        rawBody: body.text,
        caller,
        occasion: { at, by: caller.officer },
        trail: (facts) => {
          told[facts.result ?? "done"] = true;
          return trailEntry(called, at, facts);
        },
      },
    };
    return undefined;
  };

  const answer = (reply: Reply, correlationId: string) => {
    if (isProblem(reply)) ports.log.note("request-refused", { problem: reply.problem, correlationId });
    else ports.log.note("request-done", { status: reply.status, correlationId });
    return respond(reply, correlationId);
  };

  return middy<Prepared, APIGatewayProxyResult, Error, Context>()
    .use({
      before: async ({ event, context }) => {
        const refused = await prepare(event, context);
        return refused && answer(refused, correlationOf(event, context));
      },
      onError: async (request) => {
        const correlationId = correlationOf(request.event, request.context);
        ports.log.fault(request.error, { correlationId });
        const { origin } = request.event;
        // Where the trail itself is what fails, the reconciliation of the next day tells of the call without an entry.
        if (origin)
          await refuse(problem("internal-error"), origin).catch((error) => ports.log.fault(error, { correlationId }));
        request.response = respond(problem("internal-error"), correlationId);
      },
    })
    .handler(async (event: Prepared, context: Context) => {
      if (!event.call) throw new Error("a call reached its work unprepared");
      return answer(await event.call.work(event.call.value), correlationOf(event, context));
    });
};

/** The path below the stage. */
const pathOf = (event: APIGatewayProxyEvent): string => {
  const at = event.path.indexOf("/v1/");
  return at < 0 ? event.path : event.path.slice(at);
};
