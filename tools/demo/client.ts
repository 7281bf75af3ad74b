import * as z from "zod";
import type { Role } from "../../shared/domain/roles.ts";
import { appoint, departmentOf } from "../local/appoint.ts";
import type { LocalCloud } from "../local/local-cloud.ts";
import { localStores } from "../local/stores.ts";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface Ask {
  readonly key?: string;
  readonly body?: unknown;
}

/** One officer at a terminal: calls the API as the ward's own system would. */
export interface Desk {
  get(path: string): Promise<Answer>;
  post(path: string, ask?: Ask): Promise<Answer>;
}

/** No call of the demo takes long; one that hangs must not hang the demo. */
const patience = 60_000;

type Cloud = Pick<LocalCloud, "endpoint" | "deployment" | "identityProvider">;

/** A token of an officer who has the duty from now on. */
export const tokenOf = async (cloud: Cloud, officer: string, duty: Role): Promise<string> => {
  const stores = localStores(cloud);
  const department = departmentOf(duty);
  try {
    await appoint(stores, { officer, duty, department });
  } finally {
    stores.close();
  }
  return cloud.identityProvider.mintToken({ officer, department });
};

export const openDesk = async (cloud: Cloud, officer: string, duty: Role): Promise<Desk> => {
  const { deployment } = cloud;
  const token = await tokenOf(cloud, officer, duty);
  const call = async (method: string, path: string, { key, body }: Ask = {}): Promise<Answer> => {
    const response = await fetch(`${deployment.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "kokunen-purpose": "filing",
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, body: await response.json() };
  };
  return { get: (path) => call("GET", path), post: (path, ask) => call("POST", path, ask) };
};

/** What the demo reads of answers. */
export const filingAnswer = z.object({ filingId: z.string(), status: z.string() });
export const problemAnswer = z.object({
  code: z.string(),
  title: z.string(),
  errors: z.array(z.object({ code: z.string(), detail: z.string(), pointer: z.string().optional() })).default([]),
});
export const runAnswer = z.object({
  runId: z.string(),
  state: z.string(),
  startedBy: z.string(),
  files: z.array(
    z.object({
      name: z.string(),
      kind: z.string().nullable(),
      count: z.int(),
      sha256: z.string(),
      url: z.string().optional(),
    }),
  ),
  members: z
    .array(
      z.object({
        filingId: z.string(),
        kind: z.string(),
        state: z.string(),
        reasons: z.array(z.object({ message: z.string() })),
      }),
    )
    .default([]),
});
export type RunAnswer = z.infer<typeof runAnswer>;
