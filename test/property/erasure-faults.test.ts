import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { certificateName, readCertificate } from "../../shared/audit/certificate.ts";
import type { Item } from "../../shared/stores/database.ts";
import { type Erasure, recentErasures } from "../../shared/stores/erasures.ts";
import { tableNames } from "../../shared/stores/tables.ts";
import { approve, clockOver, itemsIn, settle, smallWorld } from "../support/erasure-story.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { copyOfWorld, type World } from "../support/leaving.ts";

const nameOf = (table: string, { pk, sk }: Item) => `${table} ${pk} ${sk}`;

/** Tables that grow with every turn, however it ends. */
const told = ["audit", "traces", "erasures", "keys"];

const rowsIn = ({ database }: World) =>
  Object.fromEntries(
    tableNames
      .filter((table) => !told.includes(table))
      .flatMap((table) => database.dump(table).map((item) => [nameOf(table, item), item] as const))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** All that is the same however often a run is cut off: what is left, and what is said of it. */
const outcomeOf = async (world: World, erasure: Erasure) => {
  const bytes = world.buckets.audit.get(certificateName(erasure.certificateId ?? ""))?.[0];
  const certificate = bytes && readCertificate(bytes);
  return {
    state: erasure.state,
    erasures: (await recentErasures(world.database, 10)).length,
    certificates: [...world.buckets.audit.keys()].filter((name) => /^certificates\/.*\.json$/.test(name)).length,
    listed: world.database.dump("erasures").filter(({ pk }) => pk === "CERTIFICATES").length,
    counts: erasure.counts,
    items: (await itemsIn(world, erasure)).map(({ owner, record, state, reason }) => [owner, record, state, reason]),
    keys: world.database
      .dump("keys")
      .map(({ pk, version }) => `${pk} ${version}`)
      .toSorted(),
    erased: certificate?.erased,
    left: certificate?.left,
    checks: certificate?.checks.map(({ check, found }) => [check, found]),
    rows: rowsIn(world),
  };
};

type Outcome = Awaited<ReturnType<typeof outcomeOf>>;

describe("erasing and reading back with calls that fail or die before, during or after", () => {
  let base: World;
  let expected: Outcome;
  let calls: number;

  /** From the second approval to the certificate, with a copy found on the way and taken away by a decision. */
  const story = async (faults: readonly Fault[]) => {
    const world = await copyOfWorld(base);
    const clock = clockOver(world, { faults, pageSize: 400 });
    let rested = await clock.rest();
    if (rested.state === "awaiting-settlement") {
      await settle(world, "remove");
      rested = await clock.rest();
    }
    await clock.plan.land();
    return { outcome: await outcomeOf(world, rested), surprises: clock.surprises, calls: clock.plan.calls() };
  };

  beforeAll(async () => {
    base = await smallWorld();
    await clockOver(base, { pageSize: 400 }).begin();
    await approve(base);
    ({ outcome: expected, calls } = await story([]));
  });

  const holdsFor = async (faults: readonly Fault[]) => {
    const { outcome, surprises } = await story(faults);
    expect([faults, surprises]).toEqual([faults, []]);
    expect([faults, outcome]).toEqual([faults, expected]);
  };

  it("ends, undisturbed, with one certificate and nothing of those who went", () => {
    expect(expected).toMatchObject({ state: "done", erasures: 1, certificates: 1, listed: 1 });
    expect(expected.checks?.every(([, found]) => found === 0)).toBe(true);
    expect(expected.keys.filter((key) => key.startsWith("ERASURE#"))).toEqual([]);
    expect(calls).toBeGreaterThan(100);
  });

  it.each(faultModes)("%s at any call comes to the same end", async (mode) => {
    for (let call = 1; call <= calls + 3; call += 1) await holdsFor([{ call, mode }]);
  });

  it("comes to the same end with several faults at once", async () => {
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls * 2 }), mode: fc.constantFrom(...faultModes) });
    await fc.assert(fc.asyncProperty(fc.array(fault, { minLength: 2, maxLength: 8 }), holdsFor), { numRuns: 400 });
  }, 120_000);

  it("never has a certificate while anything of those it certifies still opens", async () => {
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls }), mode: fc.constantFrom(...faultModes) });
    await fc.assert(
      fc.asyncProperty(fault, async (one) => {
        const world = await copyOfWorld(base);
        const [open] = await recentErasures(world.database, 1);
        if (!open) throw new Error("nothing was approved");
        const owners = (await itemsIn(world, open))
          .filter(({ record, state }) => record === "person" && state === "listed")
          .map(({ owner }) => String(owner));
        const clock = clockOver(world, { faults: [one], pageSize: 400 });
        for (let turn = 0; turn < 6; turn += 1) {
          await clock.turn();
          const certified = [...world.buckets.audit.keys()].some((name) => name.startsWith("certificates/"));
          const keys = world.database.dump("keys").filter(({ pk }) => owners.some((owner) => pk === `PERSON#${owner}`));
          if (certified) expect([one, keys]).toEqual([one, []]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
