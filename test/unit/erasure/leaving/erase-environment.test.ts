import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type EraseOrder,
  eraseEnvironment,
  eraseRefusals,
} from "../../../../functions/erasure/leaving/erase-environment.ts";
import type { memoryFolder } from "../../../../functions/erasure/leaving/ports.ts";
import { certificateName, certificateSignatureName, readCertificate } from "../../../../shared/audit/certificate.ts";
import { isSignature } from "../../../../shared/audit/signature.ts";
import type { OfficerId } from "../../../../shared/domain/ids.ts";
import { keysOf } from "../../../../shared/domain/keys-of.ts";
import type { Instant } from "../../../../shared/law/calendar.ts";
import { openJson } from "../../../../shared/protection/seal.ts";
import { keyring, personKeyRow } from "../../../../shared/stores/keyring.ts";
import { secretsOf } from "../../../support/leaks/marked-people.ts";
import { leakSearch } from "../../../support/leaks/search.ts";
import {
  contentsOf,
  copyOfWorld,
  erase,
  filledWorld,
  leftIn,
  orderFor,
  portsOf,
  returned,
  type World,
  ward,
} from "../../../support/leaving.ts";

const refusedWith = (refused: keyof typeof eraseRefusals) => ({ refused });

describe("契約終了による消去", () => {
  let filled: Awaited<ReturnType<typeof filledWorld>>;
  let folder: ReturnType<typeof memoryFolder>;
  let order: EraseOrder;

  beforeAll(async () => {
    filled = await filledWorld();
    ({ folder } = await returned(filled));
    order = await orderFor(folder);
  });

  it("leaves no row, no key and no file but the mark, the list of certificates and the locked bucket", async () => {
    const world = await copyOfWorld(filled);
    const done = await erase(world, order);
    if ("refused" in done) throw new Error(done.refused);
    expect(leftIn(world)).toEqual({ rows: ["erasures LEAVING", "erasures CERTIFICATES"], objects: [] });
    const search = leakSearch(secretsOf(filled.people));
    expect(search(JSON.stringify([world.database.dump(), done]))).toEqual([]);
    expect(world.database.dump().some((item) => Object.values(item).some((each) => each instanceof Uint8Array))).toBe(
      false,
    );
    for (const [name, held] of filled.buckets.audit) expect(world.buckets.audit.get(name)).toEqual(held);
  });

  it("certifies in the locked bucket what was erased, signed, with both approvals and without personal data", async () => {
    const world = await copyOfWorld(filled);
    const done = await erase(world, order);
    if ("refused" in done) throw new Error(done.refused);
    const bytes = world.buckets.audit.get(certificateName(done.certificateId))?.[0] ?? new Uint8Array();
    const signature = world.buckets.audit.get(certificateSignatureName(done.certificateId))?.[0] ?? new Uint8Array();
    expect(readCertificate(bytes)).toEqual(done);
    expect(isSignature(world.signer.key, bytes, Buffer.from(signature).toString())).toBe(true);
    expect(done).toMatchObject({
      kind: "contract",
      approvals: [
        { by: "head-01", documentNumber: "8国年第99号" },
        { by: "operator-1", documentNumber: "8国年第99号" },
      ],
      goneFrom: { pointInTime: "2027-05-06", keyBackups: "2027-05-06", backups: "2028-05-05" },
      checks: [
        { check: "tables-read-back", examined: 15, found: 0 },
        { check: "buckets-read-back", examined: 4, found: 0 },
      ],
    });
    const records = (name: string) => done.erased.find((each) => each.class === name)?.records;
    const rows = (table: Parameters<World["database"]["dump"]>[0], wanted: RegExp) =>
      filled.database.dump(table).filter(({ pk, sk }) => wanted.test(`${pk} ${sk}`)).length;
    expect(records("qualification-history")).toBe(rows("people", /^PERSON#\S+ ENTRY#/));
    expect(records("qualification-filing")).toBe(rows("filings", /^/));
    expect(records("audit-record")).toBe(rows("audit", /^/) + rows("erasures", /^HOLDS/));
    // Two versions in each of the three buckets of temporary files.
    expect(records("temporary-file")).toBe(6);
  });

  it("makes a copy of the tables from before unreadable: no key that is left opens any of it", async () => {
    const world = await copyOfWorld(filled);
    const before = filled.database.dump("people").filter(({ sealed }) => sealed instanceof Uint8Array);
    await erase(world, order);
    const ring = keyring(world.database, world.master, () => "2027-04-01T00:00:00.000Z" as Instant);
    expect(before.length).toBeGreaterThan(2);
    for (const { pk } of before) {
      const row = personKeyRow(pk.slice("PERSON#".length) as Parameters<typeof personKeyRow>[0]);
      expect(await world.database.getAll([{ table: "keys", key: row }])).toEqual([undefined]);
    }
    // Even the row of the key from before opens nothing: its branch key is gone, and another takes its place.
    const [keyRow] = filled.database.dump("keys").filter(({ sk, pk }) => pk.startsWith("PERSON#") && sk === "KEY");
    if (!keyRow) throw new Error("no key");
    await expect(ring.open(keyRow)).rejects.toThrow();
    const opens = keyring(filled.database, filled.master, () => "2027-04-01T00:00:00.000Z" as Instant);
    const [sealed] = before.filter(({ pk }) => pk === keyRow.pk);
    if (!sealed) throw new Error("no row");
    const place = { table: "people", pk: sealed.pk, sk: sealed.sk, attribute: "sealed" };
    expect(openJson(await opens.open(keyRow), place, sealed.sealed as Uint8Array)).toBeDefined();
  });

  it("comes to the same certificate when it is run again", async () => {
    const world = await copyOfWorld(filled);
    const first = await erase(world, order);
    expect(await erase(world, order)).toEqual(first);
    expect([...world.buckets.audit.keys()].filter((name) => name.startsWith("certificates/"))).toHaveLength(2);
  });

  it("touches nothing without a receipt that the ward signed for exactly this return", async () => {
    const another = await returned(await copyOfWorld(filled));
    const forged = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const wrong: readonly (readonly [keyof typeof eraseRefusals, Partial<EraseOrder>])[] = [
      ["not-confirmed", { confirm: "kokunen-dev" }],
      ["no-manifest", { manifest: Buffer.from("{}") }],
      ["not-signed", { receipt: "" }],
      ["not-signed", { receipt: order.receipt.replace(/\.[^.]+$/, `.${Buffer.alloc(64).toString("base64url")}`) }],
      ["not-signed", { wardKey: forged.publicKey }],
      ["not-signed", { wardKey: ward.opening.publicKey }],
      ["other-manifest", { manifest: another.folder.files.get("manifest.json") ?? new Uint8Array() }],
      ["other-environment", { receipt: (await orderFor(folder, { environment: "kokunen-dev" })).receipt }],
      ["other-totals", { receipt: (await orderFor(folder, { records: 1 })).receipt }],
      ["other-document", { documentNumber: "8国年第100号" }],
      ["same-person", { operator: "head-01" as OfficerId }],
    ];
    const world = await copyOfWorld(filled);
    const before = contentsOf(world);
    for (const [refused, over] of wrong) {
      // The other return is of the same rows, but with times and file keys of its own.
      const answer = await erase(world, { ...order, ...over });
      expect([refused, answer]).toEqual([refused, refusedWith(refused)]);
      expect(contentsOf(world)).toEqual(before);
    }
  });

  it.each([
    [
      "a row that came",
      async (world: World) =>
        world.database.transact([
          { kind: "put", table: "requests", item: { pk: "REQUEST#S20261123-AAAAAA", sk: "NOW", state: "received" } },
        ]),
      "requests",
    ],
    [
      "a row that changed",
      async (world: World) => {
        const [item] = world.database.dump("filings");
        return (
          item && world.database.transact([{ kind: "put", table: "filings", item: { ...item, status: "voided" } }])
        );
      },
      "filings",
    ],
    [
      "a row that went",
      async (world: World) => {
        const [item] = world.database.dump("audit");
        return item && world.database.transact([{ kind: "remove", table: "audit", key: item }]);
      },
      "audit",
    ],
    ["a file that came", async (world: World) => world.buckets.outbox.set("T/1", [Buffer.from("x")]), "outbox"],
    ["a version that went", async (world: World) => world.buckets.outbox.delete("T20261124-BBBBBB/DATA.csv"), "outbox"],
  ])("starts over after %s since the return", async (_, change, where) => {
    const world = await copyOfWorld(filled);
    await change(world);
    const before = contentsOf(world);
    expect(await erase(world, order)).toEqual({ refused: "data-changed", where });
    expect(contentsOf(world)).toEqual(before);
  });

  it("goes on with nobody else's return once it has begun, and certifies nothing while a row keeps coming back", async () => {
    const world = await copyOfWorld(filled);
    const ports = portsOf(world);
    let reads = 0;
    const page: typeof ports.scan.page = async (table, after) => {
      if (table === "people" && after === null) {
        reads += 1;
        // The scans of people: counting, taking away, reading back.
        if (reads === 3)
          await world.database.transact([{ kind: "put", table: "people", item: { pk: "PERSON#x", sk: "SNAPSHOT" } }]);
      }
      return ports.scan.page(table, after);
    };
    expect(await eraseEnvironment({ ...ports, scan: { page } }, order)).toEqual({
      refused: "something-left",
      where: "people: 1",
    });
    expect([...world.buckets.audit.keys()].some((name) => name.startsWith("certificates/"))).toBe(false);
    const other = await orderFor((await returned(filled)).folder);
    expect(await erase(world, other)).toEqual(refusedWith("other-return-begun"));
    expect(await erase(world, order)).toMatchObject({ kind: "contract" });
    expect(leftIn(world).rows).toEqual(["erasures LEAVING", "erasures CERTIFICATES"]);
  });

  it("has plain words for every refusal", () => {
    for (const name of keysOf(eraseRefusals)) expect(eraseRefusals[name]).toMatch(/[ぁ-ん]/);
  });
});
