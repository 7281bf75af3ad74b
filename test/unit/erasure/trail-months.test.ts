import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attestedBeginning } from "../../../shared/audit/attested-beginning.ts";
import { certificateName, readCertificate } from "../../../shared/audit/certificate.ts";
import { readDigest } from "../../../shared/audit/digest.ts";
import { addHours, type Hour } from "../../../shared/audit/hours.ts";
import { monthOfHour } from "../../../shared/audit/trail-months.ts";
import { digestName, readTrailName, signatureName } from "../../../shared/audit/trail-names.ts";
import { verifyTrail } from "../../../shared/audit/verify-trail.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Erasure } from "../../../shared/stores/erasures.ts";
import { holdTarget, holdWrite } from "../../../shared/stores/holds.ts";
import { memoryVersions, type Versions, VersionsStay } from "../../../shared/stores/versions.ts";
import { clockOver, foundIn, itemsIn, settle } from "../../support/erasure-story.ts";
import { auditFiles, type World } from "../../support/leaving.ts";
import { eraseTrailOf, lastOfMarch, monthOfRow, night, trailWorld } from "../../support/trail-world.ts";

/** From the last days of February to the second day of April. */
const first = "2026-02-27T10" as Hour;
let story: Awaited<ReturnType<typeof trailWorld>>;
let world: World;
beforeAll(async () => {
  story = await trailWorld(32 * 24 + 20, first);
});
beforeEach(async () => {
  world = await story.build();
});

const verify = (change: (files: Map<string, readonly Uint8Array[]>) => void = () => undefined) => {
  const files = new Map(world.buckets.audit);
  change(files);
  const reader = auditFiles(files);
  const { publicKey, now } = story.trail;
  return verifyTrail({ reader, publicKey, now, attested: attestedBeginning(reader, publicKey) });
};

const trailObjects = () => [...world.buckets.audit.keys()].filter((name) => name.startsWith("trail/"));
const rowsOf = ({ database }: World) =>
  (["audit", "traces"] as const)
    .flatMap((table) => database.dump(table).map((item) => ({ table, item, month: monthOfRow(item) })))
    .filter(({ month }) => month !== null);

const states = async (erasure: Erasure) =>
  (await itemsIn(world, erasure)).map(({ record, state, reason }) => [record, state, reason]);

const certificateOf = ({ certificateId }: Erasure) => {
  const bytes = world.buckets.audit.get(certificateName(certificateId ?? ""))?.[0];
  const certificate = bytes && readCertificate(bytes);
  if (!certificate) throw new Error("no certificate");
  return certificate;
};

/** The audit bucket with objects that do not come free of their lock yet. */
const locking = (isLocked: (name: string) => boolean): Versions => {
  const versions = memoryVersions(world.buckets.audit);
  return {
    ...versions,
    remove: async (going) => {
      await versions.remove(going.filter(({ name }) => !isLocked(name)));
      if (going.some(({ name }) => isLocked(name))) throw new VersionsStay();
    },
  };
};

const tamper = () => {
  const name = trailObjects().find((each) => each.includes("entries/2026/03/15/")) ?? "";
  const text = Buffer.from(world.buckets.audit.get(name)?.[0] ?? []).toString();
  world.buckets.audit.set(name, [Buffer.from(text.replace("clerk-", "chief-"))]);
};

describe("アクセス記録の月 past its years", { timeout: 60_000 }, () => {
  it("is listed as nobody's record, and the month that is not due is not", async () => {
    const { listed } = await eraseTrailOf(world);
    expect(listed.counts).toEqual({ "audit-record": { listed: 2 } });
    expect(rowsOf(await story.build()).map(({ month }) => month)).toContain("2026-04");
  });

  it("goes with its rows, ways, counts and objects, and leaves the rest of the trail byte for byte", async () => {
    const before = await story.build();
    const { done, clock } = await eraseTrailOf(world);
    expect([done.state, clock.surprises]).toEqual(["done", []]);
    const isKept = (hour: Hour | undefined) => hour !== undefined && monthOfHour(hour) === "2026-04";
    const kept = [...before.buckets.audit.keys()].filter((name) => isKept(readTrailName(name)?.digestHour));
    expect(kept.length).toBeGreaterThan(20);
    expect(trailObjects().toSorted()).toEqual(kept.toSorted());
    for (const name of kept) expect(world.buckets.audit.get(name)).toEqual(before.buckets.audit.get(name));
    expect(rowsOf(world)).toEqual(rowsOf(before).filter(({ month }) => month === "2026-04"));
  });

  it("is certified with the digest that the oldest one kept names", async () => {
    const { done } = await eraseTrailOf(world);
    const certificate = certificateOf(done);
    expect(certificate.erased).toMatchObject([
      { class: "audit-record", records: 2, earliestClock: "2026-02-28", latestClock: "2026-03-31" },
    ]);
    expect(certificate.checks).toContainEqual({ check: "erased-trail", examined: 2, found: 0 });
    const behind = readDigest(world.buckets.audit.get(digestName(addHours(lastOfMarch, 1)))?.[0] ?? new Uint8Array());
    expect(certificate.trail).toEqual({ until: lastOfMarch, ...behind?.previousDigest });
  });

  it("leaves a chain that verifies, and says which certificate stands for its beginning", async () => {
    const { done } = await eraseTrailOf(world);
    expect(await verify()).toMatchObject({
      ok: true,
      faults: [],
      erased: { certificateId: done.certificateId, until: lastOfMarch },
    });
  });

  it("is found as cut off where no sound certificate says so, or more is gone than it says", async () => {
    const { done } = await eraseTrailOf(world);
    const name = certificateName(done.certificateId ?? "");
    const codes = async (change: Parameters<typeof verify>[0]) => (await verify(change)).faults.map(({ code }) => code);
    const next = addHours(lastOfMarch, 1);
    const bytes = Buffer.from(world.buckets.audit.get(name)?.[0] ?? []);
    expect(await codes((files) => files.delete(name))).toEqual(["head-cut"]);
    expect(await codes((files) => files.delete(`${name}.sig`))).toEqual(["head-cut"]);
    expect(
      await codes((files) => files.set(name, [Buffer.from(bytes.toString().replace('"records":2', '"records":3'))])),
    ).toEqual(["head-cut"]);
    const late = trailObjects().filter((each) => readTrailName(each)?.digestHour === next);
    expect(await codes((files) => late.map((each) => files.delete(each)))).toEqual(["head-cut"]);
  });

  it("stays whole while its newest objects are under lock, and with it every month after it", async () => {
    const before = rowsOf(world).length;
    const february = lastOfFebruary();
    const { done, clock } = await eraseTrailOf(world, {
      buckets: { audit: locking((name) => (readTrailName(name)?.digestHour ?? "") >= february) },
    });
    expect(await states(done)).toEqual([
      ["trail:2026-02", "failed", "versions-stay"],
      ["trail:2026-03", "failed", "earlier-stays"],
    ]);
    expect(rowsOf(world)).toHaveLength(before);
    expect(await verify()).toMatchObject({ ok: true, erased: null });
    expect(certificateOf(done)).toMatchObject({ erased: [] });
    expect(certificateOf(done).trail).toBeUndefined();
    expect(clock.surprises).toEqual([]);
    // Free of it, it goes the next night.
    const next = { now: "2033-04-03T18:10:00.000Z" as Instant };
    expect((await eraseTrailOf(world, next)).done.counts).toEqual({ "audit-record": { verified: 2 } });
    expect((await verify()).ok).toBe(true);
  });

  it.each<[string, () => void]>([
    ["the digest behind it does not name its last one", () => world.buckets.audit.delete(signatureName(lastOfMarch))],
    ["a digest in the midst of it is gone", () => world.buckets.audit.delete(digestName(addHours(lastOfMarch, -90)))],
    ["an entry of it was changed", () => tamper()],
  ])("stays where %s: what somebody cut or changed is not certified away", async (_, change) => {
    change();
    const before = rowsOf(world).filter(({ month }) => month === "2026-03");
    const { done } = await eraseTrailOf(world);
    expect(await states(done)).toEqual([["trail:2026-03", "failed", "chain-broken"]]);
    expect(rowsOf(world).filter(({ month }) => month === "2026-03")).toEqual(before);
    expect(certificateOf(done).trail?.until).toBe(lastOfFebruary());
  });

  it("goes a year later from where the certificate before it says that the trail begins", async () => {
    const signature = world.buckets.audit.get(signatureName(lastOfMarch)) ?? [];
    world.buckets.audit.delete(signatureName(lastOfMarch));
    await eraseTrailOf(world);
    world.buckets.audit.set(signatureName(lastOfMarch), signature);
    const { done } = await eraseTrailOf(world, { now: "2033-04-03T18:10:00.000Z" as Instant });
    expect(done.counts).toEqual({ "audit-record": { verified: 1 } });
    expect(await verify()).toMatchObject({
      ok: true,
      erased: { certificateId: done.certificateId, until: lastOfMarch },
    });
  });

  it("stays where the beginning of the trail was cut off before, and nothing attests it", async () => {
    for (const name of trailObjects())
      if ((readTrailName(name)?.digestHour ?? "") < addHours(first, 3)) world.buckets.audit.delete(name);
    const { done } = await eraseTrailOf(world);
    expect(await states(done)).toEqual([
      ["trail:2026-02", "failed", "chain-broken"],
      ["trail:2026-03", "failed", "earlier-stays"],
    ]);
    expect((await verify()).faults.map(({ code }) => code)).toEqual(["head-cut"]);
  });

  it("stays while its class is held", async () => {
    await world.database.transact([
      holdWrite({
        holdId: "H20330402-AAAAAA",
        target: holdTarget({ class: "audit-record" }),
        reason: "inspection",
        documentNumber: "15国年第3号",
        until: null,
        placedBy: "manager-1",
        placedAt: night,
        ended: null,
        version: 1,
      }),
    ]);
    const before = trailObjects();
    const { done } = await eraseTrailOf(world);
    expect(done).toMatchObject({ state: "empty", counts: { "audit-record": { held: 2 } } });
    expect(trailObjects()).toEqual(before);
  });

  it("is not certified while an object or a row of it is there again", async () => {
    const versions = memoryVersions(world.buckets.audit);
    const [name = ""] = trailObjects();
    const bytes = world.buckets.audit.get(name) ?? [];
    const row = world.database.dump("audit").find((item) => monthOfRow(item) === "2026-02");
    if (!row) throw new Error("no row");
    let last = 0;
    const remove: Versions["remove"] = async (going) => {
      await versions.remove(going);
      last += 1;
      if (!going.some((each) => each.name === name)) return;
      // A restore that ran beside it.
      world.buckets.audit.set(name, bytes);
    };
    const { done } = await eraseTrailOf(world, { buckets: { audit: { ...versions, remove } } });
    expect(last).toBeGreaterThan(24);
    expect(done).toMatchObject({ state: "awaiting-settlement", found: bytes.length });
    expect(await foundIn(world, done)).toMatchObject([{ place: { kind: "object", bucket: "audit", name } }]);
    await world.database.transact([{ kind: "put", table: "audit", item: row }]);
    await settle(world, "remove");
    const again = await clockOver(world, { now: night }).rest();
    expect(again).toMatchObject({ state: "awaiting-settlement", found: 1 });
    await settle(world, "remove");
    const over = await clockOver(world, { now: night }).rest();
    expect([over.state, rowsOf(world).some(({ month }) => month === "2026-02")]).toEqual(["done", false]);
    expect((await verify()).ok).toBe(true);
  });
});

const lastOfFebruary = () => "2026-02-28T14" as Hour;
