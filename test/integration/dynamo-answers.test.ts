import { type DynamoDBClient, TransactionConflictException } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoDatabase } from "../../shared/stores/dynamo-database.ts";
import type { TableName } from "../../shared/stores/tables.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../support/dynamodb-local.ts";

const table = "transmittals";
const version = (sk: string, expects: number) =>
  ({ kind: "replace", table, item: { pk: "answers", sk, version: expects + 1 }, expects }) as const;
const first = (sk: string) => ({ kind: "create", table, item: { pk: "answers", sk, version: 1 } }) as const;

describe("answers of DynamoDB that never come, or turn away", () => {
  let local: DynamoDbLocal;
  let names: Record<TableName, string>;

  beforeAll(async () => {
    local = await startDynamoDbLocal();
    names = await local.createTables("answers");
  });
  afterAll(() => local?.stop());

  /** Loses the answer to the first attempt of the next command, on the network, after DynamoDB has done it. */
  const losingClient = (client: DynamoDBClient) => {
    let attempts = 0;
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        attempts += 1;
        if (attempts > 1) return answer;
        throw Object.assign(new Error("socket hang up"), { name: "TimeoutError", code: "ECONNRESET" });
      },
      { step: "deserialize", priority: "low", name: "losing" },
    );
    return { client, attempts: () => attempts };
  };

  it("a transaction whose answer is lost is asked for again by the SDK under its token, and happens once", async () => {
    await dynamoDatabase(local.client(), names).transact([first("a"), first("b")]);
    const losing = losingClient(local.client());
    const outcome = await dynamoDatabase(losing.client, names).transact([version("a", 1), version("b", 1)]);
    expect({ outcome, attempts: losing.attempts() }).toEqual({ outcome: { ok: true }, attempts: 2 });
  });

  it("a lone write whose answer is lost is found in its own way: the stores read again what they wrote", async () => {
    const losing = losingClient(local.client());
    const write = first("lone");
    const outcome = await dynamoDatabase(losing.client, names).transact([write]);
    expect(outcome).toEqual({ ok: false, failed: [write], contended: false });
    const [there] = await dynamoDatabase(local.client(), names).getAll([{ table, key: write.item }]);
    expect(there).toEqual(write.item);
  });

  it("a lone write that meets somebody's transaction is tried again", async () => {
    const client = local.client();
    let conflicts = 0;
    client.middlewareStack.add(
      (next) => async (args) => {
        if (conflicts >= 2) return next(args);
        conflicts += 1;
        throw new TransactionConflictException({ message: "Transaction is ongoing for the item", $metadata: {} });
      },
      { step: "initialize", name: "conflicting" },
    );
    expect(await dynamoDatabase(client, names).transact([first("met")])).toEqual({ ok: true });
    expect(conflicts).toBe(2);
  });
});
