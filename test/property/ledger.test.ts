import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EntryId, FilingId } from "../../shared/domain/ids.ts";
import { foldLedger, knownBy } from "../../shared/domain/ledger.ts";
import { type LedgerEntry, type LedgerEvent, ledgerEntry } from "../../shared/domain/ledger-events.ts";
import { addDays, plainDate } from "../../shared/law/calendar.ts";
import { applicant } from "../support/people.ts";

const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(plainDate("2026-01-01"), days));
const category = fc.constantFrom("1" as const, "2" as const, "3" as const, "voluntary" as const);
const idAt = (at: number) => String(at).padStart(6, "0") as EntryId;

const turn: fc.Arbitrary<LedgerEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("acquired" as const, "category-changed" as const),
    on: day,
    category,
    cause: fc.constant("moved-into-japan" as const),
  }),
  fc.record({ kind: fc.constant("lost" as const), on: day, cause: fc.constant("moved-abroad" as const) }),
  fc.constant({ kind: "registered" as const, facts: applicant() } as LedgerEvent),
);

/** Ledgers as the stores write them: numbered in the order of recording, voiding and confirming what came before. */
const ledger: fc.Arbitrary<LedgerEntry[]> = fc
  .array(
    fc.record({
      events: fc.array(turn, { minLength: 1, maxLength: 3 }),
      source: fc.constantFrom("filing", "result", "takeover"),
      filing: fc.integer({ min: 0, max: 3 }),
      reach: fc.option(
        fc.record({ back: fc.integer({ min: 1, max: 4 }), kind: fc.constantFrom("voided", "confirmed") }),
      ),
    }),
    { maxLength: 10 },
  )
  .map((drawn) =>
    drawn.map(({ events, source, filing, reach }, at) => {
      const filingId = `20260101-AAAAA${filing}` as FilingId;
      const entries = reach && at - reach.back >= 0 ? [idAt(at + 1 - reach.back)] : [];
      const reaching =
        entries.length === 0
          ? []
          : [{ kind: reach?.kind, entries, ...(reach?.kind === "voided" ? { why: "withdrawn" } : {}) }];
      return ledgerEntry.parse({
        id: idAt(at + 1),
        recordedAt: `${addDays(plainDate("2026-03-01"), at)}T00:00:00.000Z`,
        recordedBy: "clerk-1",
        source:
          source === "takeover"
            ? { kind: "takeover" }
            : source === "filing"
              ? { kind: "filing", filingId }
              : { kind: "result", filingId, importId: "i" },
        events: [...reaching, ...events],
      });
    }),
  );

const voiding = (entries: readonly LedgerEntry[], target: EntryId): LedgerEntry =>
  ledgerEntry.parse({
    id: idAt(entries.length + 1),
    recordedAt: "2026-06-01T00:00:00.000Z",
    recordedBy: "clerk-1",
    source: { kind: "takeover" },
    events: [{ kind: "voided", entries: [target], why: "withdrawn" }],
  });

const runs = { numRuns: 3000 };

describe("whatever was recorded of a person", () => {
  it("the ledger says the same in whatever order its entries are handed over", () => {
    const shuffled = ledger.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    );
    fc.assert(
      fc.property(shuffled, ([entries, others]) => {
        expect(foldLedger(others)).toEqual(foldLedger(entries));
      }),
      runs,
    );
  });

  it("handing the entries over changes none of them", () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const before = structuredClone(entries);
        foldLedger(entries);
        expect(entries).toEqual(before);
      }),
      runs,
    );
  });

  it("periods are sorted, never empty, never overlap, and only the last may be open", () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const { periods } = foldLedger(entries);
        for (const [at, { from, until }] of periods.entries()) {
          if (until !== null) expect(from < until).toBe(true);
          const next = periods[at + 1];
          if (next) expect(until !== null && until <= next.from).toBe(true);
        }
      }),
      runs,
    );
  });

  it("a period without an end has no cause and no standing of an end, and one with an end has both", () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        for (const { until, untilCause, untilStanding } of foldLedger(entries).periods)
          expect([untilCause === null, untilStanding === null]).toEqual([until === null, until === null]);
      }),
      runs,
    );
  });

  it("voiding an entry and then voiding the voiding changes nothing", () => {
    const withTarget = ledger
      .filter((entries) => entries.length > 0)
      .chain((entries) => fc.tuple(fc.constant(entries), fc.nat(entries.length - 1)));
    fc.assert(
      fc.property(withTarget, ([entries, at]) => {
        const once = [...entries, voiding(entries, idAt(at + 1))];
        const twice = [...once, voiding(once, idAt(once.length))];
        expect(foldLedger(twice)).toEqual(foldLedger(entries));
      }),
      runs,
    );
  });

  it("voiding the last entry says what the ledger said before it", () => {
    fc.assert(
      fc.property(
        ledger.filter((entries) => entries.length > 0),
        (entries) => {
          const gone = [...entries, voiding(entries, idAt(entries.length))];
          expect(foldLedger(gone)).toEqual(foldLedger(entries.slice(0, -1)));
        },
      ),
      runs,
    );
  });

  it("what was known on a day is what had been recorded by the end of that day in Japan", () => {
    fc.assert(
      fc.property(ledger, fc.nat(12), (entries, days) => {
        const known = knownBy(entries, addDays(plainDate("2026-03-01"), days));
        expect(known).toEqual(entries.slice(0, days + 1));
      }),
      runs,
    );
  });

  it("every entry listed for a filing is in the ledger, came from it and was not voided by the last word", () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        for (const [filingId, ids] of Object.entries(foldLedger(entries).entriesByFiling)) {
          expect(ids).toEqual(ids.toSorted());
          for (const id of ids) {
            const entry = entries.find((one) => one.id === id);
            expect(entry?.source).toMatchObject({ filingId });
            const voiders = entries.filter((one) =>
              one.events.some((event) => event.kind === "voided" && event.entries.includes(id)),
            );
            const last = voiders.at(-1);
            const lastIsVoided = entries.some((one) =>
              one.events.some(
                (event) => event.kind === "voided" && last !== undefined && event.entries.includes(last.id),
              ),
            );
            expect(last === undefined || lastIsVoided).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});
