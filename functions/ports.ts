import { randomBytes } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import type { JSONWebKeySet } from "jose";
import type { FirstHead } from "../shared/access/duties.ts";
import { authenticator } from "../shared/access/token.ts";
import { tableVariable } from "../shared/contracts/environment.ts";
import type { BeyondAssessment } from "../shared/domain/beyond-assessment.ts";
import { type Log, powertoolsLog } from "../shared/http/log.ts";
import type { HttpPorts } from "../shared/http/serve.ts";
import type { Instant } from "../shared/law/calendar.ts";
import { kmsMasterKey } from "../shared/protection/master-key.ts";
import type { Database } from "../shared/stores/database.ts";
import { dynamoDatabase } from "../shared/stores/dynamo-database.ts";
import { type Keyring, keyring } from "../shared/stores/keyring.ts";
import { type TableName, tableNames } from "../shared/stores/tables.ts";
import { identifyBy } from "./identify.ts";

/** What the work behind a function needs of the world outside: all that a test replaces. */
export interface StorePorts {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly clock: () => Instant;
  readonly random: (bytes: number) => Uint8Array;
  readonly log: Log;
  /** What beyond 別添1 the ward's assessment covers (domain/beyond-assessment.ts). */
  readonly covered: ReadonlySet<BeyondAssessment>;
}

export type Ports = StorePorts & HttpPorts;

interface StoreEnvironment {
  readonly DATA_KEY_ARN: string;
  readonly BEYOND_ASSESSMENT: readonly BeyondAssessment[];
}

const clock = () => new Date().toISOString() as Instant;

/** Long enough for a busy minute, short enough to answer before API Gateway gives up. */
export const timeouts = { requestHandler: { connectionTimeout: 2_000, requestTimeout: 8_000 } } as const;

/** What each table is called in this environment. */
export const physicalTables = (environment: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(tableNames.map((table) => [table, String(environment[tableVariable(table)])])) as Record<
    TableName,
    string
  >;

export const storePorts = (
  service: string,
  environment: StoreEnvironment & Readonly<Record<string, unknown>>,
): StorePorts => {
  const database = dynamoDatabase(new DynamoDBClient(timeouts), physicalTables(environment));
  return {
    database,
    keyring: keyring(database, kmsMasterKey(new KMSClient(timeouts), environment.DATA_KEY_ARN), clock),
    clock,
    random: randomBytes,
    log: powertoolsLog(service),
    covered: new Set(environment.BEYOND_ASSESSMENT),
  };
};

interface ApiEnvironment extends StoreEnvironment {
  readonly OIDC_ISSUER: string;
  readonly OIDC_AUDIENCE: string;
  readonly OIDC_JWKS: JSONWebKeySet;
  readonly SESSION_MINUTES: number;
  readonly FIRST_HEADS: readonly FirstHead[];
}

/** Built once, when a function is loaded. */
export const apiPorts = (service: string, environment: ApiEnvironment & Readonly<Record<string, unknown>>): Ports => {
  const stores = storePorts(service, environment);
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS: jwks } = environment;
  return {
    ...stores,
    identify: identifyBy({
      ...stores,
      authenticate: authenticator({ issuer, audience, jwks }, () => Date.parse(clock())),
      sessionMinutes: environment.SESSION_MINUTES,
      firstHeads: environment.FIRST_HEADS,
    }),
  };
};
