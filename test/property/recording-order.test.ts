import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EntryId } from "../../shared/domain/ids.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import { type LedgerEntry, type LedgerEvent, ledgerEntry } from "../../shared/domain/ledger-events.ts";
import { addDays, type PlainDate, plainDate } from "../../shared/law/calendar.ts";
import { applicant } from "../support/people.ts";

const dayOf = (days: number): PlainDate => addDays(plainDate("2026-01-01"), days);

const recorded = (events: readonly LedgerEvent[]): LedgerEntry[] =>
  events.map((event, at) =>
    ledgerEntry.parse({
      id: String(at + 1).padStart(6, "0") as EntryId,
      recordedAt: `2026-11-01T00:00:${String(at).padStart(2, "0")}.000Z`,
      recordedBy: "clerk-1",
      source: { kind: "takeover" },
      events: [event],
    }),
  );

/** Turns and changes of address on days of their own, so that the effective order is one and only one. */
const happenings: fc.Arbitrary<LedgerEvent[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 9 })
  .chain((days) =>
    fc.tuple(
      ...days.map((day) =>
        fc.constantFrom<LedgerEvent>(
          { kind: "acquired", on: dayOf(day), category: "1", cause: "moved-into-japan" },
          { kind: "category-changed", on: dayOf(day), category: "2", cause: "joined-employees-pension" },
          { kind: "lost", on: dayOf(day), cause: "moved-abroad" },
          {
            kind: "facts-changed",
            on: dayOf(day),
            facts: { address: `目黒区架空町${day}番`, addressSupplement: null },
          },
        ),
      ),
    ),
  );

const registered = { kind: "registered", facts: applicant() } as LedgerEvent;

describe("the order of recording", () => {
  it("does not change what is true, where each thing took effect on a day of its own", () => {
    const orders = happenings.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(orders, ([inOrder, anyOrder]) => {
        const [one, other] = [inOrder, anyOrder].map((events) => foldLedger(recorded([registered, ...events])));
        expect(other).toEqual(one);
      }),
      { numRuns: 3000 },
    );
  });

  it("a 職権訂正 and its reversal together change nothing", () => {
    fc.assert(
      fc.property(happenings, fc.nat(), fc.integer({ min: 201, max: 300 }), (events, at, moved) => {
        const turns = events.filter((event) => event.kind !== "facts-changed");
        const turn = turns[at % Math.max(turns.length, 1)];
        fc.pre(turn !== undefined);
        if (turn?.kind !== "acquired" && turn?.kind !== "category-changed" && turn?.kind !== "lost") return;
        const away: LedgerEvent = { kind: "turn-corrected", turn: turn.kind, was: turn.on, on: dayOf(moved) };
        const back: LedgerEvent = { kind: "turn-corrected", turn: turn.kind, was: dayOf(moved), on: turn.on };
        const plain = foldLedger(recorded([registered, ...events]));
        expect(foldLedger(recorded([registered, ...events, away, back]))).toEqual(plain);
      }),
      { numRuns: 3000 },
    );
  });
});
