import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fault, faultModes, faultPlan } from "../support/faulty-database.ts";
import { expectedThere, namesThere, sweep, temporaryWorld, told, toldAfterwards } from "../support/temporary-world.ts";

/** A sweep whose calls go wrong, and two after it whose calls do not. */
const story = async (faults: readonly Fault[]) => {
  const world = await temporaryWorld();
  const plan = faultPlan(faults);
  const first = await sweep(world, plan.process());
  const calls = plan.calls();
  const afterFirst = namesThere(world);
  await plan.land();
  const second = await sweep(world);
  const afterSecond = namesThere(world);
  const last = await sweep(world);
  return { calls, first, afterFirst, second, afterSecond, last, entries: world.database.dump("audit").length };
};

const holdsFor = async (faults: readonly Fault[]) => {
  const { first, afterFirst, second, afterSecond, last, entries } = await story(faults);
  // Nothing needed is lost, whatever goes wrong.
  for (const name of expectedThere) expect([faults, afterFirst.includes(name)]).toEqual([faults, true]);
  // What is there and should not be is told of, or the silence of the sweep tells.
  const left = afterFirst.filter((name) => !expectedThere.includes(name));
  const isTold = first.swept.length === 0 || first.faults.length > 0 || first.stays.length > told.length;
  expect([faults, left.length === 0 || isTold]).toEqual([faults, true]);
  // The next one takes it.
  expect([faults, afterSecond, second.swept.length]).toEqual([faults, expectedThere, 1]);
  // And then nothing is told of but what is not taken, or waits.
  expect([faults, last.stays, last.faults]).toEqual([faults, toldAfterwards, []]);
  // What went is in the trail: at least once for each bucket.
  expect([faults, entries >= 3]).toEqual([faults, true]);
};

describe("a sweep of temporary files with calls that fail or die before, during or after", () => {
  it("without any, takes what goes and tells of the rest", async () => {
    const { first, afterFirst } = await story([]);
    expect([afterFirst, first.stays, first.faults]).toEqual([expectedThere, told, []]);
  });

  it.each(faultModes)(
    "%s at any call: nothing needed is lost, what stays is told of, and the next one takes it",
    async (mode) => {
      const { calls } = await story([]);
      expect(calls).toBeGreaterThan(20);
      for (let call = 1; call <= calls; call += 1) await holdsFor([{ call, mode }]);
    },
  );

  it("with several at once", async () => {
    const { calls } = await story([]);
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls + 5 }), mode: fc.constantFrom(...faultModes) });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fault, { minLength: 1, maxLength: 5, selector: ({ call }) => call }), holdsFor),
      { numRuns: 150 },
    );
  });
});
