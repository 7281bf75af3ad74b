import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { incomeCsv, incomeOf, spouseOf, versionsIn } from "../support/incomes.ts";
import { openOffice } from "../support/office.ts";
import { applicants } from "../support/people.ts";
import { enrol } from "../support/resident-changes.ts";
import { copyOf, openStores } from "../support/restarting-office.ts";

const people = applicants(3, 17);
const years = [2022, 2023, 2024, 2025];

const base = openStores();
beforeAll(async () => {
  const office = openOffice(base);
  for (const person of people) await enrol(office, person);
});

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Each person and year at most once. */
const rows = fc
  .uniqueArray(
    fc.record({
      who: fc.constantFrom(...people),
      incomeYear: fc.constantFrom(...years),
      income: fc.integer({ min: 0, max: 3_000_000 }),
      spouse: fc.option(fc.integer({ min: 0, max: 3_000_000 })),
    }),
    { minLength: 2, maxLength: 12, selector: ({ who, incomeYear }) => `${who.atenaNumber} ${incomeYear}` },
  )
  .map((drawn) =>
    drawn.map(({ who, incomeYear, income, spouse }) =>
      incomeOf(who, income, { incomeYear, ...(spouse === null ? {} : spouseOf(spouse)) }),
    ),
  );

/** The rows dropped as files, and what is on file then; the same day throughout. */
const standing = async (files: readonly Rows[]) => {
  const stores = await copyOf(base);
  const office = openOffice(stores);
  for (const [at, file] of files.entries()) {
    office.incomeInbox.files.set(`incomes/inbox/${at}.csv`, incomeCsv(file));
    await office.takeIncomeFiles();
  }
  return Promise.all(
    people.flatMap((person) => years.map((year) => versionsIn(stores.database, stores.master, person, year))),
  );
};

describe("所得情報 in whatever order it comes", () => {
  it("is the same on file, over any files and however often it is repeated, 参考情報 with it", async () => {
    await fc.assert(
      fc.asyncProperty(
        rows.chain((drawn) =>
          fc.record({
            drawn: fc.constant(drawn),
            shuffled: fc.shuffledSubarray(drawn, { minLength: drawn.length }),
            again: fc.array(fc.constantFrom(...drawn), { maxLength: 5 }),
            size: fc.integer({ min: 1, max: 5 }),
          }),
        ),
        async ({ drawn, shuffled, again, size }) => {
          const all = [...shuffled, ...again];
          const files = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
            all.slice(at * size, at * size + size),
          );
          expect(await standing(files)).toEqual(await standing([drawn]));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("counts, of one person and year, as it came last, and keeps every content before it in its order", async () => {
    const [person] = people;
    if (!person) throw new Error("the generated ward is too small");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 }), async (incomes) => {
        const stores = await copyOf(base);
        const office = openOffice(stores);
        for (const income of incomes)
          await office.ask("POST", "/v1/incomes", {
            as: "zei",
            roles: ["system"],
            system: "tax",
            body: { incomes: [incomeOf(person, income)] },
          });
        const versions = await versionsIn(stores.database, stores.master, person);
        const changes = incomes.filter((income, at) => at === 0 || income !== incomes[at - 1]);
        expect(versions.map(({ version, record }) => [version, record.insured.income])).toEqual(
          changes.map((income, at) => [at + 1, income]),
        );
      }),
      { numRuns: 100 },
    );
  });
});
