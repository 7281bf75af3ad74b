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

type Events = Parameters<typeof decide>[2];
const apply = (from: string, until: string, events: Events, over: object = {}) =>
  decide("late-payment", application({ details: { from, until }, ...over }), events);
const full = [...enrolled, exempted("full", "2016-07", "2027-06")];
const told = "notice apply-at-pension-office";

describe("追納申込の記録 (B19)", () => {
  it.each(["statutory", "full", "deferment", "student-deferment"] as const)(
    "%s の月の申込みを記録し、月の記録は変わらない",
    (type) => {
      const events = [...enrolled, exempted(type, "2025-04", "2026-03")];
      const decision = apply("2025-04", "2026-03", events);
      expect(decision).toMatchObject({
        outcome: "accept",
        events: [{ kind: "late-payment-applied", on: "2026-11-20", from: "2025-04", until: "2026-03" }],
      });
      expect(reasonsOf(decision)).toEqual([told]);
      expect(reliefsBetween(afterwards(events, decision), "2025-04", "2025-04")).toEqual({ "2025-04": type });
    },
  );

  it.each(["three-quarters", "half", "quarter"] as const)(
    "%s の月は、減額された保険料の納付が先に要ることを知らせる",
    (type) => {
      expect(reasonsOf(apply("2025-07", "2026-06", [...enrolled, exempted(type, "2025-07", "2026-06")]))).toEqual([
        told,
        "notice remainder-first",
      ]);
    },
  );

  it("種別の違う月が続いていても申し込める", () => {
    const events = [
      ...enrolled,
      exempted("student-deferment", "2024-04", "2025-03"),
      exempted("full", "2025-04", "2025-06"),
    ];
    expect(apply("2025-02", "2025-05", events).outcome).toBe("accept");
  });

  it.each([
    ["2024-04", false],
    ["2023-04", true],
    ["2024-03", true],
  ])("%s からの月の加算額: %s", (from, surcharge) => {
    const codes = reasonsOf(apply(from, "2024-06", full));
    expect(codes.includes("notice surcharge-applies")).toBe(surcharge);
  });

  it("申込みの月まで申し込める", () => {
    expect(apply("2026-10", "2026-11", full).outcome).toBe("accept");
  });

  it("10年前の同じ月までさかのぼれる", () => {
    expect(apply("2016-11", "2016-12", full).outcome).toBe("accept");
    const late = apply("2016-10", "2016-12", full);
    expect(reasonsOf(late)).toEqual(["refuse late-payment-too-old /details/from"]);
    expect(late.reasons[0]?.message).toContain("2016-11");
  });

  it.each([
    ["免除のない月", "2025-07", "2026-07", [...enrolled, exempted("full", "2025-07", "2026-06")], "2026-07"],
    ["切れ目の月", "2025-01", "2025-12", [...enrolled, exempted("full", "2024-07", "2025-06")], "2025-07"],
    [
      "納付申出をした月",
      "2026-01",
      "2026-06",
      [...enrolled, exempted("statutory", "2024-01", null), chosen("2026-04", "2026-05")],
      "2026-04",
    ],
    [
      "第2号だった月",
      "2026-01",
      "2026-06",
      [registered, acquiredOn("2015-04-01"), acquiredOn("2026-03-10", "2"), exempted("full", "2025-07", "2026-06")],
      "2026-03",
    ],
    [
      "納付済みとされる産前産後の月",
      "2026-01",
      "2026-06",
      [
        ...enrolled,
        exempted("full", "2025-07", "2026-06"),
        { kind: "maternity-exempted", on: "2026-03-10", type: "single", from: "2026-02", until: "2026-05" },
      ] as Events,
      "2026-02",
    ],
  ])("%s があれば、その月を示して断る", (_, from, until, events, month) => {
    const decision = apply(from, until, events);
    expect(reasonsOf(decision)).toEqual(["refuse no-exemption-in-month /details/from"]);
    expect(decision.reasons[0]?.message).toContain(month);
  });

  it.each([
    ["申込みの月より後の月", apply("2026-11", "2026-12", full), "late-payment-too-soon /details/until"],
    ["月が逆", apply("2026-02", "2026-01", full), "months-reversed /details/until"],
    [
      "老齢基礎年金の受給権者",
      apply("2026-01", "2026-02", full, { atCounter: { receivesOldAgeBasic: true } }),
      "old-age-received /atCounter/receivesOldAgeBasic",
    ],
  ])("%s は断る", (_, decision, reason) => {
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual([`refuse ${reason}`]);
  });
});
