import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestedBy } from "../../functions/audit/desk/digested.ts";
import { findEntries, placeOf } from "../../functions/audit/desk/find-entries.ts";
import { isWanted, type Wanted } from "../../functions/audit/desk/wanted.ts";
import { digestTrail } from "../../functions/audit/digest/digest-trail.ts";
import type { AuditEntry } from "../../shared/audit/entry.ts";
import { addHours, type Hour, hourOf, startOf } from "../../shared/audit/hours.ts";
import { memoryLog } from "../../shared/http/log.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { entryOn, keepEntries, pseudonym } from "../support/trail-entries.ts";

const first = "2026-11-20T00" as Hour;
const hours = 12;
const signer = memorySigner();

const at = (hour: number, minute: number, millisecond: number): Instant =>
  `${addHours(first, hour)}:${String(minute).padStart(2, "0")}:00.${String(millisecond).padStart(3, "0")}Z` as Instant;

const officers = ["clerk-1", "clerk-2"] as const;
const people = ["one", "two", "three"].map(pseudonym);
const kinds = ["read", "search", "change"] as const;

/** Entries of a few hours, some at the same instant, some that come only after the digest of their hour. */
const trail = fc.array(
  fc.record({
    hour: fc.nat({ max: hours - 1 }),
    minute: fc.nat({ max: 2 }),
    officer: fc.constantFrom(...officers),
    subjects: fc.subarray(people),
    kind: fc.constantFrom(...kinds),
    action: fc.constantFrom("showPerson", "searchPeople"),
    result: fc.constantFrom("done", "refused"),
    term: fc.option(fc.constantFrom(...people)),
    hoursLate: fc.constantFrom(0, 0, 0, 1, 2),
  }),
  { maxLength: 40, size: "max" },
);

/** Mostly not asked for: all six at once fit next to nothing. */
const some = <Value>(values: readonly Value[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) });

const asked = fc.record({
  officer: some(officers),
  subject: some(people),
  term: some(people),
  kind: some(kinds),
  action: some(["showPerson", "searchPeople"]),
  result: some(["done", "refused"] as const),
  from: fc.tuple(fc.nat({ max: hours / 2 }), fc.nat({ max: 2 })),
  length: fc.integer({ min: 1, max: 2 * hours }),
});

const pagesOf = async (
  database: ReturnType<typeof memoryDatabase>,
  wanted: Wanted,
  { limit, most }: { readonly limit: number; readonly most: number },
) => {
  const { readFrom } = await digestedBy(database);
  const places: string[] = [];
  let before: string | undefined;
  for (let page = 0; page < 100; page += 1) {
    const { entries, next } = await findEntries(database, { wanted, before, limit, readFrom, most });
    expect(entries.length).toBeLessThanOrEqual(limit);
    places.push(...entries.map(placeOf));
    if (next === null) return places;
    before = next;
  }
  throw new Error("the pages do not come to an end");
};

describe("アクセス記録の検索", () => {
  it("は、どの条件の組でも、ダイジェストがどこまで進んでいても、ページをつなげば条件に合う記録を新しい順に1度ずつ返す", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        trail,
        asked,
        fc.record({ limit: fc.integer({ min: 1, max: 4 }), most: fc.integer({ min: 1, max: 40 }) }),
        fc.nat({ max: hours }),
        async (made, query, bounds, digested) => {
          const database = memoryDatabase();
          const held = made.map(({ hour, minute, term, hoursLate, ...over }, number) => ({
            due: hour + hoursLate,
            entry: entryOn(
              at(hour, minute, 0),
              { ...over, terms: term === null ? [] : [{ by: "birth-date", value: term }] },
              number,
            ),
          }));
          const time = { now: startOf(first) };
          const stores = { database, clock: () => time.now, log: memoryLog() };
          const turn = digestTrail({ ...stores, trail: memoryTrailFiles(), signer });
          for (let hour = 0; hour < hours; hour += 1) {
            await keepEntries(
              database,
              held.filter(({ due }) => due === hour).map(({ entry }) => entry),
            );
            time.now = at(hour + 1, 20, 0);
            if (hour < digested) await turn();
          }
          const entries: AuditEntry[] = held.filter(({ due }) => due < hours).map(({ entry }) => entry);
          const { from, length, ...filters } = query;
          const start = at(from[0], from[1], 0);
          const wanted = { ...filters, from: start, to: startOf(addHours(hourOf(start), length)) };
          const expected = entries
            .filter((entry) => isWanted(wanted, entry))
            .map(placeOf)
            .sort()
            .reverse();
          found += expected.length;
          expect(await pagesOf(database, wanted, bounds)).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(200);
  });
});
