import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeColumns } from "../../shared/contracts/resident-changes.ts";
import { changeKinds } from "../../shared/domain/resident-change-row.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { openOffice } from "../support/office.ts";
import { applicants } from "../support/people.ts";
import { changeOf, csvOf, enrol, newPersonValues } from "../support/resident-changes.ts";

const [first, ...others] = applicants(8, 51);
if (!first) throw new Error("the generated ward is too small");
const people = [first, ...others];
const strange = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    '"',
    "9".repeat(400),
    "2026-02-30",
    "999999999999999",
    "死亡",
    "\uFEFF",
    "=1+1",
    "__proto__",
  ),
);

/** Rows that contradict each other: few numbers, few days, every kind, some of them spoiled in one cell. */
const row = fc
  .record({
    who: fc.constantFrom(...people),
    kind: fc.constantFrom(...Object.keys(changeKinds)),
    id: fc.integer({ min: 0, max: 400 }),
    day: fc.integer({ min: 1, max: 30 }),
    month: fc.constantFrom("03", "06", "11", "12"),
    sequence: fc.integer({ min: 0, max: 9 }),
    needed: fc.boolean(),
    spoiled: fc.option(fc.tuple(fc.constantFrom(...changeColumns), strange), { freq: 3 }),
  })
  .map(({ who, kind, id, day, month, sequence, needed, spoiled }) => {
    const { needs } = changeKinds[kind as keyof typeof changeKinds];
    const values: Record<string, unknown> = newPersonValues(who);
    const day2 = String(day).padStart(2, "0");
    return {
      ...changeOf(who, kind, { changeId: `J-${id}`, sequence, changedOn: `2026-${month}-${day2}` }),
      ...(needed ? Object.fromEntries((needs as readonly string[]).map((name) => [name, values[name]])) : {}),
      ...(spoiled ? { [spoiled[0]]: spoiled[1] } : {}),
    };
  });

describe("malformed and contradictory 異動", () => {
  it("are each accounted for, in files of 2,400 rows over all, and nothing fails", async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 80, maxLength: 80 }), async (drawn) => {
        const database = memoryDatabase();
        const office = openOffice({ database });
        for (const person of people.slice(0, 5)) await enrol(office, person);
        office.inbox.files.set("residents/inbox/a.csv", csvOf(drawn));
        expect(await office.takeResidentFiles()).toEqual({ done: 1, left: 0 });
        const [text] = [...office.reports.files.values()];
        const report = JSON.parse(Buffer.from(text ?? "").toString());
        // A blank line in a cell is part of the row, so the file has as many rows as were written.
        expect(report.rows).toBe(drawn.length);
        const counts: number[] = Object.values(report.counts);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(drawn.length);
        expect(report.quarantined).toHaveLength(report.counts.quarantined);
        for (const { reason, detail } of report.quarantined) expect([reason, detail]).not.toContain(null);

        const states = database.dump("residents").filter(({ pk }) => pk.startsWith("STATE#"));
        const changes = database.dump("residents").filter(({ sk }) => sk.startsWith("CHANGE#"));
        expect(states.map(({ pk, sk }) => `${pk} ${sk}`).toSorted()).toEqual(
          changes.map(({ state, changeName }) => `STATE#${state} ${changeName}`).toSorted(),
        );
        expect(changes).toHaveLength(drawn.length - report.repeated);
        expect(office.log.lines.filter(({ code }) => code === "internal-error")).toEqual([]);
        rows += drawn.length;
      }),
      { numRuns: 30 },
    );
    expect(rows).toBeGreaterThanOrEqual(2000);
  });

  it("never end in anything but an answer for each row, over the API", async () => {
    const office = openOffice();
    await enrol(office, first);
    const anything = fc.oneof(
      { weight: 3, arbitrary: row as fc.Arbitrary<unknown> },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 20 }), async (changes) => {
        const asked = { as: "juki", roles: ["system"], system: "resident-registry", body: { changes } } as const;
        const { status, body } = await office.ask("POST", "/v1/residents/changes", asked);
        expect(status).toBe(200);
        expect(body.changes.map(({ at }: { at: number }) => at)).toEqual(changes.map((_, at) => at));
      }),
      { numRuns: 60 },
    );
  });

  it("refuse whole files of any bytes without storing a thing of them", async () => {
    const database = memoryDatabase();
    const office = openOffice({ database });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string().map((text) => Buffer.from(text)),
        ),
        async (bytes) => {
          office.inbox.files.set("residents/inbox/a.csv", bytes);
          expect(await office.takeResidentFiles()).toEqual({ done: 1, left: 0 });
          expect(database.dump("residents")).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
