import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkReturn } from "../../functions/erasure/leaving/check-return.ts";
import { eraseEnvironment } from "../../functions/erasure/leaving/erase-environment.ts";
import { giveBack } from "../../functions/erasure/leaving/give-back.ts";
import { type LeavingPorts, memoryFolder } from "../../functions/erasure/leaving/ports.ts";
import { dynamoDatabase } from "../../shared/stores/dynamo-database.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { dynamoScan } from "../../shared/stores/table-scan.ts";
import { type TableName, tableNames } from "../../shared/stores/tables.ts";
import { dynamoDump } from "../support/dynamo-dump.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { fillTables } from "../support/filled-tables.ts";
import { filledWorld, orderFor, portsOf, recipient, ward } from "../support/leaving.ts";

type World = Awaited<ReturnType<typeof filledWorld>>;

describe("leaving, on DynamoDB Local", () => {
  let database: DynamoDbLocal;
  let world: World;
  let names: Record<TableName, string>;
  let others: Record<TableName, string>;

  const fill = (physical: Record<TableName, string>) =>
    fillTables(world.database, dynamoDatabase(database.client(), physical));

  const ports = (): LeavingPorts => {
    const doubles = portsOf(world);
    const tables = dynamoDatabase(database.client(), names);
    return {
      ...doubles,
      database: tables,
      scan: dynamoScan(database.client(), names),
      keyring: keyring(tables, world.master, doubles.clock),
    };
  };

  beforeAll(async () => {
    database = await startDynamoDbLocal();
    world = await filledWorld();
    names = await database.createTables("kokunen-test");
    others = await database.createTables("kokunen-other");
    await fill(names);
    await fill(others);
  });
  afterAll(() => database?.stop());

  it("gives back what is on file, erases it all, and leaves the tables of another environment as they were", async () => {
    const othersBefore = await dynamoDump(database.client(), others);
    const folder = memoryFolder();
    const manifest = await giveBack(ports(), recipient(), folder, 30_000);
    if ("stopped" in manifest) throw new Error(manifest.stopped);
    for (const table of tableNames)
      expect([table, manifest.tally.tables[table]?.rows ?? 0]).toEqual([table, world.database.dump(table).length]);
    expect((await checkReturn(folder, ward.opening.privateKey)).faults).toEqual([]);

    const done = await eraseEnvironment(ports(), await orderFor(folder));
    expect(done).toMatchObject({ kind: "contract" });
    const left = await dynamoDump(database.client(), names);
    expect(tableNames.flatMap((table) => left(table).map(({ pk }) => `${table} ${pk}`)).toSorted()).toEqual([
      "erasures CERTIFICATES",
      "erasures LEAVING",
    ]);
    const othersAfter = await dynamoDump(database.client(), others);
    for (const table of tableNames) expect(othersAfter(table)).toEqual(othersBefore(table));
    expect(await eraseEnvironment(ports(), await orderFor(folder))).toEqual(done);
  });
});
