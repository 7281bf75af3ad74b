import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidersOf, hasSayOver } from "../../shared/access/say-over.ts";
import { type Department, departments, dutiesOf } from "../../shared/domain/departments.ts";
import type { OfficerId, RightId, RightRequestId } from "../../shared/domain/ids.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import type { RightEntry, RightEvent } from "../../shared/domain/right-events.ts";
import { grantFaults, latestUntil } from "../../shared/domain/right-limits.ts";
import { dueForReview, halfStart, inForce, reviewBy, rightState } from "../../shared/domain/right-review.ts";
import { foldRights, noStanding, type Right } from "../../shared/domain/rights.ts";
import type { Role } from "../../shared/domain/roles.ts";
import { standsApart } from "../../shared/domain/stands-apart.ts";
import {
  addDays,
  addMonthsToDay,
  type Instant,
  lastDayOf,
  monthOf,
  type PlainDate,
  plainDate,
} from "../../shared/law/calendar.ts";

const begin = plainDate("2024-01-01");
const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(begin, count));
const officers = fc.constantFrom("a", "b", "c").map((name) => name as OfficerId);
const places = fc
  .constantFrom(...keysOf(departments))
  .chain((department) =>
    fc.record({ department: fc.constant(department), duty: fc.constantFrom<Role>(...dutiesOf[department]) }),
  );

const noon = (day: PlainDate) => `${day}T03:00:00.000Z` as Instant;

const rightOf = (confirmedOn: PlainDate, from: PlainDate, until: PlainDate): Right => ({
  rightId: "R20240101-AAAAAA" as RightId,
  requestId: "Q20240101-AAAAAA" as RightRequestId,
  duty: "clerk",
  department: "pension",
  system: null,
  from,
  until,
  temporary: null,
  requestedBy: "b" as OfficerId,
  requestedAt: noon(from),
  decidedBy: "c" as OfficerId,
  decidedAt: noon(from),
  confirmedOn,
  confirmedBy: "c" as OfficerId,
  ended: null,
});

describe("点検", () => {
  it("keeps a right to the end of the first month of the next half year, a month at least and seven at most", () => {
    fc.assert(
      fc.property(days, (confirmedOn) => {
        const last = reviewBy(confirmedOn);
        expect(["-04-30", "-10-31"]).toContain(last.slice(4));
        expect(last > addDays(confirmedOn, 29)).toBe(true);
        expect(last <= lastDayOf(monthOf(addMonthsToDay(confirmedOn, 6)))).toBe(true);
      }),
    );
  });

  it("is due just for what is in force in a half year and was not confirmed in it", () => {
    fc.assert(
      fc.property(days, days, (confirmedOn, day) => {
        fc.pre(confirmedOn <= day);
        const right = rightOf(confirmedOn, confirmedOn, addDays(day, 1));
        const inSameHalf = halfStart(confirmedOn) === halfStart(day);
        expect(dueForReview(right, day)).toBe(!inSameHalf && rightState(right, day) === "in-force");
        if (inSameHalf) expect(rightState(right, day)).toBe("in-force");
      }),
    );
  });

  it("never brings back what it ended: a right that nobody confirms is in force in one stretch of days", () => {
    fc.assert(
      fc.property(days, days, days, fc.integer({ min: 1, max: 900 }), (confirmedOn, from, until, later) => {
        const right = rightOf(confirmedOn, from, until);
        const ran = rightState(right, until);
        const day = addDays(confirmedOn, later);
        if (ran === "unconfirmed" && day > until) expect(inForce(right, day, "pension")).toBe(false);
        if (rightState(right, day) === "unconfirmed") expect(inForce(right, addDays(day, 200), "pension")).toBe(false);
      }),
    );
  });
});

describe("a right", () => {
  it("is in force on no day before it begins, after it ends, or in another department", () => {
    fc.assert(
      fc.property(
        days,
        days,
        days,
        days,
        fc.constantFrom(...keysOf(departments)),
        (confirmedOn, from, until, day, at) => {
          if (!inForce(rightOf(confirmedOn, from, until), day, at)) return;
          expect([from <= day, day <= until, day <= reviewBy(confirmedOn), at]).toEqual([true, true, true, "pension"]);
        },
      ),
    );
  });

  it("once ended is in force on no day", () => {
    fc.assert(
      fc.property(days, days, days, days, (confirmedOn, from, until, day) => {
        const ended = { at: noon(day), by: "c" as OfficerId, cause: "transfer" } as const;
        expect(inForce({ ...rightOf(confirmedOn, from, until), ended }, day, "pension")).toBe(false);
      }),
    );
  });

  it("asked for within the limits lasts three 年度 at most, a temporary one three months", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 0, max: 1500 }),
        fc.boolean(),
        (today, ahead, long, brief) => {
          const from = addDays(today, ahead);
          const until = addDays(from, long);
          const temporary = brief ? "繁忙期の応援" : null;
          const grant = { duty: "clerk", department: "pension", system: null, from, until, temporary } as const;
          const taken = grantFaults(grant, noStanding, today).length === 0;
          expect(taken).toBe(until <= latestUntil(grant));
          if (taken) expect(until < addMonthsToDay(from, brief ? 3 : 36)).toBe(true);
        },
      ),
    );
  });
});

describe("who decides", () => {
  it("is for every duty a 所属長 of one of the named departments, and no one else of any", () => {
    fc.assert(
      fc.property(places, places, officers, (place, own, officer) => {
        const office = { officer, roles: [own.duty], department: own.department, system: null };
        const expected = own.duty === "head" && decidersOf(place).includes(own.department);
        expect(hasSayOver(office, place)).toBe(expected);
      }),
    );
  });

  it("can be found for every duty that can be granted, outside of those who cannot have heads too", () => {
    const withHeads = (Object.keys(dutiesOf) as Department[]).filter((name) =>
      (dutiesOf[name] as readonly Role[]).includes("head"),
    );
    fc.assert(
      fc.property(places, (place) => {
        expect(decidersOf(place).some((department) => withHeads.includes(department))).toBe(true);
      }),
    );
  });

  it("is never who asked nor whose right it is", () => {
    fc.assert(
      fc.property(officers, officers, officers, (decider, subject, requestedBy) => {
        expect(standsApart(decider, { subject, requestedBy })).toBe(![subject, requestedBy].includes(decider));
      }),
    );
  });
});

/** Ledgers as they can come about: only what is there is decided, confirmed or ended. */
const ledgers = fc
  .array(
    fc.record({
      what: fc.constantFrom("requested", "approved", "refused", "confirmed", "ended", "left"),
      which: fc.nat(9),
      by: officers,
      gap: fc.nat(60),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    const entries: RightEntry[] = [];
    let day = begin;
    for (const [at, { what, which, by, gap }] of steps.entries()) {
      day = addDays(day, gap);
      const { rights, requests } = foldRights(entries);
      const living = rights.filter(({ ended }) => ended === null);
      const request = requests[which % Math.max(1, requests.length)];
      const right = living[which % Math.max(1, living.length)];
      const number = `20240101-${String(at).padStart(6, "0")}`;
      const grant = {
        duty: "clerk",
        department: "pension",
        system: null,
        from: day,
        until: addDays(day, 400),
        temporary: null,
      } as const;
      const events: Record<string, RightEvent | undefined> = {
        requested: { kind: "requested", requestId: `Q${number}` as RightRequestId, grant },
        approved: request && { kind: "approved", requestId: request.requestId, rightId: `R${number}` as RightId },
        refused: request && { kind: "refused", requestId: request.requestId, reason: "担当の予定がない" },
        confirmed: right && { kind: "confirmed", rightId: right.rightId },
        ended: right && { kind: "ended", rightId: right.rightId, cause: "transfer" },
        left: { kind: "left", cause: "leaving" },
      };
      const event = events[what];
      if (event) entries.push({ id: String(entries.length + 1).padStart(6, "0"), at: noon(day), by, event });
    }
    return entries;
  });

describe("a ledger of rights", () => {
  it("grants nothing that was not asked for and approved, and forgets no right", () => {
    fc.assert(
      fc.property(ledgers, (entries) => {
        const approved = entries.flatMap(({ event }) => (event.kind === "approved" ? [event.rightId] : []));
        expect(foldRights(entries).rights.map(({ rightId }) => rightId)).toEqual(approved);
      }),
    );
  });

  it("leaves nothing in force and nothing open after the officer left", () => {
    fc.assert(
      fc.property(ledgers, days, (entries, day) => {
        const at = noon(plainDate("2034-01-01"));
        const left: RightEntry = { id: "999999", at, by: "c" as OfficerId, event: { kind: "left", cause: "transfer" } };
        const { rights, requests } = foldRights([...entries, left]);
        expect(requests).toEqual([]);
        expect(rights.filter((right) => inForce(right, day, "pension"))).toEqual([]);
      }),
    );
  });

  it("refuses an event of what is not there: it would be a fault of the program", () => {
    const at = noon(begin);
    const by = "c" as OfficerId;
    for (const event of [
      { kind: "approved", requestId: "Q20240101-AAAAAA" as RightRequestId, rightId: "R20240101-AAAAAA" as RightId },
      { kind: "confirmed", rightId: "R20240101-AAAAAA" as RightId },
      { kind: "ended", rightId: "R20240101-AAAAAA" as RightId, cause: "transfer" },
    ] as const)
      expect(() => foldRights([{ id: "000001", at, by, event }])).toThrow("not in the ledger");
  });
});
