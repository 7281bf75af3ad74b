import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Database, Item, Key, Outcome, Query, Write } from "./database.ts";
import type { TableName } from "./tables.ts";

/** DynamoDB takes at most this many items in one BatchGetItem and in one transaction. */
const most = 100;
const attempts = 5;

const marshalled = (value: object) => marshall(value, { removeUndefinedValues: true });

const asTransactItem = (write: Write, physical: Record<TableName, string>): TransactWriteItem => {
  const TableName = physical[write.table];
  if (write.kind === "put") return { Put: { TableName, Item: marshalled(write.item) } };
  if (write.kind === "create")
    return { Put: { TableName, Item: marshalled(write.item), ConditionExpression: "attribute_not_exists(pk)" } };
  if (write.kind === "remove") return { Delete: { TableName, Key: marshalled(write.key) } };
  if (write.kind === "check" && write.expects === 0)
    return {
      ConditionCheck: { TableName, Key: marshalled(write.key), ConditionExpression: "attribute_not_exists(pk)" },
    };
  const condition = {
    ConditionExpression: "version = :expects",
    ExpressionAttributeValues: { ":expects": { N: String(write.expects) } },
  };
  if (write.kind === "replace") return { Put: { TableName, Item: marshalled(write.item), ...condition } };
  const target = { TableName, Key: marshalled(write.key), ...condition };
  return write.kind === "check" ? { ConditionCheck: target } : { Delete: target };
};

type Batch = NonNullable<BatchGetItemCommandInput["RequestItems"]>;

const batchOf = (keys: readonly { table: TableName; key: Key }[], physical: Record<TableName, string>): Batch =>
  Object.fromEntries(
    Object.entries(Object.groupBy(keys, ({ table }) => physical[table])).map(([name, group = []]) => [
      name,
      { Keys: group.map(({ key }) => marshalled({ pk: key.pk, sk: key.sk })), ConsistentRead: true },
    ]),
  );

const rangeOf = ({
  prefix,
  between,
}: Pick<Query, "prefix" | "between">): { text: string; values: Record<string, AttributeValue> } => {
  if (between)
    return {
      text: " AND sk BETWEEN :from AND :to",
      values: { ":from": { S: between.from }, ":to": { S: between.to } },
    };
  return prefix
    ? { text: " AND begins_with(sk, :prefix)", values: { ":prefix": { S: prefix } } }
    : { text: "", values: {} };
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const dynamoDatabase = (client: DynamoDBClient, physical: Record<TableName, string>): Database => {
  const once = async (writes: readonly Write[]): Promise<Outcome> => {
    try {
      const [only] = writes;
      const put = only && writes.length === 1 ? asTransactItem(only, physical).Put : undefined;
      await (put
        ? client.send(new PutItemCommand(put))
        : client.send(
            new TransactWriteItemsCommand({ TransactItems: writes.map((write) => asTransactItem(write, physical)) }),
          ));
      return { ok: true };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return { ok: false, failed: writes, contended: false };
      // A lone write that meets somebody else's transaction on its item.
      if (error instanceof TransactionConflictException) return { ok: false, failed: [], contended: true };
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
      const unexpected = codes.find(
        (code) => code && !["None", "ConditionalCheckFailed", "TransactionConflict", "ThrottlingError"].includes(code),
      );
      if (unexpected) throw error;
      const failed = writes.filter((_, index) => codes[index] === "ConditionalCheckFailed");
      return { ok: false, failed, contended: failed.length === 0 };
    }
  };

  return {
    getAll: async (keys) => {
      const unique = new Map(keys.map(({ table, key }) => [`${table}\0${key.pk}\0${key.sk}`, { table, key }]));
      const found = new Map<string, Item>();
      const wanted = [...unique.values()];
      for (let from = 0; from < wanted.length; from += most) {
        let request = batchOf(wanted.slice(from, from + most), physical);
        for (let attempt = 0; Object.keys(request).length > 0; attempt += 1) {
          if (attempt > 0) await pause(20 * 2 ** attempt);
          if (attempt === attempts) throw new Error("DynamoDB left keys unread after every attempt");
          const answer = await client.send(new BatchGetItemCommand({ RequestItems: request }));
          for (const [name, rows] of Object.entries(answer.Responses ?? {}))
            for (const row of rows) {
              const item = unmarshall(row) as Item;
              found.set(`${name}\0${item.pk}\0${item.sk}`, item);
            }
          request = answer.UnprocessedKeys ?? {};
        }
      }
      return keys.map(({ table, key }) => found.get(`${physical[table]}\0${key.pk}\0${key.sk}`));
    },

    query: async ({ table, pk, descending = false, limit, after, ...wanted }) => {
      const range = rangeOf(wanted);
      const items: Item[] = [];
      let start = after === undefined ? undefined : marshalled({ pk, sk: after });
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: physical[table],
            ConsistentRead: true,
            KeyConditionExpression: `pk = :pk${range.text}`,
            ExpressionAttributeValues: { ":pk": { S: pk }, ...range.values },
            ScanIndexForward: !descending,
            ...(limit === undefined ? {} : { Limit: limit - items.length }),
            ...(start === undefined ? {} : { ExclusiveStartKey: start }),
          }),
        );
        items.push(...(page.Items ?? []).map((row) => unmarshall(row) as Item));
        start = page.LastEvaluatedKey;
      } while (start !== undefined && (limit === undefined || items.length < limit));
      return items;
    },

    transact: async (writes) => {
      if (writes.length > most) throw new RangeError(`a transaction of ${writes.length} writes`);
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await once(writes);
        if (outcome.ok || !outcome.contended || attempt === attempts) return outcome;
        await pause(Math.random() * 20 * 2 ** attempt);
      }
    },
  };
};
