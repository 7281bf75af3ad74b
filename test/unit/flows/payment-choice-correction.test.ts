import { describe, expect, it } from "vitest";
import { afterwards, application, chosen, decide, enrolled, exempted, reasonsOf, reliefsBetween } from "./decide.ts";

const paying = [...enrolled, exempted("statutory", "2020-04", null), chosen("2026-04", null)];
const correct = (until: string, events: Parameters<typeof decide>[2] = paying, day = "2026-11-20") =>
  decide(
    "payment-choice-correction",
    application({ details: { until }, filedOn: day, eventOn: day }),
    events,
    "2027-02-01",
  );

describe("納付申出期間訂正申出書 (B04)", () => {
  it("新しい終わりの翌月から、再び法定免除になる", () => {
    const decision = correct("2026-12");
    expect(decision).toEqual({
      outcome: "accept",
      events: [{ kind: "payment-choice-ended", lastMonth: "2026-12" }],
      reasons: [],
    });
    expect(reliefsBetween(afterwards(paying, decision), "2026-11", "2027-02")).toEqual({
      "2026-11": null,
      "2026-12": null,
      "2027-01": "statutory",
      "2027-02": "statutory",
    });
  });

  it.each([
    ["2026-11-20", "2026-09", "accept"],
    ["2026-11-20", "2026-08", "refuse"],
    ["2026-11-29", "2026-09", "accept"],
    ["2026-11-30", "2026-09", "refuse"],
    ["2026-11-30", "2026-10", "accept"],
    ["2027-01-03", "2026-10", "accept"],
    ["2027-01-04", "2026-10", "refuse"],
  ])("%s には、%s までとする訂正を %s: 納期限の来ていない月だけ終わりにできる", (day, until, outcome) => {
    const decision = correct(until, paying, day);
    expect(decision.outcome).toBe(outcome);
    if (outcome === "refuse") expect(reasonsOf(decision)).toEqual(["refuse premium-already-due /details/until"]);
  });

  it("断るときは、最も早い終わりの月を答える", () => {
    expect(correct("2026-06").reasons[0]?.message).toContain("2026-09以後");
  });

  it.each(["2026-12", "2026-06"])(
    "まだ始まらない申出は、%s など始まりより前の月を指定して全部を終わりにできる",
    (until) => {
      const events = [...enrolled, exempted("statutory", "2020-04", null), chosen("2027-01", "2027-06")];
      expect(reliefsBetween(afterwards(events, correct(until, events)), "2027-01", "2027-02")).toEqual({
        "2027-01": "statutory",
        "2027-02": "statutory",
      });
    },
  );

  it.each([
    ["納付申出のない人", [...enrolled, exempted("statutory", "2020-04", null)], "2026-12"],
    ["その月に終わる申出", [...paying.slice(0, -1), chosen("2026-04", "2026-12")], "2026-12"],
    ["延ばす訂正", [...paying.slice(0, -1), chosen("2026-04", "2026-12")], "2027-03"],
  ])("%s は断る", (_, events, until) => {
    const decision = correct(until, events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(["refuse no-payment-choice /details/until"]);
  });
});
