import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { disclosingOffice, takenPackage } from "../support/disclosure.ts";
import { disclosureStory, type Prepared, preparedForDisclosure } from "../support/disclosure-story.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { household, othersYen } from "../support/household.ts";

describe("開示の一式", () => {
  it("of either of two people of one household holds nothing by which the other is known, nor what they earn", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom(0, 1), async (seed, nth) => {
        const world = await household(seed);
        const [person, other] = nth === 0 ? world.people : [world.people[1], world.people[0]];
        const { files } = await takenPackage(await disclosingOffice(world, person));
        const { atenaNumber, basicPensionNumber, individualNumber, name, nameKana, phoneNumber } = other;
        const { birthDate, address, addressSupplement } = other;
        const said = [atenaNumber, basicPensionNumber, individualNumber, name, nameKana, phoneNumber, address];
        const theirs = [...said, addressSupplement, ...(birthDate === person.birthDate ? [] : [birthDate])];
        const yen = [...Object.values(othersYen(0)), ...Object.values(othersYen(1))];
        for (const [at, file] of files.entries()) {
          for (const value of theirs) expect([at, file.includes(value ?? "")]).toEqual([at, false]);
          const digits = file.replaceAll(",", "");
          for (const amount of yen) expect([at, digits.includes(String(amount))]).toEqual([at, false]);
        }
        expect(files.some((file) => file.includes(person.name))).toBe(true);
      }),
      { numRuns: 12 },
    );
  });
});

describe("開示の一式 with calls that fail or die", () => {
  let base: Prepared;
  let expected: Awaited<ReturnType<typeof disclosureStory>>;
  beforeAll(async () => {
    base = await preparedForDisclosure();
    expected = await disclosureStory(base, []);
  });

  const holdsFor = async (faults: readonly Fault[]) => {
    const told = await disclosureStory(base, faults);
    expect([faults, told.surprises]).toEqual([faults, []]);
    expect([faults, told.state, told.stored]).toEqual([faults, "ready", expected.stored]);
    expect([faults, told.read > 0, told.ready]).toEqual([faults, true, 1]);
  };

  it("without any: every record, once, and read under the person's name in the trail", async () => {
    expect(expected.stored.length).toBeGreaterThan(10);
    expect(new Set(expected.stored).size).toBe(expected.stored.length);
    await holdsFor([]);
  });

  it.each(faultModes)("%s at a call, or at several: every record once, never half a package", async (mode) => {
    const { calls } = expected;
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls }), mode: fc.constant(mode) });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 3 }), async (faults) => {
        await holdsFor(faults);
      }),
      { numRuns: 20 },
    );
  });
});
