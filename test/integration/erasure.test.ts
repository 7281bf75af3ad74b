import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJson } from "../../shared/protection/seal.ts";
import type { Item } from "../../shared/stores/database.ts";
import { dynamoDatabase } from "../../shared/stores/dynamo-database.ts";
import type { Erasure } from "../../shared/stores/erasures.ts";
import { keyring, personKeyRow } from "../../shared/stores/keyring.ts";
import { loadedPerson, personRows } from "../../shared/stores/people.ts";
import { dynamoScan } from "../../shared/stores/table-scan.ts";
import { type TableName, tableNames } from "../../shared/stores/tables.ts";
import { dynamoDump } from "../support/dynamo-dump.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { agedWorld, approve, clockOver, itemsIn, later } from "../support/erasure-story.ts";
import { fillTables } from "../support/filled-tables.ts";

type World = Awaited<ReturnType<typeof agedWorld>>;

/** What was sealed of a row under any of these keys, with the attribute it lies in. */
const opens = (table: TableName, item: Item, keys: readonly Parameters<typeof openJson>[0][]): boolean =>
  Object.entries(item).some(
    ([attribute, value]) =>
      value instanceof Uint8Array &&
      keys.some((key) => {
        try {
          return openJson(key, { table, pk: item.pk, sk: item.sk, attribute }, value) !== undefined;
        } catch {
          return false;
        }
      }),
  );

describe("消去, on DynamoDB Local", () => {
  let dynamo: DynamoDbLocal;
  let world: World;
  let names: Record<TableName, string>;
  let done: Erasure;
  const tables = () => ({
    database: dynamoDatabase(dynamo.client(), names),
    scan: dynamoScan(dynamo.client(), names),
  });

  beforeAll(async () => {
    dynamo = await startDynamoDbLocal();
    world = await agedWorld();
    names = await dynamo.createTables("kokunen-test");
    await fillTables(world.database, tables().database);
    const clock = clockOver(world, { tables: tables() });
    await clock.begin();
    await approve(tables());
    done = await clock.rest();
    expect(clock.surprises).toEqual([]);
  });
  afterAll(() => dynamo?.stop());

  it("ends with a certificate and no row that names those who went, but in the trail of the erasure", async () => {
    expect(done).toMatchObject({ state: "done", certificateId: expect.any(String) });
    const left = await dynamoDump(dynamo.client(), names);
    for (const table of tableNames)
      for (const owner of world.owners.slice(0, 2))
        expect([table, left(table).filter((row) => JSON.stringify(row).includes(owner))]).toEqual([table, []]);
    expect(await itemsIn(tables(), done)).toHaveLength(1);
  });

  it("cannot be undone by a copy of the tables from before: the erased do not open, all others do", async () => {
    // Every table but that of keys comes back as it was the day before.
    const restored = tables().database;
    const others = tableNames.filter((table) => table !== "keys");
    await fillTables(world.database, restored, others);
    const ring = keyring(restored, world.master, () => later);
    const [gone, other, stays] = world.owners;
    if (!gone || !other || !stays) throw new Error("three people are wanted");
    for (const owner of [gone, other]) {
      const rows = await restored.getAll(personRows(owner));
      expect([rows[0] === undefined, rows[1]]).toEqual([false, undefined]);
      // Nobody is there: a new key opens nothing of what came back.
      await expect(loadedPerson(owner, rows, ring).then(({ person }) => person.facts)).resolves.toBeNull();
    }
    const loaded = await loadedPerson(stays, await restored.getAll(personRows(stays)), ring);
    const was = await loadedPerson(
      stays,
      await world.database.getAll(personRows(stays)),
      keyring(world.database, world.master, () => later),
    );
    expect([loaded.person.facts === null, loaded.person]).toEqual([false, was.person]);

    // With every key that is left, no sealed row of theirs opens, wherever it lies; with those of before, many would.
    const back = await dynamoDump(dynamo.client(), names);
    const now = (await ring.openAll(back("keys").filter(({ pk }) => pk.startsWith("PERSON#")))).flatMap(
      (key) => key ?? [],
    );
    const [keyBefore] = await world.database.getAll([{ table: "keys", key: personKeyRow(gone) }]);
    if (!keyBefore) throw new Error("no key before");
    const before = await keyring(world.database, world.master, () => later).open(keyBefore);
    const sealed = others.flatMap((table) => back(table).map((item) => ({ table, item })));
    const wouldOpen = sealed.filter(({ table, item }) => opens(table, item, [before]));
    expect(new Set(wouldOpen.map(({ table }) => table))).toEqual(
      new Set(["people", "filings", "incomes", "residents", "batches", "idempotency"]),
    );
    expect(wouldOpen.filter(({ table, item }) => opens(table, item, now))).toEqual([]);
    const ofTheOther = sealed.filter(({ item }) => JSON.stringify(item).includes(stays));
    expect(ofTheOther.some(({ table, item }) => opens(table, item, now))).toBe(true);
  });

  it("lists those who came back with an old copy again, to be erased anew", async () => {
    const ids = new Set(world.owners.slice(0, 2));
    const again = await clockOver(world, { tables: tables() }).begin();
    const listed = (await itemsIn(tables(), again)).filter(({ owner }) => ids.has(String(owner) as never));
    expect(listed.length).toBeGreaterThan(0);
  });
});
