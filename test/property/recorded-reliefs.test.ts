import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EntryId } from "../../shared/domain/ids.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import { type LedgerEntry, type LedgerEvent, ledgerEntry } from "../../shared/domain/ledger-events.ts";
import { reliefIn } from "../../shared/domain/recorded-reliefs.ts";
import { childcareEnds, exemptionEnds, exemptionReasons, exemptionTypes } from "../../shared/domain/reliefs.ts";
import { addDays, addMonths, type PlainMonth, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { reliefOfMonth } from "../../shared/law/relief-priority.ts";

const first = plainMonth("2026-01");
const oneOf = <Key extends string>(table: Record<Key, unknown>) => fc.constantFrom(...(Object.keys(table) as Key[]));
const month = fc.integer({ min: 0, max: 30 }).map((count) => addMonths(first, count));
/** Few days, so that events meet the same birth and the same child. */
const day = fc.integer({ min: 0, max: 3 }).map((count) => addDays(plainDate("2026-11-01"), count));
const span = fc
  .tuple(month, fc.integer({ min: 0, max: 12 }))
  .map(([from, length]) => ({ from, until: addMonths(from, length) }));
const was = fc.option(day, { nil: undefined });
const type = oneOf(exemptionTypes);

const relief: fc.Arbitrary<LedgerEvent> = fc.oneof(
  fc
    .record({ type, span, reason: oneOf(exemptionReasons), open: fc.boolean() })
    .map(({ type: kind, span: { from, until }, reason, open }) => ({
      kind: "exempted" as const,
      type: kind,
      from,
      until: open && kind === "statutory" ? null : until,
      reason,
    })),
  fc
    .record({ type, lastMonth: month, cause: oneOf(exemptionEnds) })
    .map((event) => ({ kind: "exemption-ended" as const, ...event })),
  fc.record({ on: day, span, open: fc.boolean() }).map(({ on, span: { from, until }, open }) => ({
    kind: "payment-chosen" as const,
    on,
    from,
    until: open ? null : until,
  })),
  month.map((lastMonth) => ({ kind: "payment-choice-ended" as const, lastMonth })),
  fc
    .record({ on: day, type: fc.constantFrom("single" as const, "multiple" as const), span, was })
    .map(({ span: months, was: before, ...event }) => ({
      kind: "maternity-exempted" as const,
      ...event,
      ...months,
      ...(before ? { was: before } : {}),
    })),
  fc
    .record({ childBornOn: day, parent: fc.constantFrom("mother" as const, "father" as const), span, was })
    .map(({ span: months, was: before, ...event }) => ({
      kind: "childcare-exempted" as const,
      ...event,
      ...months,
      ...(before ? { was: before } : {}),
    })),
  fc
    .record({ childBornOn: day, lastMonth: month, cause: oneOf(childcareEnds) })
    .map((event) => ({ kind: "childcare-ended" as const, ...event })),
  fc.boolean().map((wished) => ({ kind: "continuation-wished" as const, on: plainDate("2026-11-02"), wished })),
);

const idAt = (at: number) => String(at).padStart(6, "0") as EntryId;
const recorded = (events: readonly LedgerEvent[], from = 1): LedgerEntry[] =>
  events.map((event, at) =>
    ledgerEntry.parse({
      id: idAt(from + at),
      recordedAt: "2026-12-01T00:00:00.000Z",
      recordedBy: "clerk-1",
      source: { kind: "filing", filingId: "20261120-AAAAAA" },
      events: [event],
    }),
  );
const reliefsOf = (events: readonly LedgerEvent[]) => foldLedger(recorded(events)).reliefs;

const ledger = fc.array(relief, { maxLength: 12 });
const runs = { numRuns: 2000 };
const months = Array.from({ length: 45 }, (_, at) => addMonths(first, at));

describe("whatever reliefs were recorded of a person", () => {
  it("the ledger says the same in whatever order its entries are handed over", () => {
    const shuffled = ledger.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(recorded(events), { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, entries]) => {
        expect(foldLedger(entries).reliefs).toEqual(reliefsOf(events));
      }),
      runs,
    );
  });

  it("voiding the last restores what was before it, and voiding the voiding brings it back", () => {
    fc.assert(
      fc.property(ledger, relief, (events, last) => {
        const with_ = recorded([...events, last]);
        const at = events.length + 1;
        const voiding = (target: number, id: number) =>
          recorded([{ kind: "voided", entries: [idAt(target)], why: "withdrawn" }], id);
        const gone = [...with_, ...voiding(at, at + 1)];
        expect(foldLedger(gone).reliefs).toEqual(reliefsOf(events));
        expect(foldLedger([...gone, ...voiding(at + 1, at + 2)]).reliefs).toEqual(reliefsOf([...events, last]));
      }),
      runs,
    );
  });

  it("変更 takes the place of what was recorded for the day it names, and of nothing else", () => {
    fc.assert(
      fc.property(ledger, day, span, (events, named, { from, until }) => {
        const before = reliefsOf(events);
        const to = plainDate("2026-12-24");
        const birth = { on: to, type: "single", from, until } as const;
        const child = { childBornOn: to, parent: "father", from, until } as const;
        const { maternity, childcare } = reliefsOf([
          ...events,
          { kind: "maternity-exempted", ...birth, was: named },
          { kind: "childcare-exempted", ...child, was: named },
        ]);
        expect(maternity.slice(0, -1)).toEqual(before.maternity.filter(({ on }) => on !== named));
        expect(maternity.at(-1)).toMatchObject(birth);
        const others = before.childcare.filter(({ childBornOn }) => childBornOn !== named);
        expect(childcare.filter(({ childBornOn }) => childBornOn !== to)).toEqual(others);
        const end = before.childcare.find(({ childBornOn }) => childBornOn === named)?.end ?? null;
        for (const changed of childcare.slice(others.length)) expect([changed.from, changed.end]).toEqual([from, end]);
        if (end === null) expect(childcare.at(-1)).toMatchObject(child);
      }),
      runs,
    );
  });

  it("what has ended spares no month after its end, and what was before stays", () => {
    fc.assert(
      fc.property(ledger, day, month, (events, childBornOn, lastMonth) => {
        const before = reliefsOf(events).childcare;
        const after = reliefsOf([
          ...events,
          { kind: "childcare-ended", childBornOn, lastMonth, cause: "child-died" },
        ]).childcare;
        for (const span_ of after) {
          if (span_.childBornOn !== childBornOn) expect(before).toContainEqual(span_);
          else expect([span_.until <= lastMonth, span_.end?.cause]).toEqual([true, "child-died"]);
        }
        const kept = before.filter((each) => each.childBornOn !== childBornOn || each.from <= lastMonth);
        expect(after.map(({ from }) => from)).toEqual(kept.map(({ from }) => from));
      }),
      runs,
    );
  });

  it("a month has one relief at most, the first in the order of exclusion of those that cover it", () => {
    fc.assert(
      fc.property(ledger, (events) => {
        const reliefs = reliefsOf(events);
        const covers = (from: PlainMonth, until: PlainMonth | null, at: PlainMonth) =>
          from <= at && (until === null || at <= until);
        for (const at of months) {
          const paid = reliefs.paymentChoices.some(({ from, until }) => covers(from, until, at));
          const candidates = [
            ...reliefs.maternity.map((each) => ({ ...each, kind: "maternity" as const })),
            ...reliefs.childcare.map((each) => ({ ...each, kind: "childcare" as const })),
            ...reliefs.exemptions.map((each) => ({ ...each, kind: each.type })),
          ]
            .filter(({ from, until, kind }) => covers(from, until, at) && !(kind === "statutory" && paid))
            .map(({ kind }) => kind);
          expect(reliefIn(reliefs, at)?.relief ?? null).toBe(reliefOfMonth(new Set(candidates)));
        }
      }),
      { numRuns: 500 },
    );
  });
});
