import { beforeAll, describe, expect, it } from "vitest";
import { certificateName, certificateSignatureName, readCertificate } from "../../../shared/audit/certificate.ts";
import { auditEntry } from "../../../shared/audit/entry.ts";
import { isSignature } from "../../../shared/audit/signature.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Item } from "../../../shared/stores/database.ts";
import { holdTarget, holdWrite } from "../../../shared/stores/holds.ts";
import { erasureKeyRow, personKeyRow } from "../../../shared/stores/keyring.ts";
import { tableNames } from "../../../shared/stores/tables.ts";
import { agedWorld, approve, clockOver, foundIn, itemsIn, later, settle } from "../../support/erasure-story.ts";
import { secretsOf } from "../../support/leaks/marked-people.ts";
import { leakSearch } from "../../support/leaks/search.ts";
import { copyOfWorld, type World } from "../../support/leaving.ts";

type Aged = Awaited<ReturnType<typeof agedWorld>>;
let aged: Aged;
beforeAll(async () => {
  aged = await agedWorld();
});

const nameOf = (table: string, { pk, sk }: Item) => `${table} ${pk} ${sk}`;
const rowsIn = ({ database }: World) =>
  new Map(tableNames.flatMap((table) => database.dump(table).map((item) => [nameOf(table, item), item] as const)));

const listedAndApproved = async () => {
  const world = await copyOfWorld(aged);
  const clock = clockOver(world);
  await clock.begin();
  const erasure = await approve(world);
  return { world, clock, erasure };
};

const certificateIn = async (world: World, certificateId: string | null) => {
  const bytes = world.buckets.audit.get(certificateName(certificateId ?? ""))?.[0] ?? new Uint8Array();
  const signature = world.buckets.audit.get(certificateSignatureName(certificateId ?? ""))?.[0] ?? new Uint8Array();
  const key = await world.signer.publicKey();
  expect(isSignature(key, bytes, Buffer.from(signature).toString("utf8"))).toBe(true);
  const certificate = readCertificate(bytes);
  if (!certificate) throw new Error("no certificate");
  return { certificate, bytes };
};

describe("消去", () => {
  it("leaves nothing of those who are due, and of everybody else what was there, byte for byte", async () => {
    const before = rowsIn(aged);
    const { world, clock } = await listedAndApproved();
    const done = await clock.rest();
    expect([done.state, clock.surprises]).toEqual(["done", []]);
    const [gone = "", other = "", stays = ""] = aged.owners;
    const after = rowsIn(world);
    for (const [name, row] of after) {
      const text = JSON.stringify(row);
      if (name.startsWith("audit ") || name.startsWith("traces ")) continue;
      expect([name, text.includes(gone), text.includes(other)]).toEqual([name, false, false]);
      const was = before.get(name);
      if (was) expect([name, row]).toEqual([name, was]);
    }
    // Whoever stays keeps all of theirs but what was due by itself.
    const lost = [...before].filter(([name]) => !after.has(name) && name.includes(stays)).map(([name]) => name);
    expect(lost.filter((name) => !/^(incomes (YEAR|HISTORY)|residents PERSON)/.test(name))).toEqual([]);
    expect([...after.keys()].some((name) => name.startsWith("people ") && name.includes(stays))).toBe(true);
  });

  it("is certified: how much of what, by whom approved, which checks, and when the last backup has lost it", async () => {
    const { world, clock, erasure } = await listedAndApproved();
    const listed = await itemsIn(world, erasure);
    const done = await clock.rest();
    const { certificate, bytes } = await certificateIn(world, done.certificateId);
    expect(certificate).toMatchObject({
      kind: "retention",
      of: erasure.erasureId,
      approvals: [{ by: "manager-1" }, { by: "head-1" }],
      left: [{ class: "qualification-history", reason: "record-open", records: 1 }],
      goneFrom: { pointInTime: "2045-12-29", keyBackups: "2045-12-29", backups: "2046-12-29" },
    });
    const counted = Object.fromEntries(certificate.erased.map((row) => [row.class, row.records]));
    const wanted: Record<string, number> = {};
    for (const { class: name, state } of listed)
      if (state === "listed") wanted[String(name)] = (wanted[String(name)] ?? 0) + 1;
    expect(counted).toEqual(wanted);
    const checks = new Map(certificate.checks.map(({ check, examined, found }) => [check, { examined, found }]));
    for (const table of tableNames) expect([table, checks.get(`table-${table}`)?.found]).toEqual([table, 0]);
    expect(checks.get("erased-rows")).toMatchObject({ found: 0 });
    expect(checks.get("erased-rows")?.examined).toBeGreaterThan(listed.length);
    expect(leakSearch(secretsOf(aged.people))(Buffer.from(bytes).toString())).toEqual([]);
    for (const owner of aged.owners) expect(Buffer.from(bytes).includes(owner)).toBe(false);
  });

  it("forgets by what the erased were known before it signs, and keeps listed what stayed", async () => {
    const { world, clock, erasure } = await listedAndApproved();
    const done = await clock.rest();
    expect(await itemsIn(world, done)).toMatchObject([{ record: "person", state: "kept", reason: "record-open" }]);
    expect(await world.database.getAll([{ table: "keys", key: erasureKeyRow(erasure.erasureId) }])).toEqual([
      undefined,
    ]);
    expect(done.counts).toMatchObject({ "qualification-history": { verified: 5, kept: 1 } });
  });

  it("tells the trail of each person that they went, and of nobody else", async () => {
    const { world, clock, erasure } = await listedAndApproved();
    await clock.rest();
    const entries = world.database.dump("audit").map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))));
    const told = entries.filter(({ object, codes }) => object === erasure.erasureId && codes.includes("person"));
    expect(told).toHaveLength(5);
    for (const entry of told) expect(entry).toMatchObject({ officer: "schedule:erasure", purpose: "erasure" });
    expect(new Set(told.flatMap(({ subjects }) => subjects)).size).toBe(5);
  });

  it("keeps somebody who was held after the approval, with everything of theirs and their key as it was", async () => {
    const before = rowsIn(aged);
    const { world, clock } = await listedAndApproved();
    const [held] = aged.owners;
    if (!held) throw new Error("nobody to hold");
    await world.database.transact([
      holdWrite({
        holdId: "H20451122-AAAAAA",
        target: holdTarget({ person: held }),
        reason: "litigation",
        documentNumber: "27国年第3号",
        until: null,
        placedBy: "manager-1",
        placedAt: later,
        ended: null,
        version: 1,
      }),
    ]);
    const done = await clock.rest();
    expect(done.state).toBe("done");
    const after = rowsIn(world);
    for (const [name, row] of before) if (JSON.stringify(row).includes(held)) expect(after.get(name)).toEqual(row);
    const { certificate } = await certificateIn(world, done.certificateId);
    expect(certificate.left).toContainEqual({ class: "qualification-history", reason: "litigation", records: 1 });
  });

  it("keeps somebody of whom something came after the list, and gives them their key back", async () => {
    const { world, clock } = await listedAndApproved();
    const [owner] = aged.owners;
    const row = world.database.dump("filings").find(({ personId }) => personId === owner);
    if (!owner || !row) throw new Error("no filing");
    const filed = { ...row, pk: "FILINGS#2045-11", sk: "20451122-AAAAAA", status: "received" };
    await world.database.transact([{ kind: "put", table: "filings", item: filed }]);
    const done = await clock.rest();
    expect(await itemsIn(world, done)).toContainEqual(
      expect.objectContaining({ owner, record: "person", state: "changed", reason: "record-new" }),
    );
    const [key] = await world.database.getAll([{ table: "keys", key: personKeyRow(owner) }]);
    expect(key?.version).toBe(1);
    expect([...rowsIn(world).keys()]).toContain("filings FILINGS#2045-11 20451122-AAAAAA");
  });

  it("keeps a record that is not due any more when it comes to it, and whose it is", async () => {
    const { world, clock } = await listedAndApproved();
    const [owner] = aged.owners;
    const row = world.database.dump("filings").find(({ personId }) => personId === owner);
    if (!owner || !row) throw new Error("no filing");
    await world.database.transact([{ kind: "put", table: "filings", item: { ...row, status: "received" } }]);
    const done = await clock.rest();
    const items = await itemsIn(world, done);
    expect(items.filter((item) => item.owner === owner)).toMatchObject([
      { record: "person", state: "changed", reason: "no-longer-due" },
      { record: `filing:${row.sk}`, state: "changed", reason: "no-longer-due" },
    ]);
    expect([...rowsIn(world).keys()]).toContain(nameOf("filings", row));
  });

  it("erases somebody with more rows than a transaction takes, ledger and all", async () => {
    const { world, clock } = await listedAndApproved();
    const [owner] = aged.owners;
    for (let nth = 0; nth < 250; nth += 1)
      await world.database.transact([
        {
          kind: "put",
          table: "people",
          item: { pk: `PERSON#${owner}`, sk: `ENTRY#${900_000 + nth}`, version: 1, sealed: new Uint8Array(60).fill(1) },
        },
      ]);
    const done = await clock.rest();
    expect([done.state, clock.surprises]).toEqual(["done", []]);
    const left = [...rowsIn(world)].filter(([name]) => !name.startsWith("audit ") && name.includes(owner ?? ""));
    expect(left).toEqual([]);
  });

  it("leaves somebody of whom there is more than can be kept in mind, whole, and says so", async () => {
    const { world, clock } = await listedAndApproved();
    const [owner = ""] = aged.owners;
    const copies = Array.from({ length: 6_000 }, (_, nth) => ({
      kind: "put" as const,
      table: "people" as const,
      item: {
        pk: `PERSON#${owner}`,
        sk: `ENTRY#${900_000 + nth}`,
        version: 1,
        sealed: Buffer.alloc(60, nth).fill(1, 0, 1),
      },
    }));
    for (let from = 0; from < copies.length; from += 100) await world.database.transact(copies.slice(from, from + 100));
    const done = await clock.rest();
    expect(await itemsIn(world, done)).toContainEqual(
      expect.objectContaining({ owner, record: "person", state: "failed", reason: "too-large" }),
    );
    const left = world.database.dump("people").filter(({ pk }) => pk === `PERSON#${owner}`);
    expect(left.length).toBeGreaterThan(6_000);
    const [key] = await world.database.getAll([{ table: "keys", key: { pk: `PERSON#${owner}`, sk: "KEY" } }]);
    expect(key?.version).toBe(1);
  });

  it("is one erasure again the next night, with nothing due", async () => {
    const { world, clock } = await listedAndApproved();
    const first = await clock.rest();
    const second = await clockOver(world, { now: "2045-11-23T18:10:00.000Z" as Instant }).begin();
    expect(second.erasureId).not.toBe(first.erasureId);
    expect(second.state).toBe("empty");
  });

  it("waits for people over a copy that was found, and takes it away when they say so", async () => {
    const { world, clock } = await listedAndApproved();
    const copy = { pk: "COPY#1", sk: "COPY", owner: aged.owners[0] ?? "", version: 1 };
    await world.database.transact([{ kind: "put", table: "sessions", item: copy }]);
    const left = await clock.rest();
    expect(left).toMatchObject({ state: "awaiting-settlement", found: 1, certificateId: null });
    expect(await foundIn(world, left)).toMatchObject([
      { place: { kind: "row", table: "sessions", pk: "COPY#1" }, known: "pseudonym", decision: null },
    ]);
    await settle(world, "remove");
    const done = await clock.rest();
    expect(done.state).toBe("done");
    expect([...rowsIn(world).keys()]).not.toContain("sessions COPY#1 COPY");
    const { certificate } = await certificateIn(world, done.certificateId);
    expect(certificate.checks).toContainEqual({ check: "table-sessions", examined: expect.any(Number), found: 0 });
  });

  it("certifies what was said to be no copy as found", async () => {
    const { world, clock } = await listedAndApproved();
    const copy = { pk: "COPY#1", sk: "COPY", owner: aged.owners[0] ?? "", version: 1 };
    await world.database.transact([{ kind: "put", table: "sessions", item: copy }]);
    await clock.rest();
    await settle(world, "keep");
    const done = await clock.rest();
    const { certificate } = await certificateIn(world, done.certificateId);
    expect(certificate.checks).toContainEqual({ check: "table-sessions", examined: expect.any(Number), found: 1 });
    expect([...rowsIn(world).keys()]).toContain("sessions COPY#1 COPY");
  });
});
