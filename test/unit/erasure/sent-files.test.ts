import { beforeEach, describe, expect, it } from "vitest";
import { certificateName, readCertificate } from "../../../shared/audit/certificate.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Erasure } from "../../../shared/stores/erasures.ts";
import { type Hold, holdTarget, holdWrite } from "../../../shared/stores/holds.ts";
import { approve, clockOver, foundIn, itemsIn, later, settle } from "../../support/erasure-story.ts";
import { due, in2040, names, sentWorld } from "../../support/sent-world.ts";

let world: ReturnType<typeof sentWorld>["world"];
let outbox: ReturnType<typeof sentWorld>["outbox"];
let clock: ReturnType<typeof clockOver>;

beforeEach(() => {
  ({ world, outbox } = sentWorld());
  clock = clockOver(world, { buckets: { outbox: outbox.versions } });
});

const listedAndApproved = async (): Promise<Erasure> => {
  await clock.begin();
  return approve(world);
};

const states = async (erasure: Erasure) =>
  (await itemsIn(world, erasure)).map(({ record, state, reason }) => [record, state, reason]);

const certificateOf = ({ certificateId }: Erasure) => {
  const bytes = world.buckets.audit.get(certificateName(certificateId ?? ""))?.[0];
  const certificate = bytes && readCertificate(bytes);
  if (!certificate) throw new Error("no certificate");
  return certificate;
};

const hold: Hold = {
  holdId: "H20451122-AAAAAA",
  target: holdTarget({ class: "transmittal-file" }),
  reason: "inspection",
  documentNumber: "27国年第3号",
  until: null,
  placedBy: "manager-1",
  placedAt: later,
  ended: null,
  version: 1,
};

const record = (name: string) => `object:outbox/${name}`;

describe("送り出したファイル past their years", () => {
  it("are listed once each, however many versions and marks there are, as nobody's", async () => {
    const erasure = await clock.begin();
    expect(erasure).toMatchObject({
      state: "awaiting-approval",
      counts: { "transmittal-file": { listed: due.length } },
    });
    const items = await itemsIn(world, erasure);
    expect(items).toHaveLength(due.length);
    for (const item of items)
      expect(item).toMatchObject({
        owner: "~",
        class: "transmittal-file",
        clockOn: "2040-11-24",
        dueOn: "2044-04-01",
        state: "listed",
      });
    expect(items.map((item) => item.record)).toContain(record(names.deleted));
    expect(clock.surprises).toEqual([]);
  });

  it("are not named where their name is not one that the system gives", async () => {
    const erasure = await clock.begin();
    expect(JSON.stringify(await itemsIn(world, erasure))).not.toContain("planted");
  });

  it("go in every version and with every mark, and are certified; what is younger or was sent again stays", async () => {
    await listedAndApproved();
    const done = await clock.rest();
    expect([done.state, clock.surprises]).toEqual(["done", []]);
    expect(outbox.names()).toEqual([names.resent, names.young]);
    expect(await outbox.versions.page(names.resent, null)).toMatchObject({ versions: [{}, {}] });
    const certificate = certificateOf(done);
    expect(certificate.erased).toMatchObject([
      { class: "transmittal-file", records: due.length, earliestClock: "2040-11-24", latestClock: "2040-11-24" },
    ]);
    expect(certificate.left).toEqual([]);
    expect(certificate.checks).toContainEqual({ check: "erased-objects", examined: due.length, found: 0 });
    expect(await itemsIn(world, done)).toEqual([]);
    expect(world.database.dump("keys").filter(({ pk }) => pk.startsWith("PERSON#"))).toEqual([]);
  });

  it("stay while their class is held, before the list and after the approval", async () => {
    await world.database.transact([holdWrite(hold)]);
    expect(await clock.begin()).toMatchObject({
      state: "empty",
      counts: { "transmittal-file": { held: due.length } },
    });
    ({ world, outbox } = sentWorld());
    clock = clockOver(world, { buckets: { outbox: outbox.versions } });
    const before = outbox.names();
    await listedAndApproved();
    await world.database.transact([holdWrite(hold)]);
    const done = await clock.rest();
    expect(outbox.names()).toEqual(before);
    expect(certificateOf(done)).toMatchObject({
      erased: [],
      left: [{ class: "transmittal-file", reason: "inspection", records: due.length }],
    });
  });

  it("stay where they were sent anew after the list, and are done with where they are gone already", async () => {
    const approved = await listedAndApproved();
    outbox.put(names.once, "2045-11-22T18:20:00.000Z");
    await outbox.versions.remove((await outbox.versions.page(names.output, null)).versions);
    await clock.rest();
    expect(await states(approved)).toEqual(
      expect.arrayContaining([
        [record(names.once), "changed", "no-longer-due"],
        [record(names.output), "changed", "not-there"],
      ]),
    );
    expect(outbox.names()).toContain(names.once);
  });

  it("are left with the reason where the store lets none of them go, and listed again the next night", async () => {
    await listedAndApproved();
    outbox.lock((await outbox.versions.page(names.once, null)).versions[0]?.version ?? "");
    const done = await clock.rest();
    expect(await states(done)).toEqual([[record(names.once), "failed", "versions-stay"]]);
    expect(certificateOf(done)).toMatchObject({
      erased: [{ records: due.length - 1 }],
      left: [{ class: "transmittal-file", reason: "versions-stay", records: 1 }],
    });
    outbox.unlock();
    clock = clockOver(world, { buckets: { outbox: outbox.versions }, now: "2045-11-23T18:10:00.000Z" as Instant });
    expect(await clock.begin()).toMatchObject({ state: "awaiting-approval" });
    await approve(world);
    expect((await clock.rest()).state).toBe("done");
    expect(outbox.names()).not.toContain(names.once);
  });

  it("are told of in the trail, one by one, without their names", async () => {
    const erasure = await listedAndApproved();
    await clock.rest();
    const entries = world.database.dump("audit").map(({ entry }) => JSON.parse(String(entry)));
    const told = entries.filter(({ codes }) => codes.includes("sent-file"));
    expect(told).toHaveLength(due.length);
    for (const entry of told)
      expect(entry).toMatchObject({ object: erasure.erasureId, subjects: [], codes: ["erased", "sent-file"] });
  });
});

describe("a version that comes back", () => {
  it("keeps the erasure from being certified until somebody has decided on it", async () => {
    await listedAndApproved();
    // What is erased is put back the moment it went: a restore that ran beside it, say.
    const { remove } = outbox.versions;
    let restored = false;
    clock = clockOver(world, {
      buckets: {
        outbox: {
          ...outbox.versions,
          remove: async (going) => {
            await remove(going);
            if (!restored && going[0]?.name === names.twice) {
              restored = true;
              outbox.put(names.twice, in2040);
            }
          },
        },
      },
    });
    const left = await clock.rest();
    expect(left).toMatchObject({ state: "awaiting-settlement", found: 1, certificateId: null });
    expect(await foundIn(world, left)).toMatchObject([
      { owner: "~", place: { kind: "object", bucket: "outbox", name: names.twice }, known: "same-place" },
    ]);
    await settle(world, "remove");
    expect((await clock.rest()).state).toBe("done");
    expect(outbox.names()).toEqual([names.resent, names.young]);
  });
});

describe("a file whose run is on file", () => {
  const sentRun = (name: string, at: string, state: string) =>
    world.database.transact([
      {
        kind: "put",
        table: "transmittals",
        item: { pk: "RUNS", sk: name.split("/")[0] ?? "", state, decision: { at }, version: 1 },
      },
    ]);
  const listed = async () => (await itemsIn(world, await clock.begin())).map((item) => [item.record, item.clockOn]);

  it("is counted from when it was sent, though a backup put it back later", async () => {
    await sentRun(names.resent, in2040, "released");
    const output = names.output.split("/")[1] ?? "";
    const row = { pk: "INCOME-OUTPUTS", sk: output, state: "released", decision: { at: "2039-01-10T03:00:00.000Z" } };
    await world.database.transact([{ kind: "put", table: "transmittals", item: row }]);
    const items = await listed();
    expect(items).toContainEqual([record(names.resent), "2040-11-24"]);
    expect(items).toContainEqual([record(names.output), "2039-01-10"]);
  });

  it("is counted from its content where the run was never sent", async () => {
    await sentRun(names.young, in2040, "refused");
    expect(await listed()).toHaveLength(due.length);
  });
});
