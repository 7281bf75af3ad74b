import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item, Key } from "./database.ts";
import type { MemoryDatabase } from "./memory-database.ts";
import type { TableName } from "./tables.ts";

export interface TablePage {
  readonly items: readonly Item[];
  /** Where the next page goes on; null behind the last. */
  readonly next: Key | null;
}

/** Every row of a table, whatever it is: what erasure lists from and reads back by. No other function may scan. */
export interface TableScan {
  page(table: TableName, after: Key | null): Promise<TablePage>;
}

/** Strongly consistent; a page is what DynamoDB gives at once (1 MB). */
export const dynamoScan = (client: DynamoDBClient, physical: Record<TableName, string>): TableScan => ({
  page: async (table, after) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: physical[table],
        ConsistentRead: true,
        ...(after === null ? {} : { ExclusiveStartKey: marshall({ pk: after.pk, sk: after.sk }) }),
      }),
    );
    const last = LastEvaluatedKey && (unmarshall(LastEvaluatedKey) as Item);
    return { items: Items.map((row) => unmarshall(row) as Item), next: last ? { pk: last.pk, sk: last.sk } : null };
  },
});

/** A double over the double of the database. */
export const memoryScan = (database: Pick<MemoryDatabase, "scan">, pageSize = 1_000): TableScan => ({
  page: async (table, after) => {
    const items = database.scan(table, after, pageSize);
    const last = items.at(-1);
    return { items, next: items.length < pageSize || !last ? null : { pk: last.pk, sk: last.sk } };
  },
});

export async function* everyRow(scan: TableScan, table: TableName): AsyncGenerator<Item> {
  for (let after: Key | null = null; ; ) {
    const { items, next } = await scan.page(table, after);
    yield* items;
    if (next === null) return;
    after = next;
  }
}
