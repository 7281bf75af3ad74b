import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { kindRow, type RequestKind, requestKinds } from "../../../shared/domain/request-kinds.ts";
import {
  afterStep,
  decideBy,
  decisionRefusal,
  dueBy,
  firstWordBy,
  type HistoryStep,
  isOutcome,
  isOutOfTime,
  isOver,
  mayRestOn,
  type RequestStep,
  requestSteps,
  stepRefusal,
} from "../../../shared/domain/requests.ts";
import { addDays, plainDate } from "../../../shared/law/calendar.ts";

type Case = Parameters<typeof decideBy>[0];

const received = (kind: RequestKind, on: string): Case => ({
  kind,
  state: "open",
  receivedOn: plainDate(on),
  disclosedOn: null,
  wrongful: kind === "incident" ? false : null,
  history: [{ step: "received", on: plainDate(on) }],
});
const stepped = (request: Case, step: RequestStep, on: string): Case => ({
  ...request,
  ...afterStep(request, step),
  history: [...request.history, { step, on: plainDate(on) } satisfies HistoryStep],
});
const day = plainDate("2026-12-01");

describe("the time of a request", () => {
  it.each<[RequestKind, string, string]>([
    ["disclosure", "2026-11-02", "2026-12-02"],
    ["correction", "2026-01-31", "2026-03-02"],
    ["suspension", "2028-01-30", "2028-02-29"],
    ["inquiry", "2026-12-20", "2027-01-03"],
    ["incident", "2026-11-26", "2026-12-25"],
  ])("of %s received on %s ends on %s", (kind, on, until) => {
    expect(decideBy(received(kind, on), day)).toBe(until);
  });

  it("does not run while a 補正 is waited for", () => {
    const asked = stepped(received("disclosure", "2026-11-02"), "ask-supplement", "2026-11-10");
    expect(decideBy(asked, plainDate("2026-11-20"))).toBe("2026-12-12");
    const supplemented = stepped(asked, "supplemented", "2026-11-24");
    expect(decideBy(supplemented, day)).toBe("2026-12-16");
    expect(decideBy(supplemented, plainDate("2027-02-01"))).toBe("2026-12-16");
  });

  it("is thirty days longer where it was extended, once", () => {
    const extended = stepped(received("disclosure", "2026-11-02"), "extend", "2026-11-20");
    expect(decideBy(extended, day)).toBe("2027-01-01");
    expect(stepRefusal(extended, "extend")).toBe("extended-before");
    expect(stepRefusal(received("inquiry", "2026-11-02"), "extend")).toBe("step-not-of-kind");
  });

  it("of an incident asks for a first word within three days, the day it became known being the first, and then for the last", () => {
    const incident = received("incident", "2026-11-26");
    expect([firstWordBy(incident), dueBy(incident, day)]).toEqual(["2026-11-28", "2026-11-28"]);
    const told = stepped(incident, "first-word", "2026-11-27");
    expect([firstWordBy(told), dueBy(told, day)]).toEqual([null, "2026-12-25"]);
    expect(stepRefusal(told, "first-word")).toBe("step-not-now");
  });

  it("is over with its decision", () => {
    const decided = stepped(received("disclosure", "2026-11-02"), "decide", "2026-11-20");
    expect(dueBy(decided, day)).toBeNull();
    for (const step of keysOf(requestSteps)) expect(stepRefusal(decided, step)).toBe("request-over");
  });

  it("of an incident that may have been done 不正の目的で is sixty days, and its first word is as soon as any", () => {
    const wrongful: Case = { ...received("incident", "2026-11-26"), wrongful: true };
    expect([firstWordBy(wrongful), decideBy(wrongful, day)]).toEqual(["2026-11-28", "2027-01-24"]);
    expect(stepRefusal(wrongful, "found-wrongful")).toBe("step-not-now");
    const found = stepped(received("incident", "2026-11-26"), "found-wrongful", "2026-12-03");
    expect(decideBy(found, day)).toBe("2027-01-24");
    expect(stepRefusal(received("inquiry", "2026-11-26"), "found-wrongful")).toBe("step-not-of-kind");
  });

  const disclosed = (kind: RequestKind, disclosedOn: string | null, on: string): Case => ({
    ...received(kind, on),
    disclosedOn: disclosedOn === null ? null : plainDate(disclosedOn),
  });

  // 90 days after 3 November 2026 is Monday 1 February 2027; after 2 November, Sunday 31 January.
  it.each([
    ["2026-11-03", "2026-11-03", false],
    ["2026-11-03", "2027-02-01", false],
    ["2026-11-03", "2027-02-02", true],
    ["2026-11-02", "2027-02-01", false],
    ["2026-11-02", "2027-02-02", true],
    ["2026-10-02", "2027-01-04", false],
    ["2026-10-02", "2027-01-05", true],
    [null, "2027-02-02", false],
  ])("after a disclosure on %s a 訂正請求 or 利用停止請求 on %s is too late: %s", (disclosedOn, on, wanted) => {
    for (const kind of ["correction", "suspension"] as const)
      expect(isOutOfTime(disclosed(kind, disclosedOn, on))).toBe(wanted);
    expect(isOutOfTime(received("disclosure", on))).toBe(false);
  });

  it("of what comes too late ends as of any, but it is not granted and nothing rests on it", () => {
    const late = disclosed("correction", "2026-01-05", "2026-11-02");
    expect(decideBy(late, day)).toBe("2026-12-02");
    for (const outcome of ["corrected-whole", "corrected-part"])
      expect(decisionRefusal(late, outcome)).toBe("request-out-of-time");
    expect(decisionRefusal(late, "not-corrected")).toBeNull();
    expect(decisionRefusal(late, "disclosed-whole")).toBe("outcome-of-another-kind");
    expect(mayRestOn({ ...late, outcome: null }, "correction")).toBe(false);
  });

  const kind = fc.constantFrom(...keysOf(requestKinds));
  const steps = fc.array(fc.record({ step: fc.constantFrom(...keysOf(requestSteps)), wait: fc.nat({ max: 40 }) }), {
    maxLength: 8,
  });

  it("is never over before it began, never grows shorter, and any state can come to an end", () => {
    fc.assert(
      fc.property(kind, steps, (of, taken) => {
        let request = received(of, "2026-11-02");
        let today = request.receivedOn;
        let last = decideBy(request, today);
        for (const { step, wait } of taken) {
          today = addDays(today, wait);
          if (stepRefusal(request, step) !== null) continue;
          request = stepped(request, step, today);
          const now = decideBy(request, today);
          expect(now >= last && now > request.receivedOn).toBe(true);
          last = now;
        }
        if (!isOver(request)) {
          const ends = (["decide", "withdraw"] as const).some((step) => stepRefusal(request, step) === null);
          expect(ends).toBe(true);
        }
      }),
    );
  });

  const outcomes = keysOf(requestKinds).flatMap((of) => Object.keys(requestKinds[of].outcomes));
  const decision = kind.chain((of) =>
    fc.record({
      of: fc.constant(of),
      outcome: fc.oneof(fc.constantFrom(...Object.keys(requestKinds[of].outcomes)), fc.constantFrom(...outcomes)),
      disclosedBefore: kindRow(of).daysAfterDisclosure === null ? fc.constant(null) : fc.option(fc.nat({ max: 200 })),
      other: kind,
    }),
  );

  it("whatever comes in can be decided, and is granted where it came in time alone; what rests on it was not denied", () => {
    const seen = { late: 0, "in-time": 0 };
    fc.assert(
      fc.property(decision, ({ of, outcome, disclosedBefore, other }) => {
        const first = received(of, "2026-11-02");
        const disclosedOn = disclosedBefore === null ? null : addDays(first.receivedOn, -disclosedBefore);
        const request: Case = { ...first, disclosedOn };
        // 2026-11-02 is a Monday: a last day on one of the two before it moves there.
        const late = disclosedBefore !== null && disclosedBefore > 92;
        expect(isOutOfTime(request)).toBe(late);
        const own = Object.keys(requestKinds[of].outcomes);
        expect(own.some((each) => decisionRefusal(request, each) === null)).toBe(true);
        const decided = decisionRefusal(request, outcome);
        const grants = kindRow(of).outcomes[outcome]?.grants === true;
        expect(decided === "outcome-of-another-kind").toBe(!isOutcome(of, outcome));
        expect(decided === "request-out-of-time").toBe(grants && late);
        if (decided !== null) return;
        seen[late ? "late" : "in-time"] += 1;
        const over = { ...request, state: "decided" as const, outcome };
        expect(mayRestOn(over, other)).toBe(other === of && grants);
        expect(mayRestOn({ ...over, state: "withdrawn" }, of)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(seen.late, seen["in-time"])).toBeGreaterThan(50);
  });
});
