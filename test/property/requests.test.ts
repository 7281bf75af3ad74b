import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { extensionReasons, requestKinds, requestOutcomes } from "../../shared/domain/request-kinds.ts";
import {
  afterStep,
  decideBy,
  dueNext,
  isOpen,
  type RequestCase,
  requestSteps,
  type StepTaken,
  stepFault,
} from "../../shared/domain/requests.ts";
import { addDays, daysBetween, type PlainDate, plainDate } from "../../shared/law/calendar.ts";

const simple = keysOf(requestSteps).filter((step) => step !== "extend" && step !== "decide");

const step: fc.Arbitrary<StepTaken> = fc.oneof(
  fc.constantFrom(...simple).map((action) => ({ action })),
  fc.record({
    action: fc.constant("extend" as const),
    days: fc.integer({ min: 1, max: 40 }),
    reason: fc.constantFrom(...keysOf(extensionReasons)),
  }),
  fc.record({ action: fc.constant("decide" as const), outcome: fc.constantFrom(...keysOf(requestOutcomes)) }),
);

const start = fc.record({
  kind: fc.constantFrom(...keysOf(requestKinds)),
  receivedOn: fc.integer({ min: 0, max: 2_000 }).map((days) => addDays(plainDate("2024-01-01"), days)),
  wrongful: fc.boolean(),
  disclosedDaysBefore: fc.option(fc.integer({ min: 0, max: 200 })),
});

type Start = typeof start extends fc.Arbitrary<infer Value> ? Value : never;

const caseFrom = ({ disclosedDaysBefore, ...facts }: Start): RequestCase => ({
  ...facts,
  state: "received",
  disclosedOn: disclosedDaysBefore === null ? null : addDays(facts.receivedOn, -disclosedDaysBefore),
  askedOn: null,
  stoppedDays: 0,
  extendedBy: 0,
  interimOn: null,
  outcome: null,
});

/** Whether some way of steps leads from here to an end. */
const canEnd = (found: RequestCase, day: PlainDate, depth = 3): boolean =>
  !isOpen(found) ||
  (depth > 0 &&
    (
      [
        ...simple.map((action) => ({ action })),
        ...keysOf(requestOutcomes).map((outcome) => ({ action: "decide" as const, outcome })),
      ] as StepTaken[]
    ).some((taken) => stepFault(found, taken, day) === null && canEnd(afterStep(found, taken, day), day, depth - 1)));

const steps = fc.array(fc.tuple(fc.nat({ max: 20 }), step), { maxLength: 20 });

/** Every case that the steps lead through, with the day; a step that is refused leaves the case as it is. */
const walk = (first: RequestCase, taken: readonly (readonly [number, StepTaken])[]) => {
  let found = first;
  let day = first.receivedOn;
  const seen: (readonly [RequestCase, PlainDate, StepTaken | null])[] = [[found, day, null]];
  for (const [days, each] of taken) {
    day = addDays(day, days);
    if (stepFault(found, each, day) !== null) continue;
    found = afterStep(found, each, day);
    seen.push([found, day, each]);
  }
  return seen;
};

describe("請求・問合せ・事故は、どう進めても", () => {
  it("期限は受けた日より前にならず、補正の日数と延長の日数の分だけ、それだけ延びる", () => {
    fc.assert(
      fc.property(start, steps, (facts, taken) => {
        const first = caseFrom(facts);
        const base = decideBy(first);
        for (const [found] of walk(first, taken)) {
          const due = dueNext(found);
          expect(due === null || due >= found.receivedOn).toBe(true);
          expect(daysBetween(base, decideBy(found))).toBe(found.stoppedDays + found.extendedBy);
          expect(found.extendedBy).toBeLessThanOrEqual(requestKinds[found.kind].extendableBy);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("補正を待った日数だけが数えられない", () => {
    fc.assert(
      fc.property(start, steps, (facts, taken) => {
        let waited = 0;
        let since: PlainDate | null = null;
        for (const [found, day, each] of walk(caseFrom(facts), taken)) {
          if (each?.action === "ask-correction") since = day;
          if (each?.action === "corrected" && since !== null) waited += daysBetween(since, day);
          expect(found.stoppedDays).toBe(waited);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("どこからでも終わりに着け、終わったら動かず、決定は種類に合う一つだけ", () => {
    let ended = 0;
    fc.assert(
      fc.property(start, steps, step, (facts, taken, another) => {
        const seen = walk(caseFrom(facts), taken);
        for (const [found, day] of seen) {
          expect([found, canEnd(found, day)]).toEqual([found, true]);
          const outcomes: readonly string[] = requestKinds[found.kind].outcomes;
          expect(found.outcome === null || outcomes.includes(found.outcome)).toBe(true);
          expect(found.outcome === null).toBe(!["decided", "closed", "withdrawn"].includes(found.state));
        }
        const [last, day] = seen.at(-1) ?? [];
        if (!last || !day || isOpen(last)) return;
        ended += 1;
        expect(stepFault(last, another, day)).toBe("transition-refused");
      }),
      { numRuns: 2_000 },
    );
    expect(ended).toBeGreaterThan(100);
  });
});
