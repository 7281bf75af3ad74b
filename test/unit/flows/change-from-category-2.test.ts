import { describe, expect, it } from "vitest";
import { foldLedger } from "../../../shared/domain/ledger.ts";
import { type LedgerEvent, ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { insuredMonths } from "../../../shared/law/qualification.ts";
import { changeFrom2Of } from "../../support/people.ts";
import { acquiredOn, decide, lostOn, reasonsOf, registered, somebody } from "./decide.ts";

const changed = { kind: "category-changed", on: "2026-11-16", category: "1", cause: "left-employees-pension" };

describe("種別変更届 第2号から第1号 (A03)", () => {
  it("someone not on file is registered and becomes 第1号 on the day of the fact", () => {
    expect(decide("change-from-category-2", changeFrom2Of(somebody))).toEqual({
      outcome: "accept",
      events: [{ kind: "registered", facts: somebody }, changed],
      reasons: [],
    });
  });

  it.each([
    ["第2号", [acquiredOn("2015-04-01", "2")], "accept", []],
    ["第1号 already", [acquiredOn("2015-04-01")], "refuse", ["refuse already-enrolled /eventOn"]],
    ["第3号", [acquiredOn("2015-04-01", "3")], "refuse", ["refuse other-category /eventOn"]],
    ["任意加入", [acquiredOn("2015-04-01", "voluntary")], "refuse", ["refuse other-category /eventOn"]],
    [
      "第2号, lost later",
      [acquiredOn("2015-04-01", "2"), lostOn("2026-11-20")],
      "refuse",
      ["refuse later-record-exists /eventOn"],
    ],
    ["nobody then, 第1号 later", [acquiredOn("2026-11-18")], "refuse", ["refuse later-record-exists /eventOn"]],
  ] as const)("whom the file has as %s", (_, events, outcome, reasons) => {
    const decision = decide("change-from-category-2", changeFrom2Of(somebody), [registered, ...events]);
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toEqual(reasons);
    if (decision.outcome === "accept") expect(decision.events).toEqual([changed]);
  });

  it.each([
    ["the day before the fact", "2026-11-15", "accept", []],
    ["the day of the fact itself", "2026-11-16", "incomplete", ["incomplete not-the-day-after-leaving /eventOn"]],
    ["two days before the fact", "2026-11-14", "incomplete", ["incomplete not-the-day-after-leaving /eventOn"]],
  ])("退職日 on %s", (_, leftEmploymentOn, outcome, reasons) => {
    const decision = decide("change-from-category-2", changeFrom2Of(somebody, { atCounter: { leftEmploymentOn } }));
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it("被扶養配偶者がいれば、その種別変更届を案内する", () => {
    const decision = decide(
      "change-from-category-2",
      changeFrom2Of(somebody, { atCounter: { dependentSpouse: true } }),
    );
    expect(decision.outcome).toBe("accept");
    expect(reasonsOf(decision)).toEqual(["notice spouse-changes-too"]);
  });

  it("without 資格喪失証明書 it waits for it", () => {
    const decision = decide("change-from-category-2", changeFrom2Of(somebody, { documents: [] }));
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete document-missing /documents"]);
  });

  it.each([
    ["the last day of a month counts as 第1号 from the next month", "2026-10-31", "2026-11-01", { oct: "2", nov: "1" }],
    ["the day before counts as 第1号 from that very month", "2026-10-30", "2026-10-31", { oct: "1", nov: "1" }],
  ])("retirement on %s", (_, leftEmploymentOn, eventOn, months) => {
    const before = acquiredOn("2015-04-01", "2");
    const body = changeFrom2Of(somebody, { eventOn, filedOn: "2026-11-05", atCounter: { leftEmploymentOn } });
    const decision = decide("change-from-category-2", body, [registered, before]);
    const events: readonly LedgerEvent[] = decision.outcome === "accept" ? [before, ...decision.events] : [];
    const entry = { recordedAt: "2026-11-05T00:00:00.000Z", recordedBy: "a", source: { kind: "takeover" } };
    const { periods } = foldLedger([ledgerEntry.parse({ id: "000001", ...entry, events })]);
    const counted = insuredMonths(periods, plainMonth("2026-11"));
    expect(periods.at(-1)).toMatchObject({ category: "1", from: plainDate(eventOn), until: null });
    expect({ oct: counted.get(plainMonth("2026-10")), nov: counted.get(plainMonth("2026-11")) }).toEqual(months);
  });

  it.each([
    ["the day before the 20th birthday", "2006-11-17", "accept"],
    ["the day before that", "2006-11-18", "refuse"],
    ["two days before the 60th birthday", "1966-11-18", "accept"],
    ["the day before the 60th birthday", "1966-11-17", "refuse"],
  ])("a fact on %s", (_, birthDate, outcome) => {
    const decision = decide("change-from-category-2", changeFrom2Of({ ...somebody, birthDate: plainDate(birthDate) }));
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toEqual(outcome === "refuse" ? ["refuse outside-compulsory-age /eventOn"] : []);
  });
});
