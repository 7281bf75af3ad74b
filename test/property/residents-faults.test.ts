import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fault, faultModes } from "../support/faulty-database.ts";
import { openOffice } from "../support/office.ts";
import { applicants } from "../support/people.ts";
import { changeOf, enrol, newPersonValues, outcomesIn, personIn } from "../support/resident-changes.ts";
import { copyOf, openStores, restartingOffice } from "../support/restarting-office.ts";

const [known, other, stranger] = applicants(3, 61);
if (!known || !other || !stranger) throw new Error("the generated ward is too small");

const base = openStores();
beforeAll(async () => {
  const office = openOffice(base);
  await enrol(office, known);
  await enrol(office, other);
});

const address = { postalCode: "152-0001", address: "目黒区中央町9丁目9番9号" };
const late = { changedOn: "2026-10-01", notifiedOn: "2026-10-02" };
const sent = [
  changeOf(known, "moved-within", address),
  changeOf(known, "moved-within", { ...address, ...late, address: "目黒区三田1番", changeId: "J-2" }),
  changeOf(known, "protection-started", { ...late, changeId: "J-3", sequence: 2 }),
  changeOf(other, "moved-out-abroad", { changeId: "J-4" }),
  changeOf(stranger, "moved-in-from-abroad", { ...newPersonValues(stranger), changeId: "J-5" }),
  changeOf(stranger, "moved-within", { ...address, changeId: "J-6", changedOn: "2026-11-19", sequence: 2 }),
];

/** The feed and the clerk's confirmations, with calls that fail; each request is repeated until it is answered. */
const story = async (faults: readonly Fault[]) => {
  const stores = await copyOf(base);
  const office = restartingOffice(stores, faults);
  for (const change of sent)
    await office.insist("POST", "/v1/residents/changes", {
      as: "juki",
      roles: ["system"],
      system: "resident-registry",
      body: { changes: [change] },
    });
  for (const id of ["J-4", "J-5"])
    await office.insist("POST", `/v1/residents/changes/${id}/decision`, {
      as: "clerk-1",
      body: { decision: "confirm", ...(id === "J-5" ? { filing: { documents: ["passport"] } } : {}) },
    });
  const calls = office.plan.calls();
  await office.plan.land();
  // What waited for a confirmation is decided with it or with the next that comes of the same person.
  for (const change of sent)
    await office.insist("POST", "/v1/residents/changes", {
      as: "juki",
      roles: ["system"],
      system: "resident-registry",
      body: { changes: [change] },
    });
  return {
    calls,
    surprises: office.surprises(),
    outcomes: outcomesIn(stores.database),
    filings: stores.database.dump("filings").length,
    people: await Promise.all([known, other, stranger].map((one) => personIn(stores.database, stores.master, one))),
  };
};

describe("異動 and their confirmation, with calls that fail or die before, during or after", () => {
  it.each(faultModes)("come to the same, with every call failing in turn: %s", async (mode) => {
    const { calls, surprises, ...expected } = await story([]);
    expect(expected.outcomes).toMatchObject({ "J-4": { state: "confirmed" }, "J-6": { state: "recorded" } });
    expect([calls > 30, surprises]).toEqual([true, []]);
    for (let call = 1; call <= calls; call += 1) {
      const { calls: _, surprises: unexpected, ...found } = await story([{ call, mode }]);
      expect([call, found, unexpected]).toEqual([call, expected, []]);
    }
  });

  it("come to the same, with several faults at once", async () => {
    const { calls, surprises: _none, ...expected } = await story([]);
    const fault = fc.record({ call: fc.integer({ min: 1, max: calls + 20 }), mode: fc.constantFrom(...faultModes) });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 2, maxLength: 6 }), async (faults) => {
        const { calls: _, surprises, ...found } = await story(faults);
        expect([found, surprises]).toEqual([expected, []]);
      }),
      { numRuns: 100 },
    );
  });
});
