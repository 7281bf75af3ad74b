import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { changeKinds } from "../../shared/domain/resident-change-row.ts";
import { openOffice } from "../support/office.ts";
import { applicants } from "../support/people.ts";
import { changeOf, csvOf, enrol, newPersonValues, outcomesIn, personIn } from "../support/resident-changes.ts";
import { copyOf, openStores, type Stores } from "../support/restarting-office.ts";

const [known, other, stranger] = applicants(3, 11);
if (!known || !other || !stranger) throw new Error("the generated ward is too small");
const people = [known, other, stranger];

const base = openStores();
beforeAll(async () => {
  const office = openOffice(base);
  await enrol(office, known);
  await enrol(office, other);
});

const days = ["2026-05-10", "2026-05-11", "2026-06-30", "2026-08-01", "2026-11-20", "2026-12-01"];

const rows = fc
  .array(
    fc.record({
      who: fc.constantFrom(...people),
      kind: fc.constantFrom(...(Object.keys(changeKinds) as (keyof typeof changeKinds)[])),
      changedOn: fc.constantFrom(...days),
      sequence: fc.integer({ min: 0, max: 5 }),
      street: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 2, maxLength: 10 },
  )
  .map((drawn) =>
    drawn.map(({ who, kind, street, ...when }, at) => {
      const { needs } = changeKinds[kind];
      const values: Record<string, unknown> = { ...newPersonValues(who), address: `目黒区目黒${street}丁目1番` };
      const given = Object.fromEntries((needs as readonly string[]).map((name) => [name, values[name]]));
      return changeOf(who, kind, { ...when, ...given, changeId: `J-${at}`, notifiedOn: when.changedOn });
    }),
  );

type Rows = readonly Readonly<Record<string, unknown>>[];

/** The rows dropped as files, and what then stands. */
const standing = async (files: readonly Rows[]) => {
  const stores: Stores = await copyOf(base);
  const office = openOffice(stores);
  for (const [at, file] of files.entries()) {
    office.inbox.files.set(`residents/inbox/${at}.csv`, csvOf(file));
    await office.takeResidentFiles();
  }
  expect(office.inbox.files.size).toBe(0);
  return {
    people: await Promise.all(people.map((person) => personIn(stores.database, stores.master, person))),
    outcomes: outcomesIn(stores.database),
  };
};

const inOrder = (file: Rows) =>
  file.toSorted((a, b) => (`${a.changedOn} ${a.sequence}` < `${b.changedOn} ${b.sequence}` ? -1 : 1));

describe("異動 in whatever order they come", () => {
  it("give the same ledger, the same proposals and the same counts, over any files and however often", async () => {
    await fc.assert(
      fc.asyncProperty(
        rows.chain((drawn) =>
          fc.record({
            drawn: fc.constant(drawn),
            shuffled: fc.shuffledSubarray(drawn, { minLength: drawn.length }),
            again: fc.array(fc.constantFrom(...drawn), { maxLength: 5 }),
            size: fc.integer({ min: 1, max: 4 }),
          }),
        ),
        async ({ drawn, shuffled, again, size }) => {
          const all = [...shuffled, ...again];
          const files = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
            all.slice(at * size, at * size + size),
          );
          expect(await standing(files)).toEqual(await standing([inOrder(drawn)]));
        },
      ),
      { numRuns: 150 },
    );
  });
});
