import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { AtenaNumber } from "../../shared/domain/ids.ts";
import type { Recipient } from "../../shared/domain/recipients.ts";
import { awardOf, decisionsFile } from "../support/benefit-decisions.ts";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { copyOf, openStores, restartingOffice, type Stores } from "../support/restarting-office.ts";
import { rightRecorded } from "../support/rights-on-file.ts";
import { became1, modelOf, personOf, putOnFile } from "../unit/batches/on-file.ts";

const birthDate = "1980-05-05";
const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
const numberOf = (nth: number) => modelOf(nth, birthDate).basicPensionNumber ?? "";

interface Base {
  readonly stores: Stores;
  readonly people: readonly AtenaNumber[];
}

/** Two people with a right each. */
const prepared = async (): Promise<Base> => {
  const stores = openStores();
  const people: AtenaNumber[] = [];
  for (const nth of [1, 2])
    people.push(
      await putOnFile(stores, nth, birthDate, [
        became1("2000-05-04"),
        rightRecorded("awarded", "2024-04-01", "disability", { grade: 2, basicYen: 816_000 }),
      ]),
    );
  return { stores, people };
};

const contentBase64 = () => {
  const stop = awardOf("disability", { suspensionType: "other-pension", suspensionMonth: "2026-12", paidYen: 0 });
  const revised = awardOf("disability", { grade: 1, basicYen: 1_039_625 });
  const bytes = decisionsFile(
    { basicPensionNumber: numberOf(1), form: "C90", award: stop },
    { basicPensionNumber: numberOf(2), form: "C90", award: revised },
    { basicPensionNumber: numberOf(2), form: "C90", award: awardOf("widow", { paidYen: 1 }) },
  );
  return Buffer.from(bytes).toString("base64");
};

/** A 給付決定一覧 that is sent until it is answered, with calls that fail. */
const story = async (base: Base, faults: readonly Fault[]) => {
  const stores = await copyOf(base.stores);
  const office = restartingOffice(stores, faults);
  const { body } = await office.insist("POST", "/v1/results", {
    ...examiner,
    body: { contentBase64: contentBase64() },
  });
  const calls = office.plan.calls();
  await office.plan.land();
  const rights: (readonly Recipient[])[] = [];
  for (const atenaNumber of base.people) rights.push((await personOf(stores, atenaNumber)).recipients);
  return {
    calls,
    told: {
      surprises: office.surprises(),
      counts: body.counts,
      reasons: body.lines.map(({ reason }: { reason: string | null }) => reason),
      histories: rights.map(([right]) => right?.history.map(({ change }) => change)),
      facts: rights.map(([right]) => right?.facts),
    },
  };
};

describe("a 給付決定一覧, whichever call fails or is cut off", () => {
  let base: Base;
  let whole: Awaited<ReturnType<typeof story>>;
  beforeAll(async () => {
    base = await prepared();
    whole = await story(base, []);
  });

  it("is taken in once where none fails", () => {
    expect(whole.told).toMatchObject({
      surprises: [],
      counts: { approved: 2, unmatched: 1 },
      reasons: [null, null, "no-such-right"],
      histories: [
        ["awarded", "suspended"],
        ["awarded", "revised"],
      ],
    });
  });

  it.each(faultModes)("%s: at any call leaves the same rights, none changed twice or by half", async (mode) => {
    for (let call = 1; call <= whole.calls; call += 1)
      expect([call, (await story(base, [{ call, mode }])).told]).toEqual([call, whole.told]);
  });

  it("is the same however many come together", async () => {
    const fault = fc.record({
      call: fc.integer({ min: 1, max: whole.calls + 10 }),
      mode: fc.constantFrom(...faultModes),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 2, maxLength: 6 }), async (faults) => {
        expect([faults, (await story(base, faults)).told]).toEqual([faults, whole.told]);
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
