import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incomeColumns, incomeQuarantine } from "../../shared/contracts/incomes.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { headOf, incomeCsv, incomeOf, spouseOf } from "../support/incomes.ts";
import { openOffice } from "../support/office.ts";
import { applicants } from "../support/people.ts";
import { enrol } from "../support/resident-changes.ts";

const people = applicants(6, 53);
const known = people.slice(0, 4);

const strange = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    '"',
    "9".repeat(400),
    "-1",
    "1.5",
    "1e3",
    "１２３",
    "なし",
    "\uFEFF",
    "=1+1",
    "TRUE",
  ),
  fc.integer({ min: -5, max: 2_000_000_000 }).map(String),
);

/** Rows that contradict each other and themselves: few people, few years, some cells spoiled or left out. */
const row = fc
  .record({
    who: fc.constantFrom(...people),
    incomeYear: fc.constantFrom(2005, 2023, 2024, 2025, 2026),
    income: fc.integer({ min: 0, max: 3 }),
    exists: fc.constantFrom("present", "present", "absent"),
    spouse: fc.boolean(),
    head: fc.boolean(),
    covered: fc.boolean(),
    reason: fc.option(fc.constantFrom("not-declared", "moved-in"), { freq: 3 }),
    left: fc.option(fc.constantFrom(...incomeColumns), { freq: 3 }),
    spoiled: fc.option(fc.tuple(fc.constantFrom(...incomeColumns), strange), { freq: 3 }),
  })
  .map(({ who, incomeYear, income, exists, spouse, head, covered, reason, left, spoiled }) => ({
    ...incomeOf(who, income, { incomeYear, exists }),
    ...(spouse ? spouseOf(income) : {}),
    ...(head ? headOf(income, covered ? { headDependants: 0 } : {}) : {}),
    ...(reason ? { unidentifiedReason: reason } : {}),
    ...(left ? { [left]: undefined } : {}),
    ...(spoiled ? { [spoiled[0]]: spoiled[1] } : {}),
  }));

const openWard = async (covered: "head-dependants" | "childcare") => {
  const database = memoryDatabase();
  const office = openOffice({ database, covered: [covered] });
  for (const person of known) await enrol(office, person);
  return { ...office, database };
};

const recordsIn = (database: ReturnType<typeof memoryDatabase>) =>
  database.dump("incomes").filter(({ pk }) => pk.startsWith("YEAR#") || pk.startsWith("HISTORY#"));

describe("malformed and contradictory 所得情報", () => {
  it.each(["head-dependants", "childcare"] as const)(
    "is each accounted for, in files of 2,400 rows over all (%s covered), and nothing else is stored",
    async (covered) => {
      let rows = 0;
      const reasons = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 80, maxLength: 80 }), async (drawn) => {
          const office = await openWard(covered);
          const others = () => office.database.dump().filter(({ pk }) => !/^(HOUR|YEAR|HISTORY|FILE)/.test(String(pk)));
          const before = others();
          office.incomeInbox.files.set("incomes/inbox/a.csv", incomeCsv(drawn));
          expect(await office.takeIncomeFiles()).toEqual({ done: 1, left: 0 });
          const [text] = [...office.reports.files.values()];
          const report = JSON.parse(Buffer.from(text ?? "").toString());
          expect(report.rows).toBe(drawn.length);
          const counts: number[] = Object.values(report.counts);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(drawn.length);
          expect(report.quarantined).toHaveLength(report.counts.quarantined);
          for (const { reason, detail } of report.quarantined) {
            reasons.add(reason);
            expect(detail).toBe(incomeQuarantine[reason as keyof typeof incomeQuarantine]);
          }
          const taken = report.counts.recorded + report.counts.corrected - report.repeated;
          expect(recordsIn(office.database)).toHaveLength(taken);
          expect(others()).toEqual(before);
          expect(office.log.lines.filter(({ code }) => code === "internal-error")).toEqual([]);
          rows += drawn.length;
        }),
        { numRuns: 30 },
      );
      expect(rows).toBeGreaterThanOrEqual(2000);
      const expected = Object.keys(incomeQuarantine).filter(
        (reason) => covered === "childcare" || reason !== "beyond-assessment",
      );
      expect([...reasons].toSorted()).toEqual(expected.toSorted());
    },
  );

  it("never ends in anything but an answer for each row, over the API", async () => {
    const office = await openWard("head-dependants");
    const anything = fc.oneof(
      { weight: 3, arbitrary: row as fc.Arbitrary<unknown> },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 10, maxLength: 40 }), async (incomes) => {
        const asked = { as: "zei", roles: ["system"], system: "tax", body: { incomes } } as const;
        const { status, body } = await office.ask("POST", "/v1/incomes", asked);
        expect(status).toBe(200);
        expect(body.incomes.map(({ at }: { at: number }) => at)).toEqual(incomes.map((_, at) => at));
        rows += incomes.length;
      }),
      { numRuns: 120 },
    );
    expect(rows).toBeGreaterThan(1000);
  });

  it("is refused, as a whole file of any bytes, without storing a thing of it", async () => {
    const database = memoryDatabase();
    const office = openOffice({ database });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string().map((text) => Buffer.from(text)),
        ),
        async (bytes) => {
          office.incomeInbox.files.set("incomes/inbox/a.csv", bytes);
          expect(await office.takeIncomeFiles()).toEqual({ done: 1, left: 0 });
          expect(database.dump("incomes")).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("asked for wrongly is a fault of the request, whatever was sent", async () => {
    const office = await openWard("head-dependants");
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string(), async (body, text) => {
        const paths = ["/v1/incomes", "/v1/incomes/references", "/v1/incomes/corrections/x/decision"];
        for (const path of paths) {
          const answer = await office.ask("POST", path, { roles: ["examiner"], body: JSON.stringify(body) });
          expect([400, 404]).toContain(answer.status);
        }
        const looked = await office.ask("GET", `/v1/incomes/${encodeURIComponent(text)}`, {
          purpose: "filing",
          query: { year: text },
        });
        expect([400, 404]).toContain(looked.status);
      }),
      { numRuns: 150 },
    );
  });
});
