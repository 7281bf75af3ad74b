import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { recordedMonths } from "../../../shared/domain/months.ts";
import { plainMonth } from "../../../shared/law/calendar.ts";
import {
  acquiredOn,
  changedOn,
  childcareOf,
  decide,
  enrolled,
  exempted,
  fold,
  form,
  lostOn,
  maternityOn,
  reasonsOf,
  registered,
} from "./decide.ts";

const filedOn = "2026-11-20";
const due = (day: string, over: object = {}) =>
  form({
    filedOn,
    eventOn: filedOn,
    documents: ["maternity-handbook"],
    details: { day, dayIs: "due", type: "single" },
    ...over,
  });
const delivered = (day: string, over: object = {}) =>
  form({ filedOn, eventOn: day, details: { day, dayIs: "delivered", type: "single" }, ...over });
const twins = (day: string) => ({ details: { day, dayIs: "due", type: "multiple" } });

const file = (body: object, events: readonly LedgerEvent[] = enrolled) => decide("maternity-exemption", body, events);

describe("産前産後免除該当届 (B14)", () => {
  it.each([
    ["単胎の予定日", due("2027-03-10"), { on: "2027-03-10", type: "single", from: "2027-02", until: "2027-05" }],
    [
      "多胎の予定日",
      due("2027-03-10", twins("2027-03-10")),
      { on: "2027-03-10", type: "multiple", from: "2026-12", until: "2027-05" },
    ],
    ["出産日", delivered("2026-11-18"), { on: "2026-11-18", type: "single", from: "2026-10", until: "2027-01" }],
    [
      "2年より前の出産日",
      delivered("2022-03-10"),
      { on: "2022-03-10", type: "single", from: "2022-02", until: "2022-05" },
    ],
    [
      "制度の始まりをまたぐ出産日",
      delivered("2019-03-31"),
      { on: "2019-03-31", type: "single", from: "2019-04", until: "2019-05" },
    ],
  ])("%sで、出産(予定)月の前月(多胎は3月前)から翌々月までになる", (_, body, span) => {
    expect(file(body)).toMatchObject({ outcome: "accept", events: [{ kind: "maternity-exempted", ...span }] });
  });

  it.each([
    ["予定日の6か月前", "2027-05-20", "accept", []],
    ["予定日の6か月前より1日早い", "2027-05-21", "refuse", ["refuse before-six-months /filedOn"]],
    ["きょうが予定日", "2026-11-20", "accept", ["notice past-months-exempted"]],
    [
      "予定日を1日過ぎた",
      "2026-11-19",
      "accept",
      ["notice due-day-passed /details/dayIs", "notice past-months-exempted"],
    ],
    [
      "予定日を1月過ぎた",
      "2026-10-20",
      "accept",
      ["notice due-day-passed /details/dayIs", "notice past-months-exempted"],
    ],
    [
      "予定日を1月より過ぎ、出産日が分かるはず",
      "2026-10-19",
      "incomplete",
      ["incomplete due-day-passed /details/dayIs", "notice past-months-exempted"],
    ],
  ])("%s", (_, day, outcome, reasons) => {
    const decision = file(due(day));
    expect([decision.outcome, reasonsOf(decision)]).toEqual([outcome, reasons]);
  });

  it.each([
    ["まだ来ない出産日", delivered("2026-11-21"), ["refuse birth-in-future /details/day"]],
    ["平成31年1月までの出産", delivered("2019-01-31"), ["refuse before-maternity-exemption /details/day"]],
    [
      "妊娠84日の流産",
      delivered("2026-11-18", { atCounter: { pregnancyDays: 84 }, documents: ["maternity-handbook"] }),
      ["refuse not-a-birth-by-law /atCounter/pregnancyDays", "notice past-months-exempted"],
    ],
  ])("%sは受け付けない", (_, body, reasons) => {
    const decision = file(body);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(expect.arrayContaining(reasons));
  });

  it("妊娠85日以上の死産・流産も出産である", () => {
    const decision = file(
      delivered("2026-11-18", { atCounter: { pregnancyDays: 85 }, documents: ["maternity-handbook"] }),
    );
    expect(decision.outcome).toBe("accept");
  });

  it.each([
    ["予定日は母子健康手帳", due("2027-03-10", { documents: [] }), ["incomplete document-missing /documents"]],
    [
      "生まれる前は、別世帯かどうかによらず母子健康手帳だけ",
      due("2027-03-10", { atCounter: { childLivesElsewhere: true } }),
      [],
    ],
    ["出産日は要らない", delivered("2026-11-18"), ["notice past-months-exempted"]],
    [
      "別世帯の子は戸籍",
      delivered("2026-11-18", { atCounter: { childLivesElsewhere: true } }),
      ["incomplete document-missing /documents", "notice past-months-exempted"],
    ],
    [
      "死産・流産は母子健康手帳など",
      delivered("2026-11-18", { atCounter: { pregnancyDays: 200 } }),
      ["incomplete document-missing /documents", "notice past-months-exempted"],
    ],
  ])("確かめる書類: %s", (_, body, reasons) => {
    expect(reasonsOf(file(body))).toEqual(reasons);
  });

  it.each([
    ["任意加入", acquiredOn("2015-04-01", "voluntary")],
    ["第2号", acquiredOn("2015-04-01", "2")],
    ["第3号", acquiredOn("2015-04-01", "3")],
  ])("%sの月だけの人は対象でない", (_, acquired) => {
    const decision = file(due("2027-03-10"), [registered, acquired]);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain("refuse category-not-eligible /details/day");
  });

  it("期間に資格の記録がない人は対象でない", () => {
    const decision = file(delivered("2026-11-18"), [...enrolled, lostOn("2020-05-01")]);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain("refuse not-enrolled /details");
  });

  it("第1号の月が一つでもあれば受け付け、第1号でない月は免除されないと知らせる", () => {
    const events = [registered, acquiredOn("2015-04-01", "2"), changedOn("2027-04-01")];
    const decision = file(due("2027-03-10"), events);
    expect([decision.outcome, reasonsOf(decision)]).toEqual(["accept", ["notice months-outside-category-1"]]);
    const person = fold([...events, ...("events" in decision ? decision.events : [])]);
    const months = recordedMonths(person, plainMonth("2027-02"), plainMonth("2027-05"));
    expect(months.map(({ relief }) => relief?.relief ?? null)).toEqual([null, null, "maternity", "maternity"]);
  });

  it("同じ月の免除・猶予に優先することを知らせ、月は産前産後免除になる", () => {
    const events = [...enrolled, exempted("full", "2026-07", "2027-06")];
    const decision = file(due("2027-03-10"), events);
    expect(reasonsOf(decision)).toEqual(["notice other-relief-gives-way"]);
    const person = fold([...events, ...("events" in decision ? decision.events : [])]);
    const months = recordedMonths(person, plainMonth("2027-01"), plainMonth("2027-06"));
    expect(months.map(({ relief }) => relief?.relief)).toEqual([
      "full",
      "maternity",
      "maternity",
      "maternity",
      "maternity",
      "full",
    ]);
  });

  it("先に育児期間免除が記録された月に優先しても、どちらも納付済みの扱いなので何も知らせない", () => {
    const events = [...enrolled, childcareOf("2026-11-18", "2026-11", "2027-10", { parent: "mother" })];
    expect(reasonsOf(file(delivered("2026-11-18"), events))).toEqual(["notice past-months-exempted"]);
  });

  it.each([
    ["同じ日(双子を二度)", delivered("2026-11-18"), "2026-11-18", {}],
    ["翌日に生まれた双子の一人", delivered("2026-11-18"), "2026-11-17", {}],
    ["予定日で届け出た後の早産", delivered("2026-11-18"), "2027-03-20", {}],
    ["同じ日を別の出産として", delivered("2026-11-18"), "2026-11-18", { anotherBirth: true }],
  ])("%sは、変更届によるか別の出産か確かめるまで受け付けない", (_, body, recorded, atCounter) => {
    const decision = file({ ...body, atCounter }, [...enrolled, maternityOn(recorded)]);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain("refuse maternity-already-recorded /details/day");
  });

  it.each([
    ["確かめた別の出産(流産の後など)", "2026-06-10", { anotherBirth: true }],
    ["280日前の出産", "2026-02-11", {}],
  ])("%sは受け付ける", (_, recorded, atCounter) => {
    expect(file({ ...delivered("2026-11-18"), atCounter }, [...enrolled, maternityOn(recorded)]).outcome).toBe(
      "accept",
    );
  });
});
