import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { application, childcareOf, decide, enrolled, fold, maternityOn, reasonsOf } from "./decide.ts";

const recorded = [...enrolled, childcareOf("2026-10-12", "2026-10", "2027-09")];
const change = (details: object, over: object = {}) =>
  application({
    details: { recordedBornOn: "2026-10-12", childBornOn: "2026-10-12", parent: "father", ...details },
    atCounter: { relationConfirmed: true },
    ...over,
  });
const file = (body: object, events: readonly LedgerEvent[] = recorded) => decide("childcare-change", body, events);
const recordedAfter = (body: object, events: readonly LedgerEvent[]) => {
  const decision = file(body, events);
  return fold([...events, ...("events" in decision ? decision.events : [])]).reliefs.childcare;
};

describe("育児期間免除変更届 (B17-2)", () => {
  it("子の生年月日の誤りを直すと、記録がその日の月に代わる", () => {
    expect(file(change({ childBornOn: "2026-11-02" }))).toMatchObject({
      outcome: "accept",
      events: [{ childBornOn: "2026-11-02", from: "2026-11", until: "2027-10", was: "2026-10-12" }],
    });
    expect(recordedAfter(change({ childBornOn: "2026-11-02" }), recorded)).toMatchObject([
      { from: "2026-11", until: "2027-10" },
    ]);
  });

  it("実父でなく養父だったら、縁組日の月からに代わる", () => {
    const body = change({ parent: "adoptive", adoptedOn: "2026-11-05" });
    expect(recordedAfter(body, recorded)).toMatchObject([
      { parent: "adoptive", adoptedOn: "2026-11-05", from: "2026-11" },
    ]);
  });

  it.each([
    ["実父でなく実母だった", recorded, { parent: "mother" }],
    [
      "縁組日だけが違った",
      [
        ...enrolled,
        childcareOf("2026-10-12", "2026-10", "2027-09", { parent: "adoptive", adoptedOn: plainDate("2026-10-20") }),
      ],
      { parent: "adoptive", adoptedOn: "2026-10-21" },
    ],
  ])("%sときは、月が同じでも変更である", (_, events, details) => {
    expect(recordedAfter(change(details), events)).toMatchObject([{ ...details, from: "2026-10", until: "2027-09" }]);
  });

  it("産前産後免除が変わった実母は、ほかが同じでもその翌月からに代わる", () => {
    const mother = childcareOf("2026-10-12", "2026-10", "2027-09", { parent: "mother" });
    const body = change({ parent: "mother" });
    expect(recordedAfter(body, [...enrolled, mother, maternityOn("2026-10-12")])).toMatchObject([
      { from: "2027-01", until: "2027-09" },
    ]);
    expect(reasonsOf(file(body, [...enrolled, mother]))).toContain("refuse nothing-to-correct /details");
  });

  it.each([
    ["記録のない子", { recordedBornOn: "2026-10-11" }, recorded, "refuse no-such-childcare /details/recordedBornOn"],
    ["何も変わらない", {}, recorded, "refuse nothing-to-correct /details"],
    ["月の残らない子", { childBornOn: "2025-10-12" }, recorded, "refuse no-month-left /details/childBornOn"],
    [
      "ほかの子の記録がある生年月日",
      { childBornOn: "2026-11-02" },
      [...recorded, childcareOf("2026-11-02", "2026-11", "2027-10")],
      "refuse childcare-already-recorded /details/childBornOn",
    ],
  ])("%sの変更は受け付けない", (_, details, events, reason) => {
    const decision = file(change(details), events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain(reason);
  });

  it("終わった免除の変更は、終わりを変えない", () => {
    const end: LedgerEvent = {
      kind: "childcare-ended",
      childBornOn: plainDate("2026-10-12"),
      lastMonth: plainMonth("2027-02"),
      cause: "living-apart",
    };
    expect(recordedAfter(change({ childBornOn: "2026-11-02" }), [...recorded, end])).toMatchObject([
      { childBornOn: "2026-11-02", from: "2026-11", until: "2027-02", end: { cause: "living-apart" } },
    ]);
    expect(reasonsOf(file(change({}), [...recorded, end]))).toContain("refuse nothing-to-correct /details");
  });

  it("親子関係を確かめられなければ戸籍が要る", () => {
    const decision = file(change({ childBornOn: "2026-11-02" }, { atCounter: {} }));
    expect(reasonsOf(decision)).toContain("incomplete document-missing /documents");
  });
});
