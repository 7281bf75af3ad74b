import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { bucketsRead } from "../../../functions/erasure/ports.ts";
import type { Item } from "../../../shared/stores/database.ts";
import type { Erasure, Finding } from "../../../shared/stores/erasures.ts";
import { tableNames } from "../../../shared/stores/tables.ts";
import { inShiftJis, inUtf16 } from "../../support/encodings.ts";
import { agedWorld, approve, clockOver, foundIn, settle } from "../../support/erasure-story.ts";
import { copyOfWorld, type World } from "../../support/leaving.ts";

/** A copy of somebody's data, in places where the system itself puts nothing. */
describe("copies planted where nothing is listed", () => {
  let world: World;
  let rested: Erasure;
  let clock: ReturnType<typeof clockOver>;
  let findings: Finding[];
  let name: string;
  let rows: Record<string, Item>;
  let texts: Record<string, Buffer>;

  beforeAll(async () => {
    const aged = await agedWorld();
    const [person] = aged.people;
    const [owner] = aged.owners;
    if (!person || !owner) throw new Error("nobody is due");
    world = await copyOfWorld(aged);
    const income = aged.database.dump("incomes").find(({ sk }) => sk === `PERSON#${owner}`);
    const ledger = aged.database.dump("people").find(({ pk, sk }) => pk === `PERSON#${owner}` && sk === "ENTRY#000001");
    if (!income || !ledger) throw new Error("the story has changed");
    const line = `${person.name},${person.birthDate},女`;
    rows = {
      pseudonym: { pk: "COPY#1", sk: "1", note: `of ${owner}` },
      number: { pk: "COPY#2", sk: person.basicPensionNumber ?? "" },
      "name-and-day": { pk: "COPY#3", sk: "3", who: person.name, inner: [{ born: person.birthDate }] },
      "ledger-entry": { ...ledger, pk: "COPY#4", sk: "4" },
      "income-inside": { pk: "COPY#5", sk: "5", kept: { inner: [income.sealed ?? null] } },
      "json-text": { pk: "COPY#6", sk: "6", text: JSON.stringify({ n: person.nameKana, d: person.birthDate }) },
    };
    texts = {
      "plain.csv": Buffer.from(line),
      "sjis.csv": inShiftJis(line),
      "utf16.txt": inUtf16(line),
      "packed.json.gz": gzipSync(JSON.stringify({ rows: [{ name: person.name, birthDate: person.birthDate }] })),
      "number.dat": Buffer.from(`A1${person.individualNumber}9`),
      "dump.ndjson": Buffer.from(
        JSON.stringify({ sealed: Buffer.from(ledger.sealed as Uint8Array).toString("base64") }),
      ),
      "raw.bin": Buffer.concat([Buffer.alloc(700, 7), Buffer.from(income.sealed as Uint8Array)]),
    };
    for (const table of tableNames)
      for (const item of Object.values(rows)) await world.database.transact([{ kind: "put", table, item }]);
    for (const bucket of bucketsRead)
      for (const [name, bytes] of Object.entries(texts)) {
        world.buckets[bucket].set(`planted/newest-${name}`, [bytes]);
        // Overwritten since: only the version before holds it.
        world.buckets[bucket].set(`planted/older-${name}`, [bytes, Buffer.from("nothing")]);
        world.buckets[bucket].set(`planted/named-${name}-${owner}`, [Buffer.from("nothing")]);
      }
    world.buckets.outbox.set(`planted/${person.name}.csv`, [Buffer.from(line)]);
    name = person.name;
    clock = clockOver(world, { pageSize: 500 });
    await clock.begin();
    await approve(world);
    rested = await clock.rest();
    findings = await foundIn(world, rested);
  });

  it("are not certified away: the erasure waits for people", () => {
    expect(clock.surprises).toEqual([]);
    expect(rested).toMatchObject({ state: "awaiting-settlement", certificateId: null, found: findings.length });
  });

  it.each(tableNames)("are found as rows of %s, whatever they hold", (table) => {
    const found = findings.flatMap(({ place }) => (place.kind === "row" && place.table === table ? [place.pk] : []));
    expect(new Set(found.filter((pk) => pk.startsWith("COPY#")))).toEqual(
      new Set(Object.values(rows).map(({ pk }) => pk)),
    );
  });

  it.each(bucketsRead)("are found in every version of every object of %s, and by the object's name", (bucket) => {
    const found = new Set(
      findings.flatMap(({ place }) =>
        place.kind === "object" && place.bucket === bucket ? [`${place.name} ${place.version}`] : [],
      ),
    );
    for (const name of Object.keys(texts))
      for (const wanted of [`newest-${name} 0`, `older-${name} 0`, `named-${name}-● 0`])
        expect([wanted, found.has(`planted/${wanted}`)]).toEqual([wanted, true]);
    expect([...found].some((each) => each.endsWith(" 1"))).toBe(false);
  });

  it("are told of without the name that their own name says", () => {
    expect(findings.some(({ place }) => place.kind === "object" && place.name === "●")).toBe(true);
    expect(JSON.stringify(findings)).not.toContain(name);
  });

  it("go when people say so, each of them, and then it is certified that none is left", async () => {
    await settle(world, "remove");
    const done = await clock.rest();
    expect([done.state, clock.surprises]).toEqual(["done", []]);
    for (const table of tableNames)
      expect([table, world.database.dump(table).filter(({ pk }) => pk.startsWith("COPY#"))]).toEqual([table, []]);
    for (const bucket of bucketsRead) {
      const left = [...world.buckets[bucket]].flatMap(([name, held]) => held.map((bytes) => [name, bytes] as const));
      const planted = left.filter(([name]) => name.startsWith("planted/"));
      expect(planted.every(([, bytes]) => Buffer.from(bytes).toString() === "nothing")).toBe(true);
    }
  });
});
