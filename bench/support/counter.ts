import { randomBytes, randomUUID } from "node:crypto";
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from "aws-lambda";
import { takeFiling } from "../../functions/filings/take-filing.ts";
import { identifyBy } from "../../functions/identify.ts";
import { type Authenticate, authenticator } from "../../shared/access/token.ts";
import { flowIds, flows } from "../../shared/flows/catalogue.ts";
import type { Log } from "../../shared/http/log.ts";
import { serve } from "../../shared/http/serve.ts";
import type { MasterKey } from "../../shared/protection/master-key.ts";
import type { Database } from "../../shared/stores/database.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { appoint } from "../../tools/local/appoint.ts";
import { localFolder } from "../../tools/local/folders.ts";
import { type IdentityProvider, openIdentityProvider } from "../../tools/local/identity-provider.ts";
import { type Applicant, clock } from "./applicants.ts";

/** An officer at the counter and the function that takes their 届出 in, over whatever stands behind its ports. */
export interface Counter {
  readonly authenticate: Authenticate;
  /** @throws unless the 届出 is answered 201. */
  readonly file: (event: APIGatewayProxyEvent) => Promise<void>;
  readonly event: (applicant: Applicant) => APIGatewayProxyEvent;
}

export const filingEvent = ({ flow, body }: Applicant, token: string): APIGatewayProxyEvent =>
  ({
    httpMethod: "POST",
    path: `/v1/filings/${flow}`,
    headers: { Authorization: `Bearer ${token}`, "Idempotency-Key": randomUUID(), "Content-Type": "application/json" },
    queryStringParameters: null,
    body: JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: { requestId: randomUUID() },
  }) as unknown as APIGatewayProxyEvent;

const officer = "clerk-1";
const session = "session-of-the-bench";

/** A token of an officer who has the right to take 届出 in, by the ledger in `database`. */
export const mintToken = async (
  database: Database,
): Promise<{ readonly provider: IdentityProvider; readonly token: string }> => {
  await appoint({ database, clock }, { officer, duty: "clerk", department: "pension" });
  const provider = await openIdentityProvider(localFolder);
  return { provider, token: await provider.mintToken({ officer, session }) };
};

export const context = { awsRequestId: "bench" } as Context;

export const taken = ({ statusCode, body }: Pick<APIGatewayProxyResult, "statusCode" | "body">): void => {
  if (statusCode !== 201) throw new Error(`a 届出 of the bench was answered ${statusCode}: ${body}`);
};

type Works = Parameters<typeof serve<"qualification">>[2];

interface Behind {
  readonly database: Database;
  readonly master: MasterKey;
  readonly log: Log;
  /** Instead of verifying the token's signature. */
  readonly authenticate?: Authenticate;
}

export const openCounter = async ({ database, master, log, ...over }: Behind): Promise<Counter> => {
  const { provider, token } = await mintToken(database);
  const authenticate = over.authenticate ?? authenticator(provider, () => Date.parse(clock()));
  const ports = {
    database,
    keyring: keyring(database, master, clock),
    clock,
    random: randomBytes,
    log,
    covered: new Set<never>(),
    identify: identifyBy({ authenticate, database, clock, random: randomBytes, sessionMinutes: 600, firstHeads: [] }),
  };
  // The session begins here, as at a terminal it begins in the morning: no 届出 pays for it.
  await ports.identify({ authorization: `Bearer ${token}`, address: "", correlationId: "bench" });
  const works = flowIds.flatMap((flow) =>
    flows[flow].family === "qualification" ? [[`file:${flow}`, takeFiling(flow, ports)]] : [],
  );
  const handler = serve("qualification", ports, Object.fromEntries(works) as Works);
  return {
    authenticate,
    event: (applicant) => filingEvent(applicant, token),
    file: async (event) => taken((await handler(event, context)) as APIGatewayProxyResult),
  };
};
