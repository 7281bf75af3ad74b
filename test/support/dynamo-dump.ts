import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item } from "../../shared/stores/database.ts";
import { type TableName, tableNames } from "../../shared/stores/tables.ts";
import type { Dump } from "./office-invariants.ts";

/** Everything stored in the tables, as MemoryDatabase.dump gives it. */
export const dynamoDump = async (client: DynamoDBClient, physical: Record<TableName, string>): Promise<Dump> => {
  const items = new Map<TableName, Item[]>();
  for (const table of tableNames) {
    const found: Item[] = [];
    let start: Record<string, never> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName: physical[table], ConsistentRead: true, ExclusiveStartKey: start }),
      );
      found.push(...(page.Items ?? []).map((row) => unmarshall(row) as Item));
      start = page.LastEvaluatedKey as typeof start;
    } while (start !== undefined);
    items.set(table, found);
  }
  return (table) => items.get(table) ?? [];
};
