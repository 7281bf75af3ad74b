import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { certificateName, readCertificate } from "../../shared/audit/certificate.ts";
import { pageOfNames } from "../../shared/stores/named-versions.ts";
import { approve, clockOver, itemsIn } from "../support/erasure-story.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { names, sentWorld } from "../support/sent-world.ts";
import { versionedBucket } from "../support/versioned-bucket.ts";

/** From the night's list to the certificate; what does not go is asked for at every rest between. */
const story = async (faults: readonly Fault[]) => {
  const { world, outbox } = sentWorld(4);
  const clock = clockOver(world, { faults, buckets: { outbox: outbox.versions } });
  const before = outbox.names();
  const listed = await clock.begin();
  const untouched = outbox.names().length === before.length;
  const items = (await itemsIn(world, listed)).map(({ record, state, version }) => [record, state, version]);
  await approve(world);
  const done = await clock.rest();
  await clock.plan.land();
  const bytes = world.buckets.audit.get(certificateName(done.certificateId ?? ""))?.[0];
  const certificate = bytes && readCertificate(bytes);
  return {
    outcome: {
      untouched,
      items,
      listed: listed.counts,
      state: done.state,
      counts: done.counts,
      left: await itemsIn(world, done),
      files: outbox.names(),
      versionsLeft: (await outbox.versions.page(names.resent, null)).versions.length,
      erased: certificate?.erased,
      checks: certificate?.checks.filter(({ check }) => check === "erased-objects"),
      certificates: [...world.buckets.audit.keys()].filter((name) => name.endsWith(".json")).length,
    },
    surprises: clock.surprises,
    calls: clock.plan.calls(),
  };
};

type Story = Awaited<ReturnType<typeof story>>;

describe("erasing sent files with calls that fail or die before, during or after", () => {
  let expected: Story["outcome"];
  let calls: number;
  beforeAll(async () => {
    ({ outcome: expected, calls } = await story([]));
  });

  const holdsFor = async (faults: readonly Fault[]) => {
    const { outcome, surprises } = await story(faults);
    expect([faults, surprises]).toEqual([faults, []]);
    expect([faults, outcome]).toEqual([faults, expected]);
  };

  it("ends, undisturbed, with what is due gone, certified once, and the rest whole", () => {
    expect(expected).toMatchObject({
      untouched: true,
      state: "done",
      left: [],
      files: [names.resent, names.young],
      versionsLeft: 2,
      certificates: 1,
    });
  });

  it.each(faultModes)("%s at any call comes to the same end", async (mode) => {
    for (let call = 1; call <= calls + 3; call += 1) await holdsFor([{ call, mode }]);
  });

  it("comes to the same end with several faults at once", async () => {
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls * 2 }), mode: fc.constantFrom(...faultModes) });
    await fc.assert(fc.asyncProperty(fc.array(fault, { minLength: 2, maxLength: 8 }), holdsFor), { numRuns: 200 });
  });
});

describe("names of a bucket, page by page", () => {
  it("come once each with everything of them, wherever a page ends and wherever the walk is taken up", async () => {
    const put = fc.record({ name: fc.constantFrom("a", "a/b", "a/b.c", "ab", "b", "é", "😀"), marker: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(put, { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.infiniteStream(fc.nat(4)),
        async (puts, pageSize, stops) => {
          const bucket = versionedBucket(pageSize);
          const expected = new Map<string, Set<string>>();
          for (const { name, marker } of puts) {
            const version = marker ? bucket.mark(name, "2026-01-01") : bucket.put(name, "2026-01-01");
            expected.set(name, (expected.get(name) ?? new Set()).add(version));
          }
          const met: [string, Set<string>][] = [];
          for (let after: string | null = null; ; ) {
            const { names: found, placeOf, next } = await pageOfNames(bucket.versions, after);
            // A turn may end behind any of them.
            const stop = stops.next().value;
            const cut = stop < found.length;
            for (const { name, versions } of cut ? found.slice(0, stop + 1) : found)
              met.push([name, new Set(versions.map(({ version }) => version))]);
            after = cut ? placeOf(stop) : next;
            if (after === null) break;
          }
          expect(met).toHaveLength(expected.size);
          expect(new Map(met)).toEqual(expected);
        },
      ),
    );
  });
});
