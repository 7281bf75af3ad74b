import { describe, expect, it } from "vitest";
import {
  acquiredOn,
  afterwards,
  application,
  chosen,
  decide,
  enrolled,
  exempted,
  reasonsOf,
  registered,
  reliefsBetween,
} from "./decide.ts";

const pensioner = [...enrolled, exempted("statutory", "2020-04", null)];
const until2027 = [...enrolled, exempted("statutory", "2020-04", "2027-03")];
const choose = (details: object, events: Parameters<typeof decide>[2] = pensioner, over: object = {}) =>
  decide("payment-choice", application({ details, ...over }), events);
const told = ["notice payment-choice-binds", "notice additional-premium-separate"];

describe("免除期間納付申出書 (B03)", () => {
  it.each([
    ["過去の月", { from: "2025-01", until: "2025-03" }, { from: "2025-01", until: "2025-03" }],
    ["将来の月", { from: "2027-01", until: "2027-06" }, { from: "2027-01", until: "2027-06" }],
    ["一月だけ", { from: "2026-11", until: "2026-11" }, { from: "2026-11", until: "2026-11" }],
    ["当分の間", { from: "2026-12" }, { from: "2026-12", until: null }],
  ])("%s を申し出られ、終わりがなければ当分の間になる", (_, details, months) => {
    const decision = choose(details);
    expect(decision).toMatchObject({
      outcome: "accept",
      events: [{ kind: "payment-chosen", on: "2026-11-20", ...months }],
    });
    expect(reasonsOf(decision)).toEqual(told);
  });

  it("申し出た月は免除でなくなり、前後の月は法定免除のまま", () => {
    const after = afterwards(pensioner, choose({ from: "2026-10", until: "2026-11" }));
    expect(reliefsBetween(after, "2026-09", "2026-12")).toEqual({
      "2026-09": "statutory",
      "2026-10": null,
      "2026-11": null,
      "2026-12": "statutory",
    });
  });

  it("終わりの決まった法定免除では、当分の間はその終わりまで", () => {
    expect(choose({ from: "2026-12" }, until2027)).toMatchObject({ events: [{ from: "2026-12", until: "2027-03" }] });
  });

  it("続く二つの法定免除にまたがって申し出られる", () => {
    const events = [
      ...enrolled,
      exempted("statutory", "2024-01", "2026-06"),
      exempted("statutory", "2026-06", null, "facility"),
    ];
    expect(choose({ from: "2026-05", until: "2026-08" }, events).outcome).toBe("accept");
  });

  it.each([
    ["法定免除のない人", { from: "2026-11" }, enrolled, "not-statutorily-exempted /details/from"],
    [
      "申請による免除の人",
      { from: "2026-11", until: "2026-12" },
      [...enrolled, exempted("full", "2026-07", "2027-06")],
      "not-statutorily-exempted /details/from",
    ],
    [
      "法定免除の終わりの後",
      { from: "2027-01", until: "2027-04" },
      until2027,
      "not-statutorily-exempted /details/from",
    ],
    [
      "法定免除の始まりの前",
      { from: "2025-12", until: "2026-02" },
      [...enrolled, exempted("statutory", "2026-01", null)],
      "not-statutorily-exempted /details/from",
    ],
    [
      "法定免除の切れ目",
      { from: "2025-06", until: "2026-08" },
      [...enrolled, exempted("statutory", "2024-01", "2026-06"), exempted("statutory", "2026-08", null)],
      "not-statutorily-exempted /details/from",
    ],
    [
      "第2号だった月",
      { from: "2025-06", until: "2025-08" },
      [
        registered,
        acquiredOn("2015-04-01"),
        acquiredOn("2025-08-01", "2"),
        acquiredOn("2026-01-01"),
        ...pensioner.slice(2),
      ],
      "not-statutorily-exempted /details/from",
    ],
    ["月が逆", { from: "2026-11", until: "2026-10" }, pensioner, "months-reversed /details/until"],
    ["時効の過ぎた月", { from: "2024-09", until: "2024-12" }, pensioner, "premium-prescribed /details/from"],
    [
      "すでに申し出た月",
      { from: "2026-10", until: "2026-12" },
      [...pensioner, chosen("2026-12", null)],
      "payment-choice-already /details/from",
    ],
    [
      "当分の間が、先の申出に重なる",
      { from: "2027-01" },
      [...pensioner, chosen("2027-06", "2027-09")],
      "payment-choice-already /details/from",
    ],
    [
      "当分の間の申出の後",
      { from: "2028-01" },
      [...pensioner, chosen("2026-12", null)],
      "payment-choice-already /details/from",
    ],
  ])("%s は断る", (_, details, events, reason) => {
    const decision = choose(details, events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual([`refuse ${reason}`]);
  });

  it("時効は納期限の日で数える: 休日で延びた月は、延びた日まで申し出られる", () => {
    const on = (day: string) =>
      decide(
        "payment-choice",
        application({ details: { from: "2024-10", until: "2024-10" }, eventOn: day, filedOn: day }),
        pensioner,
        "2026-12-31",
      );
    expect(on("2026-12-02").outcome).toBe("accept");
    const late = on("2026-12-03");
    expect(reasonsOf(late)).toEqual(["refuse premium-prescribed /details/from"]);
    expect(late.reasons[0]?.message).toContain("2024-11");
  });

  it("終わった申出の翌月からは、また申し出られる", () => {
    expect(choose({ from: "2026-10" }, [...pensioner, chosen("2026-01", "2026-09")]).outcome).toBe("accept");
  });
});
