import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { bundle, bundling } from "../../infra/bundling/bundle.ts";
import { tableVariable } from "../../shared/contracts/environment.ts";
import { dynamoDatabase } from "../../shared/stores/dynamo-database.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { type TableName, tableNames } from "../../shared/stores/tables.ts";
import { startDynamoDbLocal } from "../../test/support/dynamodb-local.ts";
import { childEnvironment } from "../../tools/local/aws.ts";
import { loadWard } from "../../tools/ward/load-ward.ts";
import { against, median } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { applicantsOnFile, clock } from "../support/applicants.ts";
import { filingEvent, mintToken, taken } from "../support/counter.ts";
import { inChild } from "../support/in-child.ts";
import { startKms } from "../support/kms-stand-in.ts";

const runs = 15;
const warmUp = 2;

const bare = path.join(import.meta.dirname, "../support/bare-put-item.ts");
const firstCall = path.join(import.meta.dirname, "../support/first-call.ts");

interface Answered {
  readonly imported: number;
  readonly milliseconds: number;
  readonly statusCode: number | null;
  readonly body: string | null;
}

/**
 * Import and first call of the bundle that is deployed, in a fresh process each time, against DynamoDB Local; KMS is a
 * stand-in on loopback. Beside it, run by run, a function that only puts one item: bundled as anyone would, and bundled
 * as we do (without the credential chain).
 */
export const cold: Measure = async () => {
  const directory = mkdtempSync(path.join(tmpdir(), "kokunen-bench-"));
  const [local, kms] = await Promise.all([startDynamoDbLocal(), startKms()]);
  try {
    const physical = await local.createTables("bench");
    const applicants = [...applicantsOnFile(runs + warmUp)];
    const database = dynamoDatabase(local.client(), physical);
    const { provider, token } = await mintToken(database);
    await loadWard(
      applicants.map(({ person }) => person),
      { database, keyring: keyring(database, kms.master, clock) },
      clock(),
    );

    bundle("qualification", path.join(directory, "ours"));
    const { alias: _alias, ...ordinary } = bundling;
    buildSync({ ...ordinary, entryPoints: [bare], outfile: path.join(directory, "official/index.js") });
    buildSync({ ...bundling, entryPoints: [bare], outfile: path.join(directory, "lean/index.js") });

    const env = {
      ...childEnvironment(directory),
      AWS_ENDPOINT_URL_DYNAMODB: local.endpoint,
      AWS_ENDPOINT_URL_KMS: kms.endpoint,
      OIDC_ISSUER: provider.issuer,
      OIDC_AUDIENCE: provider.audience,
      OIDC_JWKS: JSON.stringify(provider.jwks),
      SESSION_MINUTES: "600",
      FIRST_HEADS: "[]",
      BEYOND_ASSESSMENT: "",
      DATA_KEY_ARN: "arn:aws:kms:ap-northeast-1:000000000000:key/bench",
      WARD_CODE: "13110",
      ...Object.fromEntries(tableNames.map((table: TableName) => [tableVariable(table), physical[table]])),
    };
    const first = async (which: "ours" | "official" | "lean", event: object): Promise<Answered> => {
      const file = path.join(directory, "event.json");
      writeFileSync(file, JSON.stringify(event));
      const index = path.join(directory, which, "index.js");
      return (await inChild(firstCall, [index, file], { env, execArgv: [] })) as Answered;
    };

    const times: { ours: number; official: number; lean: number; imported: number; bareImported: number }[] = [];
    for (const [at, applicant] of applicants.entries()) {
      const item = { pk: { S: `BARE#${at}` }, sk: { S: "ITEM" }, sealed: { B: "x".repeat(1_000) } };
      const put = { TableName: physical.people, Item: item };
      const event = filingEvent(applicant, token);
      const { milliseconds: official, imported: bareImported } = await first("official", put);
      const { milliseconds: ours, imported, statusCode, body } = await first("ours", event);
      taken({ statusCode: statusCode ?? 0, body: body ?? "" });
      const { milliseconds: lean } = await first("lean", put);
      if (at >= warmUp) times.push({ ours, official, lean, imported, bareImported });
    }
    const ours = { name: "cold-first-filing", value: median(times.map((time) => time.ours)), unit: "ms" };
    return [
      against(ours, { what: "bare PutItem, official SDK", value: median(times.map((time) => time.official)) }, 1.25),
      against(
        { ...ours, name: "cold-first-filing-same-bundling" },
        { what: "bare PutItem, bundled as we do", value: median(times.map((time) => time.lean)) },
      ),
      against(
        { name: "cold-import-alone", value: median(times.map((time) => time.imported)), unit: "ms" },
        { what: "bare PutItem, official SDK", value: median(times.map((time) => time.bareImported)) },
      ),
    ];
  } finally {
    await local.stop();
    kms.stop();
    rmSync(directory, { recursive: true, force: true });
  }
};
