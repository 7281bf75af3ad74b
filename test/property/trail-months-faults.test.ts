import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { attestedBeginning } from "../../shared/audit/attested-beginning.ts";
import { certificateName, readCertificate } from "../../shared/audit/certificate.ts";
import type { Hour } from "../../shared/audit/hours.ts";
import { verifyTrail } from "../../shared/audit/verify-trail.ts";
import { itemsIn } from "../support/erasure-story.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { auditFiles, type World } from "../support/leaving.ts";
import { eraseTrailOf, lastOfMarch, monthOfRow, trailWorld } from "../support/trail-world.ts";

describe("erasing a month of the trail with calls that fail or die before, during or after", () => {
  let built: Awaited<ReturnType<typeof trailWorld>>;
  let expected: Awaited<ReturnType<typeof story>>["outcome"];
  let calls: number;

  const outcomeOf = async (world: World, { done, listed }: Awaited<ReturnType<typeof eraseTrailOf>>) => {
    const reader = auditFiles(world.buckets.audit);
    const { publicKey, now } = built.trail;
    const attested = attestedBeginning(reader, publicKey);
    const { ok, faults, erased } = await verifyTrail({ reader, publicKey, now, attested });
    const bytes = world.buckets.audit.get(certificateName(done.certificateId ?? ""))?.[0];
    const certificate = bytes && readCertificate(bytes);
    return {
      state: done.state,
      listed: listed.counts,
      counts: done.counts,
      left: await itemsIn(world, done),
      certificates: [...world.buckets.audit.keys()].filter((name) => /^certificates\/.*\.json$/.test(name)).length,
      of: [certificate?.erased, certificate?.trail, certificate?.checks.find(({ check }) => check === "erased-trail")],
      objects: [...world.buckets.audit].filter(([name]) => name.startsWith("trail/")),
      rows: (["audit", "traces"] as const).flatMap((table) =>
        world.database.dump(table).filter((item) => monthOfRow(item) !== null),
      ),
      verified: { ok, faults, until: erased?.until },
    };
  };

  const story = async (faults: readonly Fault[]) => {
    const world = await built.build();
    const run = await eraseTrailOf(world, { faults });
    await run.clock.plan.land();
    return {
      outcome: await outcomeOf(world, run),
      surprises: run.clock.surprises,
      calls: run.clock.plan.calls(),
    };
  };

  beforeAll(async () => {
    // Across the end of March: what came late to its last hours lies in the first of April.
    built = await trailWorld(40, "2026-03-30T10" as Hour);
    ({ outcome: expected, calls } = await story([]));
  });

  const holdsFor = async (faults: readonly Fault[]) => {
    const { outcome, surprises } = await story(faults);
    expect([faults, surprises]).toEqual([faults, []]);
    expect([faults, outcome]).toEqual([faults, expected]);
  };

  it("ends, undisturbed, with the month gone, and a trail that verifies from there on", () => {
    expect(expected).toMatchObject({
      state: "done",
      counts: { "audit-record": { verified: 1 } },
      left: [],
      certificates: 1,
      verified: { ok: true, faults: [], until: lastOfMarch },
    });
    expect(expected.rows.length).toBeGreaterThan(10);
  });

  it.each(faultModes)("%s at any call comes to the same end", async (mode) => {
    const call = fc.integer({ min: 1, max: calls + 3 });
    await fc.assert(
      fc.asyncProperty(call, async (at) => holdsFor([{ call: at, mode }])),
      { numRuns: 30 },
    );
  });

  it("comes to the same end with several faults at once", async () => {
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls * 2 }), mode: fc.constantFrom(...faultModes) });
    await fc.assert(fc.asyncProperty(fc.array(fault, { minLength: 2, maxLength: 8 }), holdsFor), { numRuns: 60 });
  });
});
