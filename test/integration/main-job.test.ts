import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeResults } from "../../shared/documents/results-composer.ts";
import { type Instant, plainDate } from "../../shared/law/calendar.ts";
import { dynamoDatabase } from "../../shared/stores/dynamo-database.ts";
import { dynamoDump } from "../support/dynamo-dump.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { openOffice } from "../support/office.ts";
import { standingFaults } from "../support/office-invariants.ts";
import { acquisitionOf, applicants } from "../support/people.ts";
import { sendingFaults } from "../support/sent-files.ts";

/** Names of the commands a client sent, in their order. */
const watched = (client: DynamoDBClient) => {
  const commands: string[] = [];
  client.middlewareStack.add(
    (next, context) => (args) => {
      commands.push(String(context.commandName));
      return next(args);
    },
    { step: "initialize", name: "watch" },
  );
  return commands;
};

describe("the main job on DynamoDB Local", () => {
  let local: DynamoDbLocal;
  beforeAll(async () => {
    local = await startDynamoDbLocal();
  });
  afterAll(() => local?.stop());

  it("goes from the counter to the result, each 届出 with one write", async () => {
    const names = await local.createTables("main-job");
    const client = local.client();
    const commands = watched(client);
    const office = openOffice({ database: dynamoDatabase(client, names) });
    const people = applicants(4);
    const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
    const manager = { as: "manager-1", roles: ["manager"] } as const;

    const filed: { id: string; commands: string[] }[] = [];
    for (const [at, person] of people.entries()) {
      commands.length = 0;
      const body = acquisitionOf(person);
      const answer = await office.ask("POST", "/v1/filings/acquisition", { key: `main-job-${at}`, body });
      expect(answer).toMatchObject({ status: 201, body: { status: "accepted" } });
      filed.push({ id: answer.body.filingId, commands: [...commands] });
    }
    // The first 届出 of a process makes or reads its keys besides; every other reads twice at most (what is on file, and
    // for someone new whether their numbers are taken) and writes once.
    for (const { commands: sent } of filed.slice(1)) {
      expect(sent.filter((name) => /Put|Transact|Update|Delete/.test(name))).toEqual(["TransactWriteItemsCommand"]);
      expect(sent).toEqual(["BatchGetItemCommand", "QueryCommand", "QueryCommand", "TransactWriteItemsCommand"]);
    }

    for (const { id } of filed)
      expect(
        await office.ask("POST", `/v1/filings/${id}/actions`, { ...examiner, body: { action: "examine" } }),
      ).toMatchObject({ status: 200, body: { status: "examined" } });
    const { runId } = await office.drive();
    const decision = { ...manager, body: { decision: "approve" } };
    expect(await office.ask("POST", `/v1/transmittals/${runId}/decision`, decision)).toMatchObject({ status: 200 });
    await office.step({ step: "release", runId });
    expect(sendingFaults(office.outbox.files, await dynamoDump(client, names))).toEqual([]);

    const results = composeResults(
      people.map((person, at) => ({
        basicPensionNumber: person.basicPensionNumber ?? "",
        filingId: filed[at]?.id ?? "",
        form: "A01",
        result: "approved",
        processedOn: plainDate("2026-11-30"),
      })),
      { wardCode: "13110", runId: "T20261130-000001", createdOn: plainDate("2026-11-30") },
    );
    const contentBase64 = Buffer.from(results).toString("base64");
    const imported = await office.ask("POST", "/v1/results", { ...examiner, body: { contentBase64 } });
    expect(imported).toMatchObject({ status: 201, body: { counts: { approved: 4, unmatched: 0 } } });

    const register = await office.ask("GET", "/v1/filings", { query: { from: "2026-11-01", to: "2026-11-30" } });
    expect(register.body.filings.map(({ status }: { status: string }) => status)).toEqual(Array(4).fill("closed"));
    const now = "2026-11-23T01:00:00.000Z" as Instant;
    expect(await standingFaults(await dynamoDump(client, names), office.master, now)).toEqual([]);
    expect(office.log.lines.filter(({ code }) => code === "internal-error")).toEqual([]);
  });
});
