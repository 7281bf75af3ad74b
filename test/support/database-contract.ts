import { expect, it } from "vitest";
import { type Database, type Item, queryAll, type Write } from "../../shared/stores/database.ts";

const table = "transmittals";

const itemAt = (pk: string, sk: string, over: object = {}): Item => ({ pk, sk, version: 1, ...over });
const create = (item: Item): Write => ({ kind: "create", table, item });

/** What every {@link Database} does, the double and the real one alike. Each test keeps to a partition of its own. */
export const databaseContract = (open: () => Database): void => {
  const at = async (pk: string, sk: string) => (await open().getAll([{ table, key: { pk, sk } }]))[0];

  it("creates what is not there yet, and refuses what is", async () => {
    const database = open();
    expect(await database.transact([create(itemAt("create", "a", { text: "first" }))])).toEqual({ ok: true });
    const again = create(itemAt("create", "a", { text: "second" }));
    expect(await database.transact([again])).toEqual({ ok: false, failed: [again], contended: false });
    expect(await at("create", "a")).toEqual(itemAt("create", "a", { text: "first" }));
  });

  it("puts whatever is there", async () => {
    const database = open();
    for (const text of ["first", "second"])
      expect(await database.transact([{ kind: "put", table, item: itemAt("put", "a", { text }) }])).toEqual({
        ok: true,
      });
    expect(await at("put", "a")).toEqual(itemAt("put", "a", { text: "second" }));
  });

  it("replaces only the version it was told to expect, and nothing where nothing is", async () => {
    const database = open();
    const replace = (sk: string, expects: number): Write => ({
      kind: "replace",
      table,
      item: itemAt("replace", sk, { version: expects + 1 }),
      expects,
    });
    await database.transact([create(itemAt("replace", "a"))]);
    expect(await database.transact([replace("a", 1)])).toEqual({ ok: true });
    for (const stale of [replace("a", 1), replace("a", 3), replace("none", 1)])
      expect(await database.transact([stale])).toEqual({ ok: false, failed: [stale], contended: false });
    expect(await at("replace", "a")).toMatchObject({ version: 2 });
    expect(await at("replace", "none")).toBeUndefined();
  });

  it("removes whatever is there, and is content where nothing is", async () => {
    const database = open();
    const key = { pk: "remove", sk: "a" };
    await database.transact([create(itemAt("remove", "a", { version: 7 }))]);
    const remove: Write = { kind: "remove", table, key };
    for (let time = 0; time < 2; time += 1) expect(await database.transact([remove])).toEqual({ ok: true });
    expect(await at("remove", "a")).toBeUndefined();
    const stale: Write = { kind: "check", table, key: { pk: "remove", sk: "none" }, expects: 1 };
    await database.transact([create(itemAt("remove", "b"))]);
    const other: Write = { kind: "remove", table, key: { pk: "remove", sk: "b" } };
    expect(await database.transact([other, stale])).toEqual({ ok: false, failed: [stale], contended: false });
    expect(await at("remove", "b")).toBeDefined();
  });

  it("deletes and checks only the version it was told to expect", async () => {
    const database = open();
    const key = { pk: "delete", sk: "a" };
    await database.transact([create(itemAt("delete", "a"))]);
    for (const kind of ["delete", "check"] as const)
      for (const stale of [
        { kind, table, key, expects: 2 } as const,
        { kind, table, key: { ...key, sk: "none" }, expects: 1 } as const,
      ])
        expect(await database.transact([stale])).toEqual({ ok: false, failed: [stale], contended: false });
    expect(await database.transact([{ kind: "check", table, key, expects: 1 }])).toEqual({ ok: true });
    expect(await at("delete", "a")).toEqual(itemAt("delete", "a"));
    expect(await database.transact([{ kind: "delete", table, key, expects: 1 }])).toEqual({ ok: true });
    expect(await at("delete", "a")).toBeUndefined();
  });

  it("checks, where it expects version 0, that nothing is there", async () => {
    const database = open();
    const check: Write = { kind: "check", table, key: { pk: "nothing", sk: "a" }, expects: 0 };
    expect(await database.transact([check, create(itemAt("nothing", "b"))])).toEqual({ ok: true });
    await database.transact([create(itemAt("nothing", "a"))]);
    expect(await database.transact([check, create(itemAt("nothing", "c"))])).toEqual({
      ok: false,
      failed: [check],
      contended: false,
    });
    expect(await at("nothing", "c")).toBeUndefined();
  });

  it("does all of a transaction or none, and names what stood in the way", async () => {
    const database = open();
    await database.transact([create(itemAt("all", "there")), create(itemAt("all", "gone"))]);
    const stands = create(itemAt("all", "there", { text: "other" }));
    const stale: Write = { kind: "replace", table, item: itemAt("all", "gone", { version: 9 }), expects: 8 };
    const good: readonly Write[] = [
      create(itemAt("all", "new")),
      { kind: "put", table: "people", item: itemAt("all", "new") },
      { kind: "delete", table, key: { pk: "all", sk: "unread" }, expects: 1 },
    ];
    await database.transact([create(itemAt("all", "unread"))]);
    expect(await database.transact([...good.slice(0, 2), stands, ...good.slice(2), stale])).toEqual({
      ok: false,
      failed: [stands, stale],
      contended: false,
    });
    expect(await at("all", "new")).toBeUndefined();
    expect(await at("all", "unread")).toBeDefined();
    expect((await database.getAll([{ table: "people", key: { pk: "all", sk: "new" } }]))[0]).toBeUndefined();
    expect(await database.transact(good)).toEqual({ ok: true });
    expect(await at("all", "new")).toBeDefined();
    expect(await at("all", "unread")).toBeUndefined();
  });

  it("takes a hundred writes at once and refuses one more, or two of one item, as a mistake", async () => {
    const database = open();
    const writes = Array.from({ length: 101 }, (_, n) => create(itemAt("hundred", String(n).padStart(3, "0"))));
    await expect(database.transact(writes)).rejects.toThrow(RangeError);
    expect(await database.query({ table, pk: "hundred" })).toEqual([]);
    expect(await database.transact(writes.slice(0, 100))).toEqual({ ok: true });
    expect(await database.query({ table, pk: "hundred" })).toHaveLength(100);
    const twice: readonly Write[] = [
      { kind: "check", table, key: { pk: "hundred", sk: "000" }, expects: 1 },
      { kind: "replace", table, item: itemAt("hundred", "000", { version: 2 }), expects: 1 },
    ];
    await expect(database.transact(twice)).rejects.toThrow();
    expect(await at("hundred", "000")).toMatchObject({ version: 1 });
  });

  it("lets one of two hundred replacements of one version through", async () => {
    const database = open();
    await database.transact([create(itemAt("contention", "a")), create(itemAt("contention", "b"))]);
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, by) =>
        database.transact([
          { kind: "replace", table, item: itemAt("contention", "a", { version: 2, by }), expects: 1 },
          { kind: "check", table, key: { pk: "contention", sk: "b" }, expects: 1 },
          create(itemAt("contention", `by-${String(by).padStart(3, "0")}`)),
        ]),
      ),
    );
    const winners = outcomes.flatMap(({ ok }, by) => (ok ? [by] : []));
    expect(winners).toHaveLength(1);
    expect(await at("contention", "a")).toMatchObject({ version: 2, by: winners[0] });
    const left = await database.query({ table, pk: "contention", prefix: "by-" });
    expect(left.map(({ sk }) => sk)).toEqual([`by-${String(winners[0]).padStart(3, "0")}`]);
  });

  it("gives back what was stored: text, numbers, bytes, nothing, lists and maps", async () => {
    const item = itemAt("values", "a", {
      text: "𠮷野 はなこ",
      empty: "",
      zero: 0,
      negative: -12,
      large: 1_800_000_000_000,
      yes: true,
      no: false,
      nothing: null,
      bytes: Uint8Array.from({ length: 256 }, (_, byte) => byte),
      list: ["a", 1, null, ["b", { c: false }]],
      map: { text: "t", nested: { list: [], map: {}, nothing: null } },
    });
    await open().transact([create(item)]);
    const stored = await at("values", "a");
    expect(stored).toEqual({ ...item, bytes: expect.anything() });
    expect(stored?.bytes).toBeInstanceOf(Uint8Array);
    expect(Buffer.from(stored?.bytes as Uint8Array)).toEqual(Buffer.from(item.bytes as Uint8Array));
  });

  it("hands out items that may be changed without changing what is stored", async () => {
    await open().transact([create(itemAt("copies", "a", { list: [1] }))]);
    const stored = (await at("copies", "a")) as { list: number[] } & Item;
    stored.list.push(2);
    expect(await at("copies", "a")).toEqual(itemAt("copies", "a", { list: [1] }));
  });

  it("reads more than a hundred keys in their order, twice the same and the missing among them", async () => {
    const database = open();
    const sks = Array.from({ length: 150 }, (_, n) => String(n).padStart(3, "0"));
    for (const half of [sks.slice(0, 75), sks.slice(75)])
      await database.transact(half.map((sk) => create(itemAt("many", sk))));
    const asked = [...sks.toReversed(), "none", "007", "007"];
    const items = await database.getAll(asked.map((sk) => ({ table, key: { pk: "many", sk } })));
    expect(items.map((item) => item?.sk)).toEqual([...sks.toReversed(), undefined, "007", "007"]);
    expect(await database.getAll([])).toEqual([]);
    const two = await database.getAll([
      { table: "people", key: { pk: "many", sk: "001" } },
      { table, key: { pk: "many", sk: "001" } },
    ]);
    expect(two).toEqual([undefined, itemAt("many", "001")]);
  });

  it("reads more than fits into one answer", async () => {
    const database = open();
    const sks = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));
    const bytes = new Uint8Array(350_000).fill(7);
    for (const sk of sks) await database.transact([create(itemAt("large", sk, { bytes }))]);
    const items = await database.getAll(sks.map((sk) => ({ table, key: { pk: "large", sk } })));
    expect(items.map((item) => item?.sk)).toEqual(sks);
    const queried = await database.query({ table, pk: "large" });
    expect(queried.map((item) => item.sk)).toEqual(sks);
    expect(await database.query({ table, pk: "large", limit: 10 })).toHaveLength(10);
  });

  it("queries one partition by its sort keys: prefix, range, order, limit, and on from any key", async () => {
    const database = open();
    const sks = ["A#1", "A#2", "A#3", "B#1", "B#2", "C#1"];
    await database.transact([...sks.map((sk) => create(itemAt("query", sk))), create(itemAt("query-other", "A#1"))]);
    const found = async (over: Partial<Parameters<Database["query"]>[0]>) =>
      (await database.query({ table, pk: "query", ...over })).map(({ sk }) => sk);
    expect(await found({})).toEqual(sks);
    expect(await found({ descending: true })).toEqual(sks.toReversed());
    expect(await found({ prefix: "A#" })).toEqual(["A#1", "A#2", "A#3"]);
    expect(await found({ prefix: "" })).toEqual(sks);
    expect(await found({ prefix: "D" })).toEqual([]);
    expect(await found({ between: { from: "A#2", to: "B#1" } })).toEqual(["A#2", "A#3", "B#1"]);
    expect(await found({ between: { from: "A#2", to: "B#1" }, descending: true, limit: 2 })).toEqual(["B#1", "A#3"]);
    expect(await found({ limit: 2, after: "A#2" })).toEqual(["A#3", "B#1"]);
    expect(await found({ after: "A#25" })).toEqual(["A#3", "B#1", "B#2", "C#1"]);
    expect(await found({ descending: true, after: "B#1" })).toEqual(["A#3", "A#2", "A#1"]);
    expect(await found({ prefix: "A#", after: "A#1" })).toEqual(["A#2", "A#3"]);
    expect(await found({ after: "C#1" })).toEqual([]);
    expect(await database.query({ table, pk: "query-none" })).toEqual([]);
  });

  it("refuses to go on from a key outside the range that is asked for, as a mistake", async () => {
    const database = open();
    await database.transact(["A#1", "B#1", "B#2", "C#1"].map((sk) => create(itemAt("outside", sk))));
    const between = { from: "B#1", to: "B#9" };
    for (const after of ["A#1", "C#1"])
      for (const descending of [false, true])
        await expect(database.query({ table, pk: "outside", between, after, descending })).rejects.toThrow();
  });

  it("gives every item of a query page by page, once", async () => {
    const database = open();
    const sks = Array.from({ length: 450 }, (_, n) => String(n).padStart(3, "0"));
    for (let from = 0; from < sks.length; from += 90)
      await database.transact(sks.slice(from, from + 90).map((sk) => create(itemAt("pages", sk))));
    const seen = async (items: AsyncGenerator<Item>) => {
      const found: string[] = [];
      for await (const { sk } of items) found.push(sk);
      return found;
    };
    expect(await seen(queryAll(database, { table, pk: "pages" }))).toEqual(sks);
    expect(await seen(queryAll(database, { table, pk: "pages", descending: true }))).toEqual(sks.toReversed());
    expect(await seen(queryAll(database, { table, pk: "pages", prefix: "1" }))).toEqual(sks.slice(100, 200));
  });
};
