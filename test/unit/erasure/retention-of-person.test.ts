import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EntryId, OfficerId } from "../../../shared/domain/ids.ts";
import { foldLedger } from "../../../shared/domain/ledger.ts";
import type { LedgerEntry, LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { defaultRetention, dueOn, rowInForce } from "../../../shared/domain/retention.ts";
import { historyClock, retentionOfPerson } from "../../../shared/domain/retention-of-person.ts";
import {
  addDays,
  addYears,
  type Instant,
  type PlainDate,
  plainDate,
  plainMonth,
} from "../../../shared/law/calendar.ts";

import { rightRecorded } from "../../support/rights-on-file.ts";

const day = plainDate;
const gained = (on: string, category: "1" | "2" = "1"): LedgerEvent => ({
  kind: "acquired",
  on: day(on),
  category,
  cause: "turned-20",
});
const changed = (on: string, category: "1" | "2"): LedgerEvent => ({
  kind: "category-changed",
  on: day(on),
  category,
  cause: "joined-employees-pension",
});
const lost = (on: string, cause: "age-60" | "death" = "age-60"): LedgerEvent => ({ kind: "lost", on: day(on), cause });
const exempted: LedgerEvent = {
  kind: "exempted",
  type: "full",
  from: plainMonth("2001-07"),
  until: plainMonth("2002-06"),
  reason: "income",
};

/** One entry for each list of events, a day apart, the first on 2016-01-05. */
const ledger = (...recordings: readonly (readonly LedgerEvent[])[]): LedgerEntry[] =>
  recordings.map((events, at) => ({
    id: String(at + 1).padStart(6, "0") as EntryId,
    recordedAt: `${addDays(day("2016-01-05"), at)}T01:00:00.000Z` as Instant,
    recordedBy: "takeover" as OfficerId,
    source: { kind: "takeover" },
    events: [...events],
  }));

const clockOf = (...recordings: readonly (readonly LedgerEvent[])[]) => {
  const entries = ledger(...recordings);
  return historyClock(foldLedger(entries), entries);
};

describe("the clock of a person's histories", () => {
  it.each([
    ["does not start while a 資格 goes on", [[gained("2000-04-01")]], null],
    ["starts on the day of the loss", [[gained("2000-04-01"), lost("2010-05-02")]], "2010-05-02"],
    ["starts on the loss by death", [[gained("2000-04-01"), lost("2011-03-31", "death")]], "2011-03-31"],
    [
      "starts on the last loss of several",
      [[gained("2000-04-01"), lost("2005-05-02"), gained("2007-01-01"), lost("2012-12-31")]],
      "2012-12-31",
    ],
    [
      "does not start for somebody who came back",
      [[gained("2000-04-01"), lost("2005-05-02"), gained("2007-01-01")]],
      null,
    ],
    [
      "does not start for 第1号 who became 第2号 as the ward was told",
      [[gained("2000-04-01"), changed("2005-04-01", "2")]],
      null,
    ],
    [
      "starts when that 第2号 ended",
      [[gained("2000-04-01"), changed("2005-04-01", "2"), lost("2009-10-01")]],
      "2009-10-01",
    ],
    ["starts on the last recording where there never was a 資格", [[], []], "2016-01-06"],
    [
      "does not start again with what is recorded after the loss",
      [[gained("2000-04-01"), lost("2010-05-02")], [exempted]],
      "2010-05-02",
    ],
    [
      "starts on the loss as 職権訂正 put it",
      [
        [gained("2000-04-01"), lost("2010-05-02")],
        [{ kind: "turn-corrected", turn: "lost", was: day("2010-05-02"), on: day("2014-02-01") }],
      ],
      "2014-02-01",
    ],
    [
      "stops again where the loss was undone",
      [
        [gained("2000-04-01"), lost("2010-05-02")],
        [{ kind: "turn-corrected", turn: "lost", was: day("2010-05-02"), on: null }],
      ],
      null,
    ],
    [
      "falls back on the last recording where the only 資格 was taken back",
      [[gained("2000-04-01")], [{ kind: "turn-corrected", turn: "acquired", was: day("2000-04-01"), on: null }]],
      "2016-01-06",
    ],
  ] as const satisfies readonly (readonly [string, readonly (readonly LedgerEvent[])[], string | null])[])(
    "%s",
    (_, recordings, expected) => {
      expect(clockOf(...recordings)).toBe(expected);
    },
  );
});

describe("until when a person is kept", () => {
  const retention = (recordings: readonly (readonly LedgerEvent[])[], exemptionYears = 10) => {
    const entries = ledger(...recordings);
    const row = (name: Parameters<typeof rowInForce>[1]) => {
      const found = rowInForce(defaultRetention, name, day("2026-11-23"));
      return name === "exemption-history" ? { ...found, keep: { years: exemptionYears } } : found;
    };
    return retentionOfPerson(foldLedger(entries), entries, row);
  };

  it("is ten years from the end of the fiscal year of the loss", () => {
    expect(retention([[gained("2000-04-01"), lost("2010-05-02")]])).toEqual({
      classes: ["qualification-history"],
      class: "qualification-history",
      clockOn: "2010-05-02",
      dueOn: "2021-04-01",
    });
  });

  it("is the longer of the two where something of 免除 was ever recorded", () => {
    const recordings = [[gained("2000-04-01"), lost("2010-05-02")], [exempted]];
    expect(retention(recordings, 12)).toMatchObject({ class: "exemption-history", dueOn: "2023-04-01" });
    expect(retention(recordings, 2)).toMatchObject({ class: "qualification-history", dueOn: "2021-04-01" });
  });

  it("counts a 免除 that was taken back, because its entry is on file", () => {
    const undone: LedgerEvent = { kind: "voided", entries: ["000002" as EntryId], why: "withdrawn" };
    expect(retention([[gained("2000-04-01"), lost("2010-05-02")], [exempted], [undone]]).classes).toEqual([
      "qualification-history",
      "exemption-history",
    ]);
  });

  it("has no day while a 資格 goes on", () => {
    expect(retention([[gained("2000-04-01")]])).toMatchObject({ clockOn: null, dueOn: null });
  });

  const loss = [gained("2000-04-01"), lost("2010-05-02")];
  const benefit = { class: "benefit-history" } as const;

  it.each([
    ["claimed", {}],
    ["awarded", {}],
    ["suspended", { suspensionType: "detained", suspensionMonth: "2011-01" }],
  ] as const)("has no day while a right is %s, however long ago the 資格 was lost", (change, facts) => {
    const right = rightRecorded(change, "2010-06-01", "old-age", facts);
    expect(retention([loss, [right]])).toMatchObject({ ...benefit, clockOn: null, dueOn: null });
  });

  it("is counted from the end of the last right, where that is later", () => {
    const over = (on: string, seq: number) =>
      rightRecorded("ended", on, "disability", { forfeiture: "death", forfeitedOn: on }, seq);
    const due = { ...benefit, clockOn: "2013-07-01", dueOn: "2024-04-01" };
    expect(retention([loss, [over("2013-07-01", 1)], [over("2012-01-01", 2)]])).toMatchObject(due);
    const one = rightRecorded("awarded", "2012-01-01", "old-age", {}, 2);
    expect(retention([loss, [over("2013-07-01", 1)], [one]])).toMatchObject({ ...benefit, dueOn: null });
  });

  it("leaves a claim that came to nothing to the other histories, though its entry is on file", () => {
    const undone: LedgerEvent = { kind: "voided", entries: ["000002" as EntryId], why: "rejected" };
    expect(retention([loss, [rightRecorded("claimed", "2010-06-01", "disability")], [undone]])).toEqual({
      classes: ["qualification-history", "benefit-history"],
      class: "qualification-history",
      clockOn: "2010-05-02",
      dueOn: "2021-04-01",
    });
  });
});

describe("the first day on which something may no longer be kept", () => {
  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days): PlainDate => addDays(day("1960-01-01"), days));

  it("is a 1 April, the years after the fiscal year in which the clock started, on leap days and at the turn of the year alike", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (clockOn, years) => {
        const due = dueOn(clockOn, { keep: { years } });
        expect(due.slice(5)).toBe("04-01");
        // The whole term lies between the clock's day and that day, and no whole year more.
        expect(due > addYears(clockOn, years)).toBe(true);
        expect(due <= addYears(addDays(clockOn, 1), years + 1)).toBe(true);
      }),
      {
        examples: [
          [day("2024-02-29"), 5],
          [day("2024-03-31"), 5],
          [day("2024-04-01"), 5],
        ],
      },
    );
  });

  it("is never earlier for what began later", () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 30 }), (a, b, years) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(dueOn(first, { keep: { years } }) <= dueOn(second, { keep: { years } })).toBe(true);
        expect(dueOn(first, { keep: { days: years } })).toBe(addDays(first, years));
      }),
    );
  });
});
