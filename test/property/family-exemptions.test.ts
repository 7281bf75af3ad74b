import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../shared/domain/ledger-events.ts";
import { recordedMonths } from "../../shared/domain/months.ts";
import type { FlowId } from "../../shared/flows/catalogue.ts";
import { addDays, addMonths, monthOf, type PlainDate, type PlainMonth, plainDate } from "../../shared/law/calendar.ts";
import { later } from "../../shared/law/month-span.ts";
import { decide, enrolled, fold, form } from "../unit/flows/decide.ts";

const wall = "2026-10";
const opens = plainDate("2026-10-01");
const type = fc.constantFrom("single" as const, "multiple" as const);
const bornOn = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(plainDate("2025-12-01"), days));
/** Days from the birth to the due date: 22 weeks of pregnancy at the least, two weeks late at the most. */
const dueAfter = fc.integer({ min: -14, max: 126 });
const daysLater = fc.integer({ min: 0, max: 700 });

interface Mother {
  readonly birth: PlainDate;
  readonly due: PlainDate;
  readonly type: "single" | "multiple";
  readonly filedAfter: number;
}
const mother: fc.Arbitrary<Mother> = fc
  .record({ birth: bornOn, type, dueAfter, filedAfter: daysLater })
  .map(({ birth, dueAfter: days, ...rest }) => ({ birth, due: addDays(birth, days), ...rest }));

/** Files `flow` and adds what it records; every one of these 届出 is in order. */
const filed = (events: readonly LedgerEvent[], flow: FlowId, filedOn: PlainDate, over: object): LedgerEvent[] => {
  const decision = decide(flow, form({ filedOn, eventOn: filedOn, ...over }), events, filedOn);
  if (decision.outcome !== "accept") throw new Error(decision.reasons.map(({ code }) => code).join(" "));
  return [...events, ...decision.events];
};

const byDueDate = (events: readonly LedgerEvent[], { due, type: kind, birth }: Mother) =>
  filed(events, "maternity-exemption", addDays(birth < due ? birth : due, -1), {
    documents: ["maternity-handbook"],
    details: { day: due, dayIs: "due", type: kind },
  });
const byDelivery = (events: readonly LedgerEvent[], { birth, type: kind, filedAfter }: Mother) =>
  filed(events, "maternity-exemption", addDays(birth, filedAfter), {
    eventOn: birth,
    details: { day: birth, dayIs: "delivered", type: kind },
  });
const raising = (events: readonly LedgerEvent[], { birth, filedAfter }: Mother) =>
  filed(events, "childcare-exemption", later(addDays(birth, filedAfter), opens), {
    eventOn: birth,
    details: { childBornOn: birth, parent: "mother" },
    atCounter: { livesWithChild: true, relationConfirmed: true },
  });

const monthsOf = (events: readonly LedgerEvent[], kinds: readonly string[]): PlainMonth[] =>
  recordedMonths(fold(events), "2025-01" as PlainMonth, "2032-12" as PlainMonth).flatMap(({ month, relief }) =>
    relief && kinds.includes(relief.relief) ? [month] : [],
  );

/** No month missing between the first and the last, but those before the wall. */
const expectContiguous = (events: readonly LedgerEvent[]) => {
  const months = monthsOf(events, ["maternity", "childcare"]);
  for (const [at, month] of months.entries()) {
    const next = months[at + 1];
    if (next !== undefined && next !== addMonths(month, 1)) expect([next, month < wall]).toEqual([wall, true]);
  }
};

const runs = { numRuns: 400 };

describe("産前産後と育児を合わせた月", () => {
  it("出産日で届け出た母の月は途切れず、1歳になる月の前月に終わる(令和8年10月の壁で切れるときを除く)", () => {
    fc.assert(
      fc.property(mother, (person) => {
        const events = raising(byDelivery(enrolled, person), person);
        expectContiguous(events);
        expect(monthsOf(events, ["childcare"]).at(-1)).toBe(addMonths(monthOf(person.birth), 11));
        if (addMonths(monthOf(person.birth), 2) >= "2026-09")
          expect(monthsOf(events, ["maternity", "childcare"])).toHaveLength(person.type === "multiple" ? 15 : 13);
      }),
      runs,
    );
  });

  it("予定日で届け出た母の月も途切れず、育児は9月を超えず、1歳になる月の前月を超えない", () => {
    fc.assert(
      fc.property(mother, (person) => {
        const events = raising(byDueDate(enrolled, person), person);
        expectContiguous(events);
        const childcare = monthsOf(events, ["childcare"]);
        expect(childcare.length).toBeLessThanOrEqual(9);
        expect((childcare.at(-1) ?? "") <= addMonths(monthOf(person.birth), 11)).toBe(true);
      }),
      runs,
    );
  });

  it("育児を先に届け出て、後から産前産後を届け出ても、月は同じ", () => {
    fc.assert(
      fc.property(mother, (person) => {
        const late = byDelivery(raising(enrolled, person), person);
        const inOrder = raising(byDelivery(enrolled, person), person);
        const both = ["maternity", "childcare"];
        expect(monthsOf(late, both).filter((month) => month >= wall)).toEqual(
          monthsOf(inOrder, both).filter((month) => month >= wall),
        );
        expectContiguous(late);
      }),
      runs,
    );
  });

  it("予定日で届け出て、変更届(B15)と育児の変更届(B17-2)を出せば、初めから出産日で届け出たのと同じ", () => {
    fc.assert(
      fc.property(
        mother.filter((person) => monthOf(person.due) !== monthOf(person.birth)),
        (person) => {
          const on = later(addDays(person.birth, 800), opens);
          const before = raising(byDueDate(enrolled, person), person);
          const moved = filed(before, "maternity-change", on, {
            details: { recordedOn: person.due, day: person.birth, dayIs: "delivered", type: person.type },
          });
          const direct = raising(byDelivery(enrolled, person), person);
          const span = (events: readonly LedgerEvent[]) =>
            fold(events).reliefs.childcare.map(({ from, until }) => ({ from, until }));
          const follows = JSON.stringify(span(moved)) !== JSON.stringify(span(direct));
          const settled = follows
            ? filed(moved, "childcare-change", on, {
                details: { recordedBornOn: person.birth, childBornOn: person.birth, parent: "mother" },
                atCounter: { relationConfirmed: true },
              })
            : moved;
          const kinds = ["maternity", "childcare"];
          expect(monthsOf(settled, kinds)).toEqual(monthsOf(direct, kinds));
          expect(span(settled)).toEqual(span(direct));
        },
      ),
      runs,
    );
  });
});
