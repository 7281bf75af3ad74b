import { readFile } from "node:fs/promises";
import path from "node:path";
import { GetItemCommand, ListTablesCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it, onTestFinished } from "vitest";
import { tableNames } from "../../shared/stores/tables.ts";
import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { scratchFolder } from "./scratch.ts";

const start = async (options?: { dbPath: string }) => {
  const database = await startDynamoDbLocal(options);
  onTestFinished(() => database.stop());
  return database;
};

/** Local addresses that listen on `port`, as Linux writes them; the file exists nowhere else. */
const listeners = async (port: number) => {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const rows = (await Promise.all(["tcp", "tcp6"].map((kind) => readFile(`/proc/net/${kind}`, "utf8")))).join("\n");
  return [...rows.matchAll(/^\s*\d+: ([0-9A-F]+):([0-9A-F]{4}) [0-9A-F:]+ 0A /gm)]
    .filter(([, , listening]) => listening === hex)
    .map(([, address]) => address);
};

describe("DynamoDB Local", () => {
  it("has every table of the app, and two at once share nothing", async () => {
    const [one, two] = await Promise.all([start(), start()]);
    const names = await one.createTables("a");
    expect(names).toEqual(Object.fromEntries(tableNames.map((table) => [table, `a-${table}`])));
    const key = { pk: { S: "P#1" }, sk: { S: "snapshot" } };
    await one.client().send(new PutItemCommand({ TableName: names.people, Item: { ...key, version: { N: "1" } } }));
    const { Item } = await one.client().send(new GetItemCommand({ TableName: names.people, Key: key }));
    expect(Item?.version).toEqual({ N: "1" });
    expect((await two.client().send(new ListTablesCommand({}))).TableNames).toEqual([]);
  });

  it.runIf(process.platform === "linux")("listens on loopback only", async () => {
    const { port } = await start();
    const loopback = ["0100007F", "0000000000000000FFFF00000100007F"];
    const addresses = await listeners(port);
    expect(addresses).toHaveLength(1);
    expect(loopback).toContain(addresses[0]);
  });

  it("killed in the middle, gives back from its disk what it had answered", async () => {
    const dbPath = path.join(await scratchFolder(), "data");
    const first = await start({ dbPath });
    const { filings } = await first.createTables("b");
    const key = { pk: { S: "F#1" }, sk: { S: "filing" } };
    await first.client().send(new PutItemCommand({ TableName: filings, Item: key }));
    await first.kill();
    await expect(fetch(first.endpoint)).rejects.toThrow();
    const second = await start({ dbPath });
    const { Item } = await second.client().send(new GetItemCommand({ TableName: filings, Key: key }));
    expect(Item).toEqual(key);
  });
});
