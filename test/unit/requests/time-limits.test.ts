import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { type RequestKind, requestKinds } from "../../../shared/domain/request-kinds.ts";
import {
  decideBy,
  dueBy,
  firstWordBy,
  type HistoryStep,
  isInTime,
  isOver,
  type RequestStep,
  requestSteps,
  stateAfterStep,
  stepRefusal,
} from "../../../shared/domain/requests.ts";
import { addDays, plainDate } from "../../../shared/law/calendar.ts";

type Case = Parameters<typeof decideBy>[0];

const received = (kind: RequestKind, on: string): Case => ({
  kind,
  state: "open",
  receivedOn: plainDate(on),
  history: [{ step: "received", on: plainDate(on) }],
});
const stepped = (request: Case, step: RequestStep, on: string): Case => ({
  ...request,
  state: stateAfterStep(request, step),
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

  it.each([
    ["2026-11-02", true],
    ["2027-01-31", true],
    ["2027-02-01", false],
    ["2026-11-01", false],
  ])("takes a 訂正請求 on %s after a disclosure on 2 November: %s", (on, wanted) => {
    expect(isInTime(plainDate("2026-11-02"), plainDate(on))).toBe(wanted);
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
});
