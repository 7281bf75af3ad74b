import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { checkReturn } from "../../../../functions/erasure/leaving/check-return.ts";
import { recipientOf } from "../../../../functions/erasure/leaving/envelope.ts";
import { giveBack } from "../../../../functions/erasure/leaving/give-back.ts";
import { manifestName } from "../../../../functions/erasure/leaving/manifest.ts";
import { memoryFolder } from "../../../../functions/erasure/leaving/ports.ts";
import { kindOfRow, recordKinds } from "../../../../functions/erasure/leaving/record-kinds.ts";
import type { PersonId } from "../../../../shared/domain/ids.ts";
import { keysOf } from "../../../../shared/domain/keys-of.ts";
import type { Instant } from "../../../../shared/law/calendar.ts";
import { filingOf, openFiling } from "../../../../shared/stores/filings.ts";
import { incomeOf } from "../../../../shared/stores/incomes.ts";
import { keyring, personKeyRow } from "../../../../shared/stores/keyring.ts";
import { ledgerOf, loadedPerson, personRows } from "../../../../shared/stores/people.ts";
import { tableNames } from "../../../../shared/stores/tables.ts";
import { described } from "../../../../tools/leave/schema.ts";
import { secretsOf } from "../../../support/leaks/marked-people.ts";
import { leakSearch } from "../../../support/leaks/search.ts";
import { filledWorld, portsOf, recipient, returned, type World, ward } from "../../../support/leaving.ts";

// biome-ignore lint/suspicious/noExplicitAny: lines of every kind are looked into freely; what is looked for is asserted.
type Line = any;

/** What the ward comes to see, by kind. */
const openedBy = async (folder: ReturnType<typeof memoryFolder>, key = ward.opening.privateKey) => {
  const lines: Line[] = [];
  const objects = new Map<string, Uint8Array>();
  const checked = await checkReturn(folder, key, async ({ object }, plain) => {
    if (object) objects.set(`${object.name} ${object.version}`, plain);
    else for (const line of Buffer.from(plain).toString("utf8").trimEnd().split("\n")) lines.push(JSON.parse(line));
  });
  return { checked, lines, objects, of: (kind: string) => lines.filter((line) => line.kind === kind) };
};

describe("返還", () => {
  let world: World & { people: Awaited<ReturnType<typeof filledWorld>>["people"] };
  let given: Awaited<ReturnType<typeof returned>>;
  let opened: Awaited<ReturnType<typeof openedBy>>;
  const now = "2026-11-24T01:00:00.000Z" as Instant;

  beforeAll(async () => {
    world = await filledWorld();
    given = await returned(world, 20_000);
    opened = await openedBy(given.folder);
  });

  it("opens with the ward's key, whole, with every file in the manifest", () => {
    expect(opened.checked.faults).toEqual([]);
    expect([...given.folder.files.keys()].toSorted()).toEqual(
      [manifestName, ...given.manifest.parts.map(({ file }) => file)].toSorted(),
    );
    expect(given.manifest.parts.length).toBeGreaterThan(20);
  });

  it("holds every row of every table that is not made from others, once", () => {
    const expected = tableNames.flatMap((table) =>
      world.database.dump(table).flatMap((item) => {
        const kind = kindOfRow(table, item);
        return kind !== undefined && Object.hasOwn(recordKinds, kind) ? [`${kind} ${table} ${item.pk} ${item.sk}`] : [];
      }),
    );
    const found = opened.lines
      .filter(({ table }) => table !== undefined)
      .map(({ kind, table, pk, sk }) => `${kind} ${table} ${pk} ${sk}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(new Set(opened.lines.map(({ kind }) => kind)).size).toBeGreaterThan(10);
    expect(given.manifest.tally.people).toBe(new Set(opened.of("ledger-entry").map(({ owner }) => owner)).size);
  });

  it("gives the ledger, 届出 and 所得情報 field by field as the system itself reads them", async () => {
    const ring = keyring(world.database, world.master, () => now);
    const entries = opened.of("ledger-entry");
    expect(entries.length).toBeGreaterThan(1);
    for (const owner of new Set(entries.map((line) => line.owner))) {
      const rows = await world.database.getAll(personRows(owner));
      const ledger = await ledgerOf(world.database, await loadedPerson(owner, rows, ring));
      expect(entries.filter((line) => line.owner === owner).map(({ opened: { sealed } }) => sealed)).toEqual(
        JSON.parse(JSON.stringify(ledger)),
      );
    }
    const keyOf = async (owner: PersonId) => {
      const [row] = await world.database.getAll([{ table: "keys", key: personKeyRow(owner) }]);
      if (!row) throw new Error("no key");
      return ring.open(row);
    };
    for (const item of world.database.dump("filings")) {
      const filing = filingOf(item);
      const line = opened.of("filing").find(({ sk }) => sk === filing.filingId);
      expect(line.opened.sealed).toEqual(JSON.parse(JSON.stringify(openFiling(await keyOf(line.owner), filing))));
      expect(line.row).toMatchObject({ status: filing.status, history: filing.history });
    }
    const incomes = [...opened.of("income"), ...opened.of("income-history")];
    expect(incomes.length).toBeGreaterThan(1);
    for (const line of incomes) {
      const [item] = await world.database.getAll([{ table: "incomes", key: { pk: line.pk, sk: line.sk } }]);
      if (!item) throw new Error("no income");
      expect(line.opened.sealed).toEqual(JSON.parse(JSON.stringify(incomeOf(item, await keyOf(line.owner)).record)));
    }
  });

  it("gives the files that were sent out byte for byte, in every version, and lists the audit bucket", () => {
    expect([...opened.objects.keys()].toSorted()).toEqual([
      "T20261123-AAAAAA/DATA.csv 0",
      "T20261123-AAAAAA/DATA.csv 1",
      "T20261124-BBBBBB/DATA.csv 0",
    ]);
    expect(Buffer.from(opened.objects.get("T20261124-BBBBBB/DATA.csv 0") ?? []).toString()).toContain(
      world.people[0]?.individualNumber,
    );
    expect(opened.lines.filter(({ size }) => size !== undefined)).toMatchObject([
      { name: "trail/entries/2026/11/23/2026-11-23T01.ndjson" },
    ]);
  });

  it("describes every field that it holds", () => {
    for (const line of opened.lines.filter(({ table }) => table !== undefined)) {
      const { row, opened: sealed } = described[line.kind as keyof typeof described] as {
        row: { shape: object };
        opened?: { parse(value: unknown): unknown };
      };
      if (line.kind !== "erasure-note")
        expect([line.kind, Object.keys(line.row).filter((name) => !(name in row.shape))]).toEqual([line.kind, []]);
      for (const value of Object.values(line.opened)) expect(() => sealed?.parse(value)).not.toThrow();
    }
    expect(keysOf(described).length).toBe(keysOf(recordKinds).length - 1);
  });

  it("leaves nothing of a person readable in the folder", () => {
    const search = leakSearch(secretsOf(world.people));
    for (const [name, bytes] of given.folder.files) {
      const parts = name.endsWith(".jwe") ? Buffer.from(bytes).toString("ascii").split(".") : [String(bytes)];
      for (const part of parts)
        expect([name, search(Buffer.from(part, "base64url").toString("utf8")), search(part)]).toEqual([name, [], []]);
    }
    expect(search(JSON.stringify(opened.lines)).length).toBeGreaterThan(0);
  });

  it("does not open with another key, and a flipped byte of any file is found", async () => {
    const other = await openedBy(given.folder, generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
    expect(new Set(other.checked.faults.map(({ fault }) => fault))).toEqual(new Set(["cannot-open"]));
    expect(other.lines).toEqual([]);
    for (const { file } of given.manifest.parts.slice(0, 5)) {
      const files = new Map(given.folder.files);
      const bytes = Buffer.from(files.get(file) ?? []);
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9);
      files.set(file, bytes);
      expect((await checkReturn(memoryFolder(files), ward.opening.privateKey)).faults).toEqual([
        { file, fault: "changed" },
      ]);
      files.delete(file);
      expect((await checkReturn(memoryFolder(files), ward.opening.privateKey)).faults).toEqual([
        { file, fault: "missing" },
      ]);
    }
  });

  it("says that a manifest whose totals do not add up is none", async () => {
    const files = new Map(given.folder.files);
    files.set(manifestName, Buffer.from(JSON.stringify({ ...given.manifest, parts: given.manifest.parts.slice(1) })));
    expect(await checkReturn(memoryFolder(files), ward.opening.privateKey)).toMatchObject({
      manifest: undefined,
      faults: [{ fault: "no-manifest" }],
    });
  });

  it("stops at a row that it does not know, at one that does not open, and while an erasure is open", async () => {
    const odd = await filledWorld();
    await odd.database.transact([{ kind: "put", table: "residents", item: { pk: "COPY#1", sk: "x" } }]);
    const stop = () => giveBack(portsOf(odd), recipient(), memoryFolder());
    expect(await stop()).toEqual({ stopped: "unknown-row", table: "residents" });
    await odd.database.transact([{ kind: "remove", table: "residents", key: { pk: "COPY#1", sk: "x" } }]);
    const [filing] = odd.database.dump("filings");
    if (!filing) throw new Error("no filing");
    await odd.database.transact([{ kind: "put", table: "filings", item: { ...filing, sk: "20261123-ZZZZZZ" } }]);
    expect(await stop()).toEqual({ stopped: "cannot-open", table: "filings" });
    await odd.database.transact([
      { kind: "remove", table: "filings", key: { pk: filing.pk, sk: "20261123-ZZZZZZ" } },
      {
        kind: "put",
        table: "erasures",
        item: { pk: "OPEN-ERASURE", sk: "OPEN-ERASURE", erasureId: "E20261123-AAAAAA" },
      },
      {
        kind: "put",
        table: "erasures",
        item: {
          pk: "ERASURES",
          sk: "E20261123-AAAAAA",
          state: "listing",
          asOf: "2026-11-23",
          startedAt: now,
          listedAt: null,
          approvals: [],
          erasedFrom: null,
          erasedUntil: null,
          cursor: null,
          examined: 0,
          counts: {},
          found: 0,
          certificateId: null,
          version: 1,
        },
      },
    ]);
    expect(await stop()).toEqual({ stopped: "erasure-open" });
  });

  it("takes RSA of 3072 bits, P-256 and P-384, and refuses a private key and a short one", () => {
    const pemOf = (pair: ReturnType<typeof generateKeyPairSync>, half: "publicKey" | "privateKey") =>
      String(pair[half].export({ type: half === "publicKey" ? "spki" : "pkcs8", format: "pem" }));
    const short = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const curve = generateKeyPairSync("ec", { namedCurve: "P-384" });
    expect(recipientOf(pemOf(short, "publicKey"))).toBeUndefined();
    expect(recipientOf(pemOf(curve, "privateKey"))).toBeUndefined();
    expect(recipientOf(pemOf(curve, "publicKey"))).toBeDefined();
    expect(recipientOf(JSON.stringify(curve.publicKey.export({ format: "jwk" })))).toBeDefined();
  });
});
