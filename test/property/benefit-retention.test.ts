import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benefitKinds, recipientChanges } from "../../shared/domain/benefits.ts";
import type { EntryId } from "../../shared/domain/ids.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import { type LedgerEntry, type LedgerEvent, ledgerEntry } from "../../shared/domain/ledger-events.ts";
import { recipientState } from "../../shared/domain/recipients.ts";
import { defaultRetention, dueOn, rowInForce } from "../../shared/domain/retention.ts";
import { retentionOfPerson } from "../../shared/domain/retention-of-person.ts";
import { addDays, plainDate } from "../../shared/law/calendar.ts";
import { rightRecorded } from "../support/rights-on-file.ts";

const day = fc.nat(20_000).map((days) => addDays(plainDate("1990-01-01"), days));
const idAt = (at: number) => String(at).padStart(6, "0") as EntryId;

/** What befell one of a few rights; 失権 comes now and then, of any kind of change. */
const right = fc
  .record({
    change: fc.constantFrom(...keysOf(recipientChanges)),
    on: day,
    kind: fc.constantFrom(...keysOf(benefitKinds)),
    seq: fc.integer({ min: 1, max: 2 }),
    forfeitedOn: fc.option(day, { nil: undefined, freq: 2 }),
  })
  .map(({ change, on, kind, seq, forfeitedOn }) =>
    rightRecorded(change, on, kind, forfeitedOn === undefined ? {} : { forfeiture: "death", forfeitedOn }, seq),
  );
const turn: fc.Arbitrary<LedgerEvent> = fc.oneof(
  fc.record({
    kind: fc.constant("acquired" as const),
    on: day,
    category: fc.constant("1" as const),
    cause: fc.constant("turned-20" as const),
  }),
  fc.record({ kind: fc.constant("lost" as const), on: day, cause: fc.constantFrom("age-60" as const, "death") }),
);

/** Recordings in any order; some take back what an earlier one said. */
const ledger: fc.Arbitrary<LedgerEntry[]> = fc
  .array(
    fc.record({
      events: fc.array(fc.oneof(right, turn), { minLength: 1, maxLength: 3 }),
      undoes: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ events, undoes }, at) =>
      ledgerEntry.parse({
        id: idAt(at + 1),
        recordedAt: `${addDays(plainDate("1991-01-01"), at)}T00:00:00.000Z`,
        recordedBy: "clerk-1",
        source: { kind: "takeover" },
        events: [
          ...(undoes !== null && at >= undoes
            ? [{ kind: "voided", entries: [idAt(at + 1 - undoes)], why: "rejected" }]
            : []),
          ...events,
        ],
      }),
    ),
  );

const rowOf = (name: Parameters<typeof rowInForce>[1]) => rowInForce(defaultRetention, name, plainDate("2026-11-23"));

describe("the keeping of whoever has a right to 給付", () => {
  it("never comes to an end on a day on which a right of theirs is not over", () => {
    let open = 0;
    let due = 0;
    fc.assert(
      fc.property(ledger, day, (entries, today) => {
        const person = foldLedger(entries);
        const retention = retentionOfPerson(person, entries, rowOf);
        const isDue = retention.dueOn !== null && retention.dueOn <= today;
        const hasOpen = person.recipients.some((each) => recipientState(each, today) !== "ended");
        if (isDue) due += 1;
        if (hasOpen) open += 1;
        expect(isDue && hasOpen).toBe(false);
      }),
      { numRuns: 2000 },
    );
    // Neither side of it is empty.
    expect(Math.min(open, due)).toBeGreaterThan(50);
  });

  it("lasts the whole term from every 失権, however many there are", () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const person = foldLedger(entries);
        const { dueOn: until } = retentionOfPerson(person, entries, rowOf);
        for (const { facts } of person.recipients) {
          if (until === null) return;
          expect(facts.forfeitedOn !== undefined && until >= dueOn(facts.forfeitedOn, rowOf("benefit-history"))).toBe(
            true,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});
