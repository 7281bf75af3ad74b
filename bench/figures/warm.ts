import { randomBytes, randomUUID } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { powertoolsLog } from "../../shared/http/log.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import type { Database, Query, Write } from "../../shared/stores/database.ts";
import { dynamoDatabase } from "../../shared/stores/dynamo-database.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { startDynamoDbLocal } from "../../test/support/dynamodb-local.ts";
import { loadWard } from "../../tools/ward/load-ward.ts";
import { against, type Figure, median, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { type Applicant, applicantsOnFile, clock, newcomers } from "../support/applicants.ts";
import { openCounter } from "../support/counter.ts";
import { bytesWritten } from "../support/item-bytes.ts";

const warmUp = 150;
const pairs = 250;

interface Seen {
  readonly gets: Parameters<Database["getAll"]>[0][];
  readonly queries: Query[];
  readonly writes: (readonly Write[])[];
}

/** Passes everything through and keeps what was asked, so that the same can be asked again without us. */
const watched = (database: Database) => {
  let seen: Seen = { gets: [], queries: [], writes: [] };
  const through: Database = {
    getAll: (keys) => {
      seen.gets.push(keys);
      return database.getAll(keys);
    },
    query: (query) => {
      seen.queries.push(query);
      return database.query(query);
    },
    transact: (writes) => {
      seen.writes.push(writes);
      return database.transact(writes);
    },
  };
  return {
    database: through,
    take: (): Seen => {
      const taken = seen;
      seen = { gets: [], queries: [], writes: [] };
      return taken;
    },
  };
};

/** The same rows under other keys, whatever is there. */
const elsewhere = (writes: readonly Write[]): Write[] =>
  writes.flatMap((write) =>
    "item" in write ? [{ kind: "put", table: write.table, item: { ...write.item, pk: `${write.item.pk}~` } }] : [],
  );

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  await turn();
  const before = performance.now();
  await work();
  return performance.now() - before;
};

/**
 * One 届出 after another against DynamoDB Local, each beside a bare TransactWriteItems of four items with the bytes that
 * the 届出 wrote, through the same client. The second yardstick makes the handler's own calls again without the handler:
 * the rest is what our code costs.
 */
export const warm: Measure = async () => {
  const local = await startDynamoDbLocal();
  try {
    const client = local.client();
    const physical = await local.createTables("bench");
    const attempts: string[] = [];
    client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          attempts.push(commandName ?? "unknown");
          return next(args);
        },
      { step: "finalizeRequest", priority: "low" },
    );
    const plain = dynamoDatabase(client, physical);
    const { database, take } = watched(plain);
    const master = memoryMasterKey();
    const counter = await openCounter({ database, master, log: powertoolsLog("bench") });
    const onFile = [...applicantsOnFile(warmUp + pairs)];
    await loadWard(
      onFile.map(({ person }) => person),
      { database: plain, keyring: keyring(plain, master, clock) },
      clock(),
    );

    const bare = (bytes: number) => {
      const items = Array.from({ length: 4 }, () => ({
        pk: { S: `BARE#${randomUUID()}` },
        sk: { S: "ITEM" },
        sealed: { B: randomBytes(Math.max(1, Math.round(bytes / 4) - 60)) },
      }));
      return () =>
        client.send(
          new TransactWriteItemsCommand({
            TransactItems: items.map((Item) => ({ Put: { TableName: physical.people, Item } })),
          }),
        );
    };
    const again = async ({ gets, queries, writes }: Seen) => {
      for (const keys of gets) await plain.getAll(keys);
      await Promise.all(queries.map((query) => plain.query(query)));
      for (const some of writes) await plain.transact(some);
    };

    const measured = async (name: string, applicants: readonly Applicant[]): Promise<Figure[]> => {
      const times: { handler: number; bare: number; again: number }[] = [];
      const reads: number[] = [];
      const writes: number[] = [];
      const items: number[] = [];
      for (const [at, applicant] of applicants.entries()) {
        const event = counter.event(applicant);
        take();
        attempts.length = 0;
        const handler = await timed(() => counter.file(event));
        const calls = attempts.splice(0);
        const seen = take();
        const written = seen.writes.flat();
        const four = bare(bytesWritten(written));
        const same = { ...seen, writes: seen.writes.map(elsewhere) };
        const yardsticks = [
          async () => ["bare", await timed(four)],
          async () => ["again", await timed(() => again(same))],
        ];
        if (at % 2 === 1) yardsticks.reverse();
        const taken: Record<string, number> = {};
        for (const one of yardsticks) {
          const [which, time] = (await one()) as [string, number];
          taken[which] = time;
        }
        if (at < warmUp) continue;
        times.push({ handler, bare: taken.bare ?? Number.NaN, again: taken.again ?? Number.NaN });
        const wrote = calls.filter((call) => call === "TransactWriteItemsCommand" || call === "PutItemCommand").length;
        writes.push(wrote);
        reads.push(calls.length - wrote);
        items.push(written.length);
      }
      const p50 = { name: `warm-${name}`, value: median(times.map(({ handler }) => handler)), unit: "ms" };
      const most = Math.max(...writes);
      const least = Math.min(...writes);
      return [
        against(
          p50,
          { what: "TransactWriteItems of 4 items, same bytes", value: median(times.map(({ bare }) => bare)) },
          1.4,
        ),
        against(
          { ...p50, name: `warm-${name}-own-share` },
          { what: "the same calls without the handler", value: median(times.map(({ again }) => again)) },
        ),
        {
          name: `write-round-trips-${name}`,
          value: most,
          unit: "per filing",
          goal: "exactly 1",
          met: most === 1 && least === 1,
        },
        noted({ name: `read-round-trips-${name}`, value: median(reads), unit: "per filing" }),
        noted({ name: `items-written-${name}`, value: median(items), unit: "per filing" }),
      ];
    };
    const known = await measured("filing", onFile);
    const fresh = await measured("filing-newcomer", [...newcomers(warmUp + pairs)]);
    return [...known, ...fresh];
  } finally {
    await local.stop();
  }
};
