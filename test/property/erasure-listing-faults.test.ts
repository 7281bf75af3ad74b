import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../shared/law/calendar.ts";
import { holdTarget, holdWrite } from "../../shared/stores/holds.ts";
import { batchOf, listedIn, listing, somebody } from "../support/erasure-listing.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { copyOf, openStores, type Stores } from "../support/restarting-office.ts";

type Listed = Awaited<ReturnType<typeof listedIn>>;

describe("listing with calls that fail or die before, during or after", () => {
  let base: Stores;
  let expected: Listed;
  let calls: number;

  const story = async (faults: readonly Fault[]) => {
    const stores = await copyOf(base);
    const { run, plan, surprises } = listing(stores, { faults });
    await run();
    const made = plan.calls();
    await plan.land();
    return { listed: await listedIn(stores.database), surprises, calls: made };
  };

  beforeAll(async () => {
    base = openStores();
    await somebody(base, 0, 2012);
    await somebody(base, 1, 2012, [2018, 2024]);
    await somebody(base, 2, 2020);
    await somebody(base, 3, null, [2017, 2018]);
    const held = await somebody(base, 4, 2011, [2016]);
    await base.database.transact([
      holdWrite({
        holdId: "H-1",
        target: holdTarget({ person: held }),
        reason: "incident",
        documentNumber: "1",
        until: null,
        placedBy: "manager-1",
        placedAt: "2026-11-01T01:00:00.000Z" as Instant,
        ended: null,
        version: 1,
      }),
    ]);
    // More than fit a transaction, so that a page is cut.
    await batchOf(base.database, "age-20-2015-04", 2015, 100);
    ({ listed: expected, calls } = await story([]));
  });

  /** One item a record and one erasure, whatever happened; the counts are those of the items. */
  const holdsFor = async (faults: readonly Fault[]) => {
    const { listed, surprises } = await story(faults);
    expect([faults, surprises]).toEqual([faults, []]);
    expect([faults, listed]).toEqual([faults, expected]);
  };

  it("lists, undisturbed, what is due, held and kept", () => {
    expect(expected).toMatchObject({
      erasures: 1,
      state: "awaiting-approval",
      counts: {
        "qualification-history": { listed: 1, kept: 1, held: 1 },
        income: { listed: 3, held: 1 },
        "linkage-record": { listed: 100 },
      },
    });
    expect(expected.items).toHaveLength(107);
  });

  it.each(faultModes)("%s at any call comes to the same list", async (mode) => {
    for (let call = 1; call <= calls + 3; call += 1) await holdsFor([{ call, mode }]);
  });

  it("comes to the same list with several faults at once", async () => {
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls * 2 }), mode: fc.constantFrom(...faultModes) });
    await fc.assert(fc.asyncProperty(fc.array(fault, { minLength: 2, maxLength: 8 }), holdsFor), { numRuns: 300 });
  });
});
