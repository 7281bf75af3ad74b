import { describe, expect, it } from "vitest";
import { foldLedger } from "../../../shared/domain/ledger.ts";
import { type LedgerEvent, ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { plainMonth } from "../../../shared/law/calendar.ts";
import { insuredMonths } from "../../../shared/law/qualification.ts";
import { lossOf } from "../../support/people.ts";
import { acquiredOn, decide, lostOn, reasonsOf, registered, somebody } from "./decide.ts";

const enrolled = [registered, acquiredOn("2015-04-01")] as const;

const papers: Record<string, string[]> = {
  "moved-abroad": ["moving-out-notice"],
  "old-age-benefit": ["old-age-benefit-certificate"],
  death: [],
};

const lossBy = (cause: string, over: object = {}) =>
  lossOf(somebody, { details: { cause }, documents: papers[cause], ...over });

describe("資格喪失届 (A05)", () => {
  it.each([
    ["moved-abroad", "2026-11-19", []],
    ["death", "2026-11-19", ["notice filing-not-required"]],
    ["old-age-benefit", "2026-11-18", []],
  ])("%s on 18 November loses the qualification on %s", (cause, on, reasons) => {
    const decision = decide("loss", lossBy(cause), enrolled);
    expect(decision).toMatchObject({ outcome: "accept", events: [{ kind: "lost", on, cause }] });
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it.each([
    ["moved-abroad", ["incomplete document-missing /documents"]],
    ["old-age-benefit", ["incomplete document-missing /documents"]],
  ])("%s without its document waits for it", (cause, reasons) => {
    const decision = decide("loss", lossBy(cause, { documents: [] }), enrolled);
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it.each([
    ["nobody on file", [], ["refuse not-enrolled /eventOn"]],
    ["registered, never enrolled", [registered], ["refuse not-enrolled /eventOn"]],
    ["enrolled only later", [registered, acquiredOn("2026-11-19")], ["refuse not-enrolled /eventOn"]],
    ["lost long ago", [...enrolled, lostOn("2020-01-01")], ["refuse not-enrolled /eventOn"]],
    ["lost on that day", [...enrolled, lostOn("2026-11-18")], ["refuse not-enrolled /eventOn"]],
    ["lost already by this very fact", [...enrolled, lostOn("2026-11-19")], ["refuse later-record-exists /eventOn"]],
    [
      "enrolled again later",
      [...enrolled, lostOn("2026-11-20"), acquiredOn("2026-11-21")],
      ["refuse later-record-exists /eventOn"],
    ],
    ["第2号", [registered, acquiredOn("2015-04-01", "2")], ["refuse other-category /eventOn"]],
    ["第3号", [registered, acquiredOn("2015-04-01", "3")], ["refuse other-category /eventOn"]],
  ])("whom the file has as %s is refused", (_, events, reasons) => {
    const decision = decide("loss", lossBy("moved-abroad"), events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it("a death before birth is refused at the day of the fact", () => {
    const decision = decide("loss", lossBy("death", { eventOn: "1990-05-09" }), enrolled);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain("refuse event-before-birth /eventOn");
  });

  it("a loss on the day of the 取得 by a same-day cause leaves no period at all", () => {
    const decision = decide("loss", lossBy("old-age-benefit"), [registered, acquiredOn("2026-11-18")]);
    expect(decision).toMatchObject({ outcome: "accept", events: [{ kind: "lost", on: "2026-11-18" }] });
  });

  it("国外転出後の任意加入を希望する人には、申出が別に要ることを知らせる", () => {
    const decision = decide("loss", lossBy("moved-abroad", { atCounter: { wantsVoluntaryEnrolment: true } }), enrolled);
    expect(decision.outcome).toBe("accept");
    expect(reasonsOf(decision)).toEqual(["notice voluntary-enrolment-separate"]);
  });

  it.each([
    ["the last day of October counts October", "2026-10-31", "1"],
    ["the day before the last of October does not count October", "2026-10-30", undefined],
  ])("a death on %s", (_, eventOn, october) => {
    const body = lossBy("death", { eventOn, filedOn: "2026-11-05" });
    const decision = decide("loss", body, enrolled);
    const events: readonly LedgerEvent[] = decision.outcome === "accept" ? [...enrolled, ...decision.events] : [];
    const entry = { recordedAt: "2026-11-05T00:00:00.000Z", recordedBy: "a", source: { kind: "takeover" } };
    const { periods } = foldLedger([ledgerEntry.parse({ id: "000001", ...entry, events })]);
    const counted = insuredMonths(periods, plainMonth("2026-12"));
    expect(counted.get(plainMonth("2026-09"))).toBe("1");
    expect(counted.get(plainMonth("2026-10"))).toBe(october);
    expect(counted.get(plainMonth("2026-11"))).toBeUndefined();
  });
});
