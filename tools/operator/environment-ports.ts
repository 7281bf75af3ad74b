import { randomBytes } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import type { LeavingPorts } from "../../functions/erasure/leaving/ports.ts";
import type { TakeoverPorts } from "../../functions/linkage/takeover/ports.ts";
import { shortestDays } from "../../infra/backup-days.ts";
import { namesOf } from "../../infra/names.ts";
import { parameterFor } from "../../infra/parameter.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { kmsMasterKey } from "../../shared/protection/master-key.ts";
import { kmsSigner } from "../../shared/stores/digest-signer.ts";
import { dynamoDatabase } from "../../shared/stores/dynamo-database.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { dynamoScan } from "../../shared/stores/table-scan.ts";
import { type TableName, tableNames } from "../../shared/stores/tables.ts";
import { s3TrailFiles } from "../../shared/stores/trail-files.ts";
import { s3Versions } from "../../shared/stores/versions.ts";
import { localClient } from "../local/aws.ts";

/**
 * The stores of one environment by its chosen names, with the credentials of the shell (the erasure role's); with an
 * endpoint, those of a local cloud. @throws for the name of no environment.
 */
export const environmentPorts = (environment: string, endpoint: string | undefined): LeavingPorts & TakeoverPorts => {
  const parameter = parameterFor(environment);
  const names = namesOf(parameter);
  const config = endpoint === undefined ? { region: parameter.region } : localClient(endpoint);
  const dynamo = new DynamoDBClient(config);
  const kms = new KMSClient(config);
  const s3 = new S3Client(config);
  // Every table has its name.
  const tables = Object.fromEntries(tableNames.map((table) => [table, names.table(table)])) as Record<
    TableName,
    string
  >;
  const clock = () => new Date().toISOString() as Instant;
  const database = dynamoDatabase(dynamo, tables);
  const bucket = (name: Parameters<typeof names.bucket>[0]) => s3Versions(s3, names.bucket(name));
  return {
    environment: names.prefix,
    ward: { code: parameter.wardCode, name: parameter.wardName },
    covered: new Set(parameter.beyondAssessment),
    schedule: parameter.retention.schedule,
    backups: { keyDays: shortestDays, backupDays: parameter.retention.backupDays },
    clock,
    random: randomBytes,
    database,
    scan: dynamoScan(dynamo, tables),
    keyring: keyring(database, kmsMasterKey(kms, `alias/${names.prefix}/data`), clock),
    signer: kmsSigner(kms, `alias/${names.prefix}/audit-signing`),
    audit: s3TrailFiles(s3, names.bucket("audit")),
    linkage: bucket("linkage"),
    buckets: {
      staging: bucket("staging"),
      outbox: bucket("outbox"),
      linkage: bucket("linkage"),
      exports: bucket("exports"),
      audit: bucket("audit"),
    },
    tell: (line) => console.error(line),
  };
};
