import { describe, expect, it } from "vitest";
import { recordedMonths } from "../../../shared/domain/months.ts";
import { plainMonth } from "../../../shared/law/calendar.ts";
import { childcareOf, decide, enrolled, fold, form, reasonsOf } from "./decide.ts";

const recorded = [...enrolled, childcareOf("2026-10-12", "2026-10", "2027-09")];
const ended = (eventOn: string, over: object = {}) =>
  form({
    filedOn: "2027-11-20",
    eventOn,
    details: { childBornOn: "2026-10-12", endedBecause: "living-apart" },
    ...over,
  });
const file = (body: object, events = recorded) => decide("childcare-end", body, events, "2027-11-23");

describe("育児期間免除終了届 (B17-1)", () => {
  it.each([
    ["月の途中の別居は前月まで(見込み)", "2027-02-15", "2027-01", ["notice last-month-unconfirmed"]],
    ["月の初日の別居も前月まで(見込み)", "2027-02-01", "2027-01", ["notice last-month-unconfirmed"]],
    ["月の末日の別居はその月まで", "2027-02-28", "2027-02", []],
  ])("%s", (_, eventOn, lastMonth, reasons) => {
    const decision = file(ended(eventOn));
    expect(decision).toMatchObject({
      outcome: "accept",
      events: [{ kind: "childcare-ended", childBornOn: "2026-10-12", lastMonth, cause: "living-apart" }],
    });
    expect(reasonsOf(decision)).toEqual(reasons);
    const person = fold([...recorded, ...("events" in decision ? decision.events : [])]);
    expect(person.reliefs.childcare).toMatchObject([
      { from: "2026-10", until: lastMonth, end: { cause: "living-apart", standing: "confirmed" } },
    ]);
  });

  it.each(["relation-ended", "living-apart", "child-died"])("%sで終わる", (endedBecause) => {
    expect(file(ended("2027-02-28", { details: { childBornOn: "2026-10-12", endedBecause } })).outcome).toBe("accept");
  });

  it("養育を始めた月に終われば、免除される月はない", () => {
    const decision = file(ended("2026-10-20"));
    const person = fold([...recorded, ...("events" in decision ? decision.events : [])]);
    expect(person.reliefs.childcare).toEqual([]);
    expect(recordedMonths(person, plainMonth("2026-10"), plainMonth("2026-10"))[0]?.relief).toBeNull();
  });

  it("生まれた日に終わることもある", () => {
    expect(file(ended("2026-10-12")).outcome).toBe("accept");
  });

  it.each([
    [
      "記録のない子",
      ended("2027-02-15", { details: { childBornOn: "2026-10-13", endedBecause: "child-died" } }),
      "refuse no-such-childcare /details/childBornOn",
    ],
    ["生まれる前の日", ended("2026-10-11"), "refuse end-before-birth /eventOn"],
    ["もう終わった後の日", ended("2027-10-15"), "refuse childcare-over-already /eventOn"],
    ["まだ来ない日", ended("2027-11-24"), "refuse event-in-future /eventOn"],
  ])("%sの終了は受け付けない", (_, body, reason) => {
    const decision = file(body);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain(reason);
  });
});
