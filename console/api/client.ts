import { problemIn, type ShownProblem, unreachable, unreadable } from "./problem.ts";

export type Query = Readonly<Record<string, string | number | undefined>>;

/** What was asked for, or why it was not to be had. */
export type Answer<Body> = { readonly body: Body } | { readonly problem: ShownProblem };

export interface Client {
  get<Body>(path: string, query?: Query): Promise<Answer<Body>>;
  post<Body>(path: string, body: unknown): Promise<Answer<Body>>;
}

interface Ports {
  /** The page's own address, from which `apiBase` is relative. */
  readonly page: string;
  readonly apiBase: string;
  /** Empty once the screen is locked. */
  readonly token: { readonly current: string | null };
  /** Ends whatever is under way: what arrives after a lock is not shown. */
  readonly signal: AbortSignal;
  /** The API no longer takes the token. */
  readonly ended: (problem: ShownProblem) => void;
  readonly fetch: typeof fetch;
}

const addressOf = ({ page, apiBase }: Ports, path: string, query: Query): string => {
  const base = new URL(`${apiBase}${path}`, page);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") base.searchParams.set(name, String(value));
  }
  return base.href;
};

/** The private API, called as the person who signed in. The token is in a header and nowhere else. */
export const createClient = (ports: Ports): Client => {
  const call = async <Body>(
    method: "GET" | "POST",
    path: string,
    query: Query,
    body?: unknown,
  ): Promise<Answer<Body>> => {
    const ask: RequestInit = {
      method,
      signal: ports.signal,
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: {
        authorization: `Bearer ${ports.token.current ?? ""}`,
        "kokunen-purpose": "audit",
        ...(body === undefined ? {} : { "content-type": "application/json", "idempotency-key": crypto.randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const response = await ports.fetch(addressOf(ports, path, query), ask).catch(() => null);
    if (response === null) return { problem: unreachable };
    const read = (await response.json().catch(() => undefined)) as unknown;
    if (response.ok) return read === undefined ? { problem: unreadable } : { body: read as Body };
    const problem = problemIn(response.status, read);
    if (response.status === 401) ports.ended(problem);
    return { problem };
  };
  return {
    get: (path, query = {}) => call("GET", path, query),
    post: (path, body) => call("POST", path, {}, body),
  };
};
