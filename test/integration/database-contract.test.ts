import { afterAll, beforeAll, describe } from "vitest";
import type { Database } from "../../shared/stores/database.ts";
import { dynamoDatabase } from "../../shared/stores/dynamo-database.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { databaseContract } from "../support/database-contract.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../support/dynamodb-local.ts";

describe("the database double", () => {
  const database = memoryDatabase();
  databaseContract(() => database);
});

describe("the DynamoDB adapter on DynamoDB Local", () => {
  let local: DynamoDbLocal;
  let database: Database;

  beforeAll(async () => {
    local = await startDynamoDbLocal();
    database = dynamoDatabase(local.client(), await local.createTables("contract"));
  });
  afterAll(() => local?.stop());

  databaseContract(() => database);
});
