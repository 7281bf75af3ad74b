import { describe, expect, it } from "vitest";
import { foldLedger, knownBy, periodOn } from "../../../shared/domain/ledger.ts";
import { type LedgerEntry, ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { plainDate } from "../../../shared/law/calendar.ts";

const acquired = (on: string) => ({ kind: "acquired", on, category: "1", cause: "moved-into-japan" });
const changed = (on: string, category = "1") => ({
  kind: "category-changed",
  on,
  category,
  cause: category === "2" ? "joined-employees-pension" : "left-employees-pension",
});
const lost = (on: string) => ({ kind: "lost", on, cause: "moved-abroad" });
const voided = (...entries: string[]) => ({ kind: "voided", entries, why: "withdrawn" });
const confirmed = (...entries: string[]) => ({ kind: "confirmed", entries });

const filed = { kind: "filing", filingId: "20261101-AAAAAA" };
const result = { kind: "result", filingId: "20261101-AAAAAA", importId: "i" };

/** Entries 000001, 000002 …, one a day from 1 November. */
const recorded = (...rows: readonly (readonly [source: object, ...events: object[]])[]): LedgerEntry[] =>
  rows.map(([source, ...events], at) =>
    ledgerEntry.parse({
      id: String(at + 1).padStart(6, "0"),
      recordedAt: `2026-11-${String(at + 1).padStart(2, "0")}T03:00:00.000Z`,
      recordedBy: "clerk-1",
      source,
      events,
    }),
  );

const brief = (entries: readonly LedgerEntry[]) =>
  foldLedger(entries).periods.map(
    ({ category, from, until, fromStanding, untilStanding }) =>
      `${category} ${from}(${fromStanding})-${until ?? ""}${until ? `(${untilStanding})` : ""}`,
  );

describe("資格の履歴", () => {
  it.each([
    ["what a 届出 says is 見込み", [[filed, acquired("2026-10-01")]], ["1 2026-10-01(provisional)-"]],
    ["what was taken over is 確定", [[{ kind: "takeover" }, acquired("2026-10-01")]], ["1 2026-10-01(confirmed)-"]],
    [
      "a 承認 makes it 確定",
      [
        [filed, acquired("2026-10-01")],
        [result, confirmed("000001")],
      ],
      ["1 2026-10-01(confirmed)-"],
    ],
    [
      "a 承認 of the 取得 leaves a later 喪失 見込み",
      [
        [filed, acquired("2026-10-01")],
        [result, confirmed("000001")],
        [filed, lost("2026-10-20")],
      ],
      ["1 2026-10-01(confirmed)-2026-10-20(provisional)"],
    ],
    [
      "a voided 承認 makes it 見込み again",
      [
        [filed, acquired("2026-10-01")],
        [result, confirmed("000001")],
        [filed, voided("000002")],
      ],
      ["1 2026-10-01(provisional)-"],
    ],
    [
      "a 訂正 puts JPS's day in place of the reported one, 確定",
      [
        [filed, acquired("2026-10-01")],
        [result, voided("000001"), acquired("2026-10-05")],
      ],
      ["1 2026-10-05(confirmed)-"],
    ],
    [
      "a change of category ends one period and begins the next on the same day",
      [
        [filed, acquired("2026-10-01")],
        [filed, changed("2026-10-10", "2")],
        [filed, changed("2026-10-20")],
      ],
      [
        "1 2026-10-01(provisional)-2026-10-10(provisional)",
        "2 2026-10-10(provisional)-2026-10-20(provisional)",
        "1 2026-10-20(provisional)-",
      ],
    ],
    [
      "what is recorded late takes its place by the day of its fact",
      [
        [filed, lost("2026-10-20")],
        [filed, acquired("2026-10-01")],
      ],
      ["1 2026-10-01(provisional)-2026-10-20(provisional)"],
    ],
    [
      "gained and lost on one day is no period",
      [
        [filed, acquired("2026-10-01")],
        [filed, lost("2026-10-01")],
      ],
      [],
    ],
    [
      "lost and gained again on one day leaves no gap",
      [
        [filed, acquired("2026-10-01")],
        [filed, lost("2026-10-20")],
        [filed, acquired("2026-10-20")],
      ],
      ["1 2026-10-01(provisional)-2026-10-20(provisional)", "1 2026-10-20(provisional)-"],
    ],
    ["a loss of someone never enrolled is no period", [[filed, lost("2026-10-20")]], []],
    ["nothing recorded, no period", [], []],
  ] as const)("%s", (_, rows, periods) => {
    expect(brief(recorded(...rows))).toEqual(periods);
  });

  it("is what it was believed to be on the day asked for (Japan's day, not Greenwich's)", () => {
    const entries = recorded([filed, acquired("2026-10-01")], [filed, lost("2026-10-20")]);
    const lateEvening = entries.map((entry) => ledgerEntry.parse({ ...entry, recordedAt: "2026-11-01T15:00:00.000Z" }));
    expect(brief(knownBy(entries, plainDate("2026-11-01")))).toEqual(["1 2026-10-01(provisional)-"]);
    expect(brief(knownBy(entries, plainDate("2026-10-31")))).toEqual([]);
    expect(knownBy(lateEvening, plainDate("2026-11-01"))).toEqual([]);
    expect(knownBy(lateEvening, plainDate("2026-11-02"))).toHaveLength(2);
  });

  it("a period covers its first day and not its 喪失日", () => {
    const { periods } = foldLedger(recorded([filed, acquired("2026-10-01")], [filed, lost("2026-10-20")]));
    const covered = ["2026-09-30", "2026-10-01", "2026-10-19", "2026-10-20"].map(
      (day) => periodOn(periods, plainDate(day)) !== undefined,
    );
    expect(covered).toEqual([false, true, true, false]);
  });

  it("names the entries of a filing that still count, and forgets those that do not", () => {
    const entries = recorded(
      [filed, acquired("2026-10-01")],
      [filed, voided("000001")],
      [filed, acquired("2026-10-02")],
    );
    expect(foldLedger(entries).entriesByFiling).toEqual({ "20261101-AAAAAA": ["000003"] });
  });
});
