import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeAge20 } from "../../../shared/domain/batch-age-20.ts";
import { judgeAge60 } from "../../../shared/domain/batch-age-60.ts";
import { birthDatesAged, birthDatesAttaining } from "../../../shared/domain/batch-birth-dates.ts";
import { judgeHealthInsuranceLoss } from "../../../shared/domain/batch-health-insurance-loss.ts";
import { judgeUnenrolled } from "../../../shared/domain/batch-unenrolled.ts";
import type { EntryId, OfficerId } from "../../../shared/domain/ids.ts";
import { foldLedger } from "../../../shared/domain/ledger.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { personFacts } from "../../../shared/domain/person.ts";
import { attainmentDay, hasAttained } from "../../../shared/law/age.ts";
import { addDays, type Instant, plainDate } from "../../../shared/law/calendar.ts";
import { became1, became2, died, enrolledVoluntarily, leftJapan, modelOf } from "./on-file.ts";

const on = plainDate("2026-11-10");
const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(plainDate("1930-01-01"), days));

const personWith = (birthDate: string, ...history: readonly LedgerEvent[]) =>
  foldLedger([
    {
      id: "000001" as EntryId,
      recordedAt: "2026-01-05T01:00:00.000Z" as Instant,
      recordedBy: "takeover" as OfficerId,
      source: { kind: "takeover" },
      events: [{ kind: "registered", facts: personFacts.parse(modelOf(0, birthDate)) }, ...history],
    },
  ]);

describe("birthdays that lead to people", () => {
  it("name everyone who attains the age on the day, 29 February included, and nobody else", () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(20, 60, 65, 70), (born, age) => {
        const attaining = birthDatesAttaining(age, attainmentDay(born, age));
        expect(attaining).toContain(born);
        for (const other of attaining) expect(attainmentDay(other, age)).toBe(attainmentDay(born, age));
      }),
    );
  });

  it("29 February and 1 March births attain 20 on the same 28 February", () => {
    expect(birthDatesAttaining(20, plainDate("2028-02-28"))).toEqual(["2008-02-29"]);
    expect(birthDatesAttaining(20, plainDate("2028-02-29"))).toEqual(["2008-03-01"]);
    expect(birthDatesAttaining(21, plainDate("2029-02-28"))).toEqual(["2008-02-29", "2008-03-01"]);
  });

  it("from 20 to 59 begin and end just where the age does", () => {
    fc.assert(
      fc.property(dates, (day) => {
        const { first, last } = birthDatesAged(20, 60, day);
        expect([hasAttained(first, 60, day), hasAttained(addDays(first, -1), 60, day)]).toEqual([false, true]);
        expect([hasAttained(last, 20, day), hasAttained(addDays(last, 1), 20, day)]).toEqual([true, false]);
      }),
    );
  });
});

describe("20歳到達", () => {
  it.each([
    ["nobody enrolled them: 機構 will", "2006-11-11", [], "await-ex-officio"],
    ["already 第2号 from work at 18", "2006-11-11", [became2("2025-04-01")], "already-enrolled"],
    ["died before", "2006-11-11", [became2("2025-04-01"), died("2026-02-01")], "deceased"],
  ] as const)("%s", (_, born, history, outcome) => {
    expect(judgeAge20(personWith(born, ...history), on)).toMatchObject({ outcome, on, events: [] });
  });

  it("does not concern someone whose birthday was corrected to another day", () => {
    expect(judgeAge20(personWith("2006-11-12"), on)).toBeNull();
  });
});

describe("60歳到達と任意加入の満了", () => {
  const sixty = "1966-11-11";
  it.each([
    ["第1号 ends on the day of attainment", sixty, [became1("1990-04-01")], "lost-age-60", "age-60"],
    ["任意加入 ends at 65", "1961-11-11", [enrolledVoluntarily("2021-12-01", "2026-11-10")], "lost-age-65", "age-65"],
    [
      "特例任意加入 ends at 70",
      "1956-11-11",
      [enrolledVoluntarily("2023-12-01", "2026-11-10", "special-voluntary")],
      "lost-age-70",
      "age-70",
    ],
    [
      "任意加入 ends when 480 months were foreseen",
      "1963-05-05",
      [enrolledVoluntarily("2023-12-01", "2026-11-10")],
      "lost-full-months",
      "full-months",
    ],
  ] as const)("%s", (_, born, history, outcome, cause) => {
    expect(judgeAge60(personWith(born, ...history), on)).toMatchObject({
      outcome,
      events: [{ kind: "lost", on, cause }],
    });
  });

  it.each([
    ["第2号 goes on", [became1("1990-04-01"), became2("2000-04-01")], "category-2-continues"],
    ["任意加入 from abroad goes on", [enrolledVoluntarily("2020-12-01", "2031-11-10")], "voluntary-continues"],
    ["lost before", [became1("1990-04-01"), leftJapan("2020-04-01")], "already-lost"],
    ["lost that very day by another entry", [became1("1990-04-01"), died("2026-11-10")], "already-lost"],
    ["never enrolled", [], "not-enrolled"],
  ] as const)("%s", (_, history, outcome) => {
    expect(judgeAge60(personWith(sixty, ...history), on)).toMatchObject({ outcome, events: [] });
  });

  it("does not concern someone of another birthday, nor 任意加入 that was foreseen to end on another day", () => {
    expect(judgeAge60(personWith("1966-11-12", became1("1990-04-01")), on)).toBeNull();
    expect(judgeAge60(personWith("1963-05-05", enrolledVoluntarily("2023-12-01", "2026-12-01")), on)).toBeNull();
  });
});

describe("国保を喪失した人", () => {
  const lostOn = plainDate("2026-10-01");
  const judged = (pending: boolean, ...history: readonly LedgerEvent[]) =>
    judgeHealthInsuranceLoss(personWith("1980-01-01", ...history), lostOn, on, pending).outcome;
  it.each([
    ["still 第1号: 勧奨", false, [became1("2000-04-01")], "change-to-category-2"],
    ["a 届出 is under way", true, [became1("2000-04-01")], "filing-in-progress"],
    ["changed on the very day", false, [became1("2000-04-01"), became2("2026-10-01")], "category-2-already"],
    ["changed the day after", false, [became1("2000-04-01"), became2("2026-10-02")], "changed-since"],
    ["never enrolled", false, [], "not-enrolled"],
    ["任意加入", false, [enrolledVoluntarily("2020-04-01", "2030-04-01")], "voluntary-member"],
  ] as const)("%s", (_, pending, history, outcome) => {
    expect(judged(pending, ...history)).toBe(outcome);
  });

  it("who is not on file is said so", () => {
    expect(judgeHealthInsuranceLoss(foldLedger([]), lostOn, on, false).outcome).toBe("not-on-file");
  });
});

describe("職権適用の候補", () => {
  it("says since when and why", () => {
    expect(judgeUnenrolled(personWith("1996-11-11"), on, false)).toMatchObject({
      outcome: "never-enrolled",
      on: "2016-11-10",
    });
    expect(
      judgeUnenrolled(personWith("1980-01-01", became1("2000-04-01"), leftJapan("2020-04-02")), on, false),
    ).toMatchObject({ outcome: "unenrolled-since-loss", on: "2020-04-02", cause: "moved-abroad", category: "1" });
    expect(judgeUnenrolled(personWith("1996-11-11"), on, true)).toMatchObject({ outcome: "filing-in-progress" });
  });

  it.each([
    ["the enrolled", "1980-01-01", [became1("2000-04-01")]],
    ["those enrolled again since", "1980-01-01", [became1("2026-11-15")]],
    ["the dead", "1980-01-01", [became1("2000-04-01"), died("2020-04-02")]],
    ["those not yet 20", "2006-11-12", []],
    ["those already 60", "1966-11-11", []],
  ] as const)("leaves out %s", (_, born, history) => {
    expect(judgeUnenrolled(personWith(born, ...history), on, false)).toBeNull();
  });
});
