import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../shared/domain/ledger-events.ts";
import { recordedMonths } from "../../shared/domain/months.ts";
import { addDays, addMonths, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { contains } from "../../shared/law/month-span.ts";
import { cycleMonths } from "../../shared/law/year-cycle.ts";
import { acquiredOn, application, decide, fold, form, lostOn, registered } from "../unit/flows/decide.ts";
import { earning, incomesOf } from "../unit/flows/income-examples.ts";

const today = plainDate("2026-11-20");
const months = fc.integer({ min: 0, max: 31 }).map((count) => addMonths(plainMonth("2024-10"), count));
/** From the month before the 申請 on: what may still be cancelled. */
const toCome = fc.integer({ min: 0, max: 6 }).map((count) => addMonths(plainMonth("2026-10"), count));
const pastDays = fc.integer({ min: 0, max: 700 }).map((count) => addDays(today, -count));

/** One form for a year of the cycle, from and until anywhere within it. */
const spans = (cycle: "exemption" | "student") =>
  fc
    .record({ year: fc.constantFrom(2024, 2025, 2026), start: fc.nat({ max: 11 }), length: fc.nat({ max: 11 }) })
    .map(({ year, start, length }) => {
      const { from, until } = cycleMonths(cycle, year);
      const first = addMonths(from, start);
      const last = addMonths(first, length);
      return { from: first, until: last > until ? until : last };
    });

interface Filing {
  readonly flow: Parameters<typeof decide>[0];
  readonly body: object;
  readonly income?: number;
}

const filings: fc.Arbitrary<Filing> = fc.oneof(
  fc
    .record({
      span: spans("exemption"),
      income: fc.nat({ max: 2_000_000 }),
      isStudent: fc.constantFrom(false, false, true),
    })
    .map(
      ({ span, income, isStudent }): Filing => ({
        flow: "exemption-application",
        income,
        body: application({
          details: { ...span, wish: [], spouse: null, headOfHousehold: "self", grounds: [], continuation: false },
          atCounter: { isStudent },
        }),
      }),
    ),
  fc.record({ span: spans("student"), income: fc.nat({ max: 2_000_000 }) }).map(
    ({ span, income }): Filing => ({
      flow: "student-deferment-application",
      income,
      body: application({
        documents: ["student-card"],
        details: {
          ...span,
          schoolName: "架空大学",
          schoolAddress: "東京都目黒区架空1－1",
          enrolment: { from: "2024-04", until: "2028-03" },
          grounds: [],
        },
        atCounter: { schoolKind: "university" },
      }),
    }),
  ),
  pastDays.map(
    (eventOn): Filing => ({
      flow: "statutory-exemption-start",
      body: form({ eventOn, documents: ["facility-certificate"], details: { reason: "facility" } }),
    }),
  ),
  pastDays.map(
    (eventOn): Filing => ({
      flow: "statutory-exemption-end",
      body: form({ eventOn, details: { reason: "left-facility" } }),
    }),
  ),
  months.map((from): Filing => ({ flow: "payment-choice", body: application({ details: { from } }) })),
  months.map((until): Filing => ({ flow: "payment-choice-correction", body: application({ details: { until } }) })),
  toCome.map((from): Filing => ({ flow: "exemption-cancellation", body: application({ details: { from } }) })),
  pastDays.map((eventOn): Filing => ({ flow: "student-deferment-end", body: form({ eventOn, details: {} }) })),
  pastDays.map(
    (day): Filing => ({
      flow: "maternity-exemption",
      body: form({ eventOn: day, details: { day, dayIs: "delivered", type: "single" } }),
    }),
  ),
  pastDays.map(
    (childBornOn): Filing => ({
      flow: "childcare-exemption",
      body: form({
        eventOn: childBornOn,
        details: { childBornOn, parent: "mother" },
        atCounter: { livesWithChild: true, relationConfirmed: true },
      }),
    }),
  ),
);

/** 第1号 throughout, or with some months abroad. */
const qualifications: fc.Arbitrary<readonly LedgerEvent[]> = fc.constantFrom(
  [acquiredOn("2015-04-01")],
  [acquiredOn("2015-04-01"), lostOn("2025-02-10"), acquiredOn("2025-09-05")],
);

const applied = ["full", "deferment", "three-quarters", "half", "quarter", "student-deferment"] as const;

describe("同じ人の免除の届出・申請を、どの順に何件受け付けても", () => {
  it("申請による免除の月は重ならず、どの月に効く免除も一つで、第1号の月だけにある", () => {
    const accepted = new Map<string, number>();
    fc.assert(
      fc.property(qualifications, fc.array(filings, { minLength: 2, maxLength: 12 }), (qualification, filed) => {
        let events: readonly LedgerEvent[] = [registered, ...qualification];
        for (const { flow, body, income } of filed) {
          const told = income === undefined ? null : incomesOf(earning(income));
          const decision = decide(flow, body, events, "2026-11-23", told);
          if (decision.outcome !== "accept") continue;
          accepted.set(flow, (accepted.get(flow) ?? 0) + 1);
          events = [...events, ...decision.events];
        }
        const person = fold(events);
        const granted = person.reliefs.exemptions.filter(({ type }) => applied.some((each) => each === type));
        for (const { month, category, relief } of recordedMonths(
          person,
          plainMonth("2023-01"),
          plainMonth("2029-12"),
        )) {
          expect(granted.filter((span) => contains(span, month)).length).toBeLessThanOrEqual(1);
          if (relief !== null) expect(category).toBe("1");
          if (relief?.relief === "statutory")
            expect(person.reliefs.paymentChoices.some((span) => contains(span, month))).toBe(false);
        }
      }),
      { numRuns: 3_000 },
    );
    // Every 手続 was accepted often enough to be in another's way.
    for (const flow of [
      "exemption-application",
      "student-deferment-application",
      "statutory-exemption-start",
      "statutory-exemption-end",
      "payment-choice",
      "exemption-cancellation",
      "student-deferment-end",
      "maternity-exemption",
      "childcare-exemption",
    ])
      expect([flow, (accepted.get(flow) ?? 0) > 20]).toEqual([flow, true]);
  });
});
