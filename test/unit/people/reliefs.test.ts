import { describe, expect, it } from "vitest";
import { reliefsView } from "../../../functions/people/relief-view.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { recordedMonths } from "../../../shared/domain/months.ts";
import { premiumToPay } from "../../../shared/domain/premium-to-pay.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import {
  acquiredOn,
  changedOn,
  childcareOf,
  enrolled,
  exempted,
  fold,
  maternityOn,
  registered,
  startedIn,
} from "../flows/decide.ts";

const toPayIn = (month: string, events: readonly LedgerEvent[]) => {
  const [recorded] = recordedMonths(fold(events), plainMonth(month), plainMonth(month));
  return recorded ? premiumToPay(recorded) : undefined;
};

describe("納める額", () => {
  it.each([
    ["第1号", "2026-11", enrolled, 17_920],
    ["年度が変わると額が変わる", "2026-03", enrolled, 17_510],
    ["額の決まっていない年度", "2028-04", enrolled, null],
    ["任意加入", "2026-11", [registered, acquiredOn("2025-04-01", "voluntary")], 17_920],
    ["特例任意加入", "2026-11", [registered, acquiredOn("2025-04-01", "special-voluntary")], 17_920],
    ["4分の3免除", "2026-11", [...enrolled, exempted("three-quarters", "2026-07", "2027-06")], 4_480],
    ["半額免除", "2026-11", [...enrolled, exempted("half", "2026-07", "2027-06")], 8_960],
    ["4分の1免除", "2026-11", [...enrolled, exempted("quarter", "2026-07", "2027-06")], 13_440],
    ["額の決まっていない年度の半額免除", "2028-05", [...enrolled, exempted("half", "2027-07", "2028-06")], null],
    ["全額免除", "2026-11", [...enrolled, exempted("full", "2026-07", "2027-06")], 0],
    ["額の決まっていない年度の法定免除", "2028-05", [...enrolled, exempted("statutory", "2026-07", null)], 0],
    ["納付猶予", "2026-11", [...enrolled, exempted("deferment", "2026-07", "2027-06")], 0],
    ["学生納付特例", "2026-11", [...enrolled, exempted("student-deferment", "2026-04", "2027-03")], 0],
    ["産前産後", "2026-11", [...enrolled, maternityOn("2026-11-10")], 0],
    ["育児", "2026-11", [...enrolled, childcareOf("2026-10-12", "2026-10", "2027-09")], 0],
  ])("%s(%s)", (_, month, events, premium) => {
    expect(toPayIn(month, events)).toEqual({ premium, additionalPremium: 0, standing: "confirmed" });
  });

  it("資格か免除が見込みなら、納める額も見込みである", () => {
    const [month] = recordedMonths(
      fold([...enrolled, exempted("full", "2026-07", "2027-06")]),
      plainMonth("2026-11"),
      plainMonth("2026-11"),
    );
    if (!month?.period || !month.relief) throw new Error("not exempted");
    const { period, relief } = month;
    const expected = { period: { ...period, fromStanding: "provisional" as const } };
    const asked = { relief: { ...relief, standing: "provisional" as const } };
    expect(
      [{}, expected, asked, { relief: null }].map((over) => premiumToPay({ ...month, ...over })?.standing),
    ).toEqual(["confirmed", "provisional", "provisional", "confirmed"]);
  });

  it.each([
    ["第2号", [registered, acquiredOn("2025-04-01", "2")]],
    ["第3号", [registered, acquiredOn("2025-04-01", "3")]],
    ["資格のない人", [registered]],
  ])("%sは国民年金の保険料を納める月でない", (_, events) => {
    expect(toPayIn("2026-11", events)).toBeNull();
  });

  it.each([
    ["付加保険料は400円", [], 400, 17_920],
    ["産前産後の月も付加は納められる", [maternityOn("2026-11-10")], 400, 0],
    ["育児の月も付加は納められる", [childcareOf("2026-10-12", "2026-10", "2027-09")], 400, 0],
    ["免除の月は付加を納められない", [exempted("quarter", "2026-07", "2027-06")], 0, 13_440],
    ["猶予の月は付加を納められない", [exempted("deferment", "2026-07", "2027-06")], 0, 0],
  ])("%s", (_, events, additionalPremium, premium) => {
    expect(toPayIn("2026-11", [...enrolled, startedIn("2026-04"), ...events])).toMatchObject({
      premium,
      additionalPremium,
    });
  });
});

describe("免除の見え方", () => {
  const view = (events: readonly LedgerEvent[], month = "2026-11") => reliefsView(fold(events), plainMonth(month));

  it("いまの月の免除を、理由と確定・参考の別とともに示す", () => {
    expect(view([...enrolled, exempted("full", "2026-07", "2027-06", "unemployment")]).current).toEqual({
      kind: "full",
      label: "全額免除",
      reason: "unemployment",
      reasonLabel: "失業・倒産・事業の廃止・休業",
      standing: "confirmed",
      standingLabel: "確定",
      countsAsPaid: false,
    });
    expect(view([...enrolled, exempted("full", "2025-07", "2026-06")]).current).toBeNull();
  });

  it("第1号でない月には免除がない", () => {
    expect(
      view([...enrolled, exempted("full", "2026-07", "2027-06"), changedOn("2026-11-05", "2")]).current,
    ).toBeNull();
  });

  it("終わりの決まらない法定免除があるかを示す", () => {
    const statutory = (until: string | null) =>
      view([...enrolled, exempted("statutory", "2026-07", until, "disability-pension")]).openStatutory;
    expect([
      statutory(null),
      statutory("2026-12"),
      view([...enrolled, exempted("full", "2026-07", null)]).openStatutory,
    ]).toEqual([true, false, false]);
  });

  it("期間のうち実際に免除される月だけを数える", () => {
    const events = [
      registered,
      acquiredOn("2015-04-01", "2"),
      changedOn("2026-12-01"),
      maternityOn("2026-12-20"),
      childcareOf("2026-12-20", "2026-12", "2027-11", { parent: "mother" }),
    ];
    const { maternity, childcare } = view(events);
    expect(maternity).toMatchObject([
      { from: "2026-11", until: "2027-02", months: ["2026-12", "2027-01", "2027-02"], typeLabel: "単胎" },
    ]);
    expect(childcare[0]).toMatchObject({ parentLabel: "実母", end: null });
    expect(childcare[0]?.months).toHaveLength(9);
    expect(childcare[0]?.months[0]).toBe("2027-03");
  });

  it("継続審査の申出は、申し出たことがなければない", () => {
    const wished = (value: boolean): LedgerEvent => ({
      kind: "continuation-wished",
      on: plainDate("2026-07-10"),
      wished: value,
    });
    expect(
      [view(enrolled), view([...enrolled, wished(true)]), view([...enrolled, wished(true), wished(false)])].map(
        ({ continuation }) => continuation,
      ),
    ).toEqual([null, true, false]);
  });
});
