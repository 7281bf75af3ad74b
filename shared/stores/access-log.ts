import { type CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import * as z from "zod";
import { consoleRoutes } from "../contracts/console.ts";
import type { Instant } from "../law/calendar.ts";

/** A call of the API as its gateway saw it. */
export interface SeenCall {
  readonly requestId: string;
  readonly at: Instant;
  /** False for what the gateway answered by itself and for the files of the console: nothing could leave an entry. */
  readonly reached: boolean;
}

/** What API Gateway writes of every call. A source of its own: functions neither write nor change it. */
export interface AccessLog {
  /** Calls seen from `from` up to and without `until`. */
  calls(from: Instant, until: Instant): AsyncIterable<SeenCall>;
}

/** The fields of the access log that are read (`infra/stacks/api.ts` names all of them). "-" is API Gateway's word for none. */
const accessLine = z.object({ requestId: z.string().min(1), resource: z.string(), integrationStatus: z.string() });

/** The console's own files hold no data of anybody, and handing them out leaves no entry. */
const isConsole = (resource: string) => consoleRoutes.some(({ path }) => path === resource);

/** Milliseconds since 1970, as CloudWatch Logs counts. */
const epoch = (at: Instant) => Date.parse(at);
const instantAt = (milliseconds: number) => new Date(milliseconds).toISOString() as Instant;

export const cloudWatchAccessLog = (logs: CloudWatchLogsClient, logGroupName: string): AccessLog => ({
  async *calls(from, until) {
    let token: string | undefined;
    do {
      const page = await logs.send(
        new FilterLogEventsCommand({
          logGroupName,
          startTime: epoch(from),
          endTime: epoch(until) - 1,
          ...(token === undefined ? {} : { nextToken: token }),
        }),
      );
      for (const { message = "", timestamp = 0 } of page.events ?? []) {
        const { requestId, resource, integrationStatus } = accessLine.parse(JSON.parse(message));
        yield { requestId, at: instantAt(timestamp), reached: integrationStatus === "200" && !isConsole(resource) };
      }
      token = page.nextToken;
    } while (token !== undefined);
  },
});

/** A double. */
export const memoryAccessLog = (): AccessLog & { readonly seen: SeenCall[] } => {
  const seen: SeenCall[] = [];
  return {
    seen,
    async *calls(from, until) {
      yield* seen.filter(({ at }) => at >= from && at < until);
    },
  };
};
