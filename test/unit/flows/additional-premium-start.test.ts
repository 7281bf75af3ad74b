import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { recordedMonths } from "../../../shared/domain/months.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import {
  acquiredOn,
  application,
  changedOn,
  childcareOf,
  decide,
  enrolled,
  exempted,
  fold,
  lostOn,
  maternityOn,
  reasonsOf,
  registered,
  startedIn,
} from "./decide.ts";

/** 納付申出, until further notice. */
const paymentFrom = (month: string): LedgerEvent => ({
  kind: "payment-chosen",
  on: plainDate("2026-03-10"),
  from: plainMonth(month),
  until: null,
});

const ended = (month: string): LedgerEvent => ({
  kind: "additional-premium-ended",
  month: plainMonth(month),
  cause: "withdrew",
});

describe("付加保険料納付申出書 (A15)", () => {
  it.each([
    ["第1号", enrolled],
    ["任意加入", [registered, acquiredOn("2025-04-01", "voluntary")]],
    ["paying before, withdrawn since", [...enrolled, startedIn("2020-01"), ended("2022-01")]],
  ])("%s pays from the month of the 申出, none before", (_, events) => {
    expect(decide("additional-premium-start", application({ atCounter: { fundMember: false } }), events)).toEqual({
      outcome: "accept",
      events: [{ kind: "additional-premium-started", month: "2026-11", type: "applied" }],
      reasons: [],
    });
  });

  it.each([
    ["第2号", [registered, acquiredOn("2025-04-01", "2")], {}, ["refuse category-not-eligible /eventOn"]],
    ["第3号", [registered, acquiredOn("2025-04-01", "3")], {}, ["refuse category-not-eligible /eventOn"]],
    [
      "特例任意加入",
      [registered, acquiredOn("2025-04-01", "special-voluntary")],
      {},
      ["refuse category-not-eligible /eventOn"],
    ],
    ["基金の加入員", enrolled, { atCounter: { fundMember: true } }, ["refuse fund-member /eventOn"]],
    ["no longer enrolled", [...enrolled, lostOn("2026-11-20")], {}, ["refuse not-enrolled /eventOn"]],
    ["paying already", [...enrolled, startedIn("2026-06")], {}, ["refuse additional-premium-already /eventOn"]],
    [
      "paying as a farmer",
      [...enrolled, startedIn("2026-06", "farmer")],
      {},
      ["refuse additional-premium-already /eventOn"],
    ],
    ["nobody on file", [], {}, ["refuse person-not-on-file /person/atenaNumber", "refuse not-enrolled /eventOn"]],
    ["a month back", enrolled, { eventOn: "2026-10-20" }, ["refuse not-the-day-of-application /eventOn"]],
    ["世帯主", enrolled, { filer: "household-head" }, ["refuse filer-not-allowed /filer"]],
    ["職権", enrolled, { filer: "ex-officio" }, ["refuse filer-not-allowed /filer"]],
  ])("%s is refused: %#", (_, events, over, reasons) => {
    const decision = decide("additional-premium-start", application(over), events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it("whoever withdrew with months paid ahead goes on after them, without a gap", () => {
    const events = [...enrolled, startedIn("2026-04"), ended("2027-01")];
    const decision = decide("additional-premium-start", application(), events);
    expect(decision).toMatchObject({ outcome: "accept", events: [{ month: "2027-01" }] });
    const person = fold([...events, ...("events" in decision ? decision.events : [])]);
    expect(person.additionalPremiums).toMatchObject([
      { from: "2026-04", until: "2027-01" },
      { from: "2027-01", until: null },
    ]);
  });

  it.each(["statutory", "full", "deferment", "student-deferment", "three-quarters", "half", "quarter"] as const)(
    "%s の月は申し出られない",
    (type) => {
      const decision = decide("additional-premium-start", application(), [
        ...enrolled,
        exempted(type, "2026-11", "2026-11"),
      ]);
      expect(reasonsOf(decision)).toEqual(["refuse month-exempted /eventOn"]);
    },
  );

  it.each([
    ["産前産後の月", [maternityOn("2026-11-10")]],
    ["育児の月", [childcareOf("2026-10-12", "2026-10", "2027-09")]],
    ["免除を受けていた月の翌月", [exempted("full", "2026-07", "2026-10")]],
    ["納付申出をした法定免除の月", [exempted("statutory", "2026-01", null), paymentFrom("2026-04")]],
    ["全額免除に優先する産前産後の月", [exempted("full", "2026-07", "2027-06"), maternityOn("2026-11-10")]],
  ])("%sは申し出られる", (_, events) => {
    expect(decide("additional-premium-start", application(), [...enrolled, ...events])).toMatchObject({
      outcome: "accept",
      events: [{ month: "2026-11" }],
      reasons: [],
    });
  });

  it("免除の月は付加のない月になり、産前産後・育児の月は付加のある月のままである", () => {
    const months = recordedMonths(
      fold([
        ...enrolled,
        startedIn("2026-04"),
        exempted("half", "2026-07", "2027-06"),
        maternityOn("2026-09-10"),
        childcareOf("2026-09-10", "2026-12", "2027-08", { parent: "mother" }),
      ]),
      plainMonth("2026-06"),
      plainMonth("2026-12"),
    );
    expect(months.map(({ relief, additionalPremium }) => `${relief?.relief ?? "なし"} ${additionalPremium}`)).toEqual([
      "なし true",
      "half false",
      "maternity true",
      "maternity true",
      "maternity true",
      "maternity true",
      "childcare true",
    ]);
  });

  it("no month of another category carries 付加", () => {
    const months = recordedMonths(
      fold([...enrolled, startedIn("2026-06"), changedOn("2026-08-01", "2")]),
      plainMonth("2026-05"),
      plainMonth("2026-09"),
    );
    expect(months.map(({ category, additionalPremium }) => `${category} ${additionalPremium}`)).toEqual([
      "1 false",
      "1 true",
      "1 true",
      "2 false",
      "2 false",
    ]);
  });
});
