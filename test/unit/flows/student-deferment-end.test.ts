import { describe, expect, it } from "vitest";
import { afterwards, decide, enrolled, exempted, fold, form, reasonsOf, reliefsBetween } from "./decide.ts";

const student = [...enrolled, exempted("student-deferment", "2026-04", "2027-03")];
const end = (eventOn: string, events: Parameters<typeof decide>[2] = student, today = "2027-06-30") =>
  decide("student-deferment-end", form({ eventOn, filedOn: today }), events, today);

describe("学生納付特例不該当届 (B13)", () => {
  it.each([
    ["2026-11-01", "2026-10"],
    ["2026-11-30", "2026-10"],
    ["2027-03-31", "2027-02"],
    ["2026-04-10", "2026-03"],
  ])("%s に学生でなくなったら、%s まで", (eventOn, lastMonth) => {
    const decision = end(eventOn);
    expect(decision).toMatchObject({
      outcome: "accept",
      events: [
        {
          kind: "exemption-ended",
          type: "student-deferment",
          lastMonth,
          cause: "no-longer-student",
          noticedOn: "2027-06-30",
        },
      ],
    });
    expect(reasonsOf(decision)).toEqual(["notice late-filing", "notice premiums-due-again"]);
  });

  it("その月から納付が要る。ほかの免除は変わらない", () => {
    const events = [...student, exempted("full", "2027-01", "2027-06")];
    expect(reliefsBetween(afterwards(events, end("2026-11-16", events)), "2026-10", "2027-01")).toEqual({
      "2026-10": "student-deferment",
      "2026-11": null,
      "2026-12": null,
      "2027-01": "full",
    });
  });

  it("入学の月に退学したら、その年度の記録はなくなる", () => {
    expect(fold(afterwards(student, end("2026-04-10"))).reliefs.exemptions).toEqual([]);
  });

  it.each([
    ["記録のない人", "2026-11-16", enrolled],
    ["年度が終わった後", "2027-04-01", student],
    ["納付猶予だけの人", "2026-11-16", [...enrolled, exempted("deferment", "2026-07", "2027-06")]],
  ])("%s の届出は断る", (_, eventOn, events) => {
    const decision = end(eventOn, events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain("refuse no-student-deferment /eventOn");
  });
});
