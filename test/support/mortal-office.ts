import { writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import type { Database } from "../../shared/stores/database.ts";
import { dynamoDatabase } from "../../shared/stores/dynamo-database.ts";
import type { TableName } from "../../shared/stores/tables.ts";
import { localClient } from "../../tools/local/aws.ts";
import { execute } from "./execution.ts";
import { folderFileStore } from "./folder-files.ts";
import { openOffice } from "./office.ts";
import { acquisitionOf, applicants } from "./people.ts";

/** Where an office keeps what outlives it. */
export interface Places {
  readonly endpoint: string;
  readonly names: Record<TableName, string>;
  readonly folder: string;
  /** The root of the master key, hexadecimal. */
  readonly root: string;
}

export type Job =
  | { readonly kind: "file"; readonly from: number; readonly people: number }
  | { readonly kind: "transmit"; readonly runId?: string };

export const officeAt = ({ endpoint, names, folder, root }: Places) =>
  openOffice({
    database: dynamoDatabase(new DynamoDBClient({ ...localClient(endpoint), maxAttempts: 2 }), names),
    master: memoryMasterKey(Buffer.from(root, "hex")),
    staging: folderFileStore(path.join(folder, "staging")),
    outbox: folderFileStore(path.join(folder, "outbox")),
  });

/** Each line is out before the next call is made: what was said was said, however suddenly the process ends. */
const say = (...words: readonly string[]) => writeSync(1, `${words.join(" ")}\n`);

/**
 * DynamoDB Local, unlike DynamoDB, answers a transaction a moment before it commits it to disk, and loses it when killed in
 * that moment (measured: the last one, never an earlier one, and none after any later read). A read waits for the commit.
 */
const settled = (database: Database) => database.getAll([{ table: "filings", key: { pk: "none", sk: "none" } }]);

const fileAll = async (office: ReturnType<typeof officeAt>, from: number, people: number) => {
  for (const [at, person] of applicants(people).entries()) {
    if (at < from) continue;
    for (;;) {
      const ask = { key: `mortal-${at}`, body: acquisitionOf(person) };
      const answer = await office.ask("POST", "/v1/filings/acquisition", ask);
      if (answer.status === 201) {
        await settled(office.database);
        say("201", String(at), answer.body.filingId);
        break;
      }
      say("again", String(at), String(answer.status));
      await delay(50);
    }
  }
};

/** Run as a program, with its places and its job as JSON: an office that somebody is going to kill. */
if (import.meta.main) {
  const { places, job } = JSON.parse(process.argv[2] ?? "{}") as { places: Places; job: Job };
  const office = officeAt(places);
  if (job.kind === "file") await fileAll(office, job.from, job.people);
  else {
    const step: typeof office.step = (event) => {
      say("step", (event as { step: string }).step);
      return office.step(event);
    };
    const input = job.runId ? { runId: job.runId } : {};
    say("ending", await execute(step, { name: "mortal", input }));
  }
  say("done");
  process.exit(0);
}
