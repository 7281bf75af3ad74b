import { beforeEach, describe, expect, it } from "vitest";
import { auditEntry } from "../../../shared/audit/entry.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { endedHolds, type Hold, holdsInForce, holdTarget, holdWrite } from "../../../shared/stores/holds.ts";
import { keyring } from "../../../shared/stores/keyring.ts";
import { batchOf, listedIn, listing, somebody } from "../../support/erasure-listing.ts";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { openStores, restartingOffice, type Stores } from "../../support/restarting-office.ts";

let stores: Stores;
beforeEach(() => {
  stores = openStores();
});

const listed = async () => {
  const { run, log, surprises } = listing(stores);
  await run();
  expect(surprises).toEqual([]);
  return { ...(await listedIn(stores.database)), log: log.lines };
};

const holdOn = (target: string, until: string | null = null): Hold => ({
  holdId: `H-${target}`,
  target,
  reason: "litigation",
  documentNumber: "7目国年第1号",
  until: until === null ? null : plainDate(until),
  placedBy: "manager-1",
  placedAt: "2026-11-01T01:00:00.000Z" as Instant,
  ended: null,
  version: 1,
});
const place = (hold: Hold) => stores.database.transact([holdWrite(hold)]);

describe("listing what is due", () => {
  it("lists who lost their last 資格 long enough ago, and nobody else", async () => {
    const gone = await somebody(stores, 0, 2012);
    await somebody(stores, 1, 2020);
    await somebody(stores, 2, null);
    expect(await listed()).toMatchObject({
      state: "awaiting-approval",
      counts: { "qualification-history": { listed: 1 } },
      items: [{ owner: gone, record: "person", state: "listed", reason: null, dueOn: "2023-04-01" }],
    });
  });

  it("has nothing to approve where nothing is due", async () => {
    await somebody(stores, 2, null);
    expect(await listed()).toMatchObject({ state: "empty", counts: {}, items: [] });
  });

  it("lists 所得情報 past its years, of whoever stays too", async () => {
    const stays = await somebody(stores, 0, null, [2018, 2024]);
    expect((await listed()).items).toEqual([
      { owner: stays, record: "income:2018", state: "listed", reason: null, dueOn: "2024-04-01" },
    ]);
  });

  it("keeps somebody due of whom a record is not, and says why", async () => {
    const kept = await somebody(stores, 0, 2012, [2018, 2024]);
    const { items, counts, state } = await listed();
    expect(items).toMatchObject([
      { owner: kept, record: "person", state: "kept", reason: "record-not-due" },
      { owner: kept, record: "income:2018", state: "listed" },
    ]);
    expect(counts).toEqual({ "qualification-history": { kept: 1 }, income: { listed: 1 } });
    expect(state).toBe("awaiting-approval");
  });

  it("keeps somebody whose 届出 is not over", async () => {
    const [person] = applicants(1, 31);
    if (!person) throw new Error("nobody of working age");
    const office = restartingOffice(stores, []);
    const body = acquisitionOf(person, { intake: "receive" });
    expect((await office.insist("POST", "/v1/filings/acquisition", { key: "listing-story-1", body })).status).toBe(201);
    const old = stores.database.dump("keys").find(({ pk }) => pk.startsWith("PERSON#"));
    // Whoever was never recorded is kept from the year of their key: here one that is long over.
    const ring = keyring(stores.database, stores.master, () => "2009-05-01T01:00:00.000Z" as Instant);
    const { write } = await ring.issue(String(old?.pk).slice("PERSON#".length) as PersonId);
    if (write.kind !== "create") throw new Error("a key is created");
    await stores.database.transact([{ kind: "put", table: "keys", item: write.item }]);
    expect((await listed()).items).toMatchObject([{ record: "person", state: "kept", reason: "record-open" }]);
  });

  it("lists who has a key and was never recorded", async () => {
    const ring = keyring(stores.database, stores.master, () => "2009-05-01T01:00:00.000Z" as Instant);
    const { write } = await ring.issue("nobodyrecorded0000000000000" as PersonId);
    await stores.database.transact([write]);
    expect((await listed()).items).toMatchObject([{ record: "person", state: "listed", dueOn: "2020-04-01" }]);
  });

  it("holds somebody with all of theirs while a hold on them lasts", async () => {
    const held = await somebody(stores, 0, 2012, [2018]);
    await place(holdOn(holdTarget({ person: held })));
    expect(await listed()).toMatchObject({
      state: "empty",
      items: [
        { record: "person", state: "held", reason: "litigation" },
        { record: "income:2018", state: "held", reason: "litigation" },
      ],
    });
  });

  it("keeps somebody a record of whom is held with its class, because it would be gone with their key", async () => {
    await somebody(stores, 0, 2012, [2018]);
    await place(holdOn(holdTarget({ class: "income" })));
    expect((await listed()).items).toMatchObject([
      { record: "person", state: "kept", reason: "record-held" },
      { record: "income:2018", state: "held", reason: "litigation" },
    ]);
  });

  it("ends a hold whose last day is over before it lists, and tells the trail", async () => {
    const gone = await somebody(stores, 0, 2012);
    await place(holdOn(holdTarget({ person: gone }), "2026-11-22"));
    await place(holdOn(holdTarget({ class: "income" }), "2026-11-23"));
    expect((await listed()).items).toMatchObject([{ record: "person", state: "listed" }]);
    expect((await endedHolds(stores.database, 10)).map(({ ended }) => ended?.by)).toEqual(["schedule:erasure"]);
    expect((await holdsInForce(stores.database)).map(({ target }) => target)).toEqual(["CLASS#income"]);
    const entries = stores.database.dump("audit").map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))));
    expect(entries.filter(({ codes }) => codes.includes("hold-expired"))).toHaveLength(1);
    expect(entries.find(({ codes }) => codes.includes("awaiting-approval"))).toMatchObject({
      action: "erasure:listing",
      officer: "schedule:erasure",
      subjects: [],
      codes: ["awaiting-approval", "listed-1", "held-0", "kept-0"],
    });
  });

  it("dates the rows of a batch by its end, and lists none of one that goes on", async () => {
    await batchOf(stores.database, "age-20-2015-04", 2015, 100);
    await batchOf(stores.database, "age-20-2026-11", null, 3);
    expect(await listed()).toMatchObject({ counts: { "linkage-record": { listed: 100 } } });
  });

  it.each(["people", "keys", "filings", "incomes", "residents", "batches", "requests"] as const)(
    "tells of a row among %s that fits no form",
    async (table) => {
      await stores.database.transact([{ kind: "put", table, item: { pk: "COPY#1", sk: "COPY", version: 1 } }]);
      const { log } = await listed();
      expect(log.filter(({ code }) => code === "erasure-unknown-rows")).toMatchObject([
        { facts: { phase: table === "keys" ? "histories" : table, rows: 1 } },
      ]);
    },
  );

  it("goes on with everybody else past a history that does not open", async () => {
    const broken = await somebody(stores, 0, 2012);
    const gone = await somebody(stores, 1, 2012);
    const row = stores.database.dump("people").find(({ pk, sk }) => pk === `PERSON#${broken}` && sk === "SNAPSHOT");
    if (!row) throw new Error("not on file");
    await stores.database.transact([{ kind: "put", table: "people", item: { ...row, sealed: new Uint8Array(60) } }]);
    const { items, log } = await listed();
    expect(items).toMatchObject([{ owner: gone, state: "listed" }]);
    expect(log.map(({ code }) => code)).toEqual(expect.arrayContaining(["internal-error", "erasure-unknown-rows"]));
  });
});
