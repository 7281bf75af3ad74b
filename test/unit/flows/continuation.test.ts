import { describe, expect, it } from "vitest";
import {
  afterwards,
  application,
  decide,
  enrolled,
  exempted,
  fold,
  form,
  reasonsOf,
  reliefsBetween,
  wished,
} from "./decide.ts";

type Events = Parameters<typeof decide>[2];
const request = (events: Events) => decide("continuation-request", application(), events);
const withdraw = (events: Events) => decide("continuation-withdrawal", application(), events);
type Spans = readonly Parameters<typeof exempted>[];
const granted = (...spans: Spans) => [...enrolled, ...spans.map((span) => exempted(...span))];

describe("継続審査申出書 (B10-1)", () => {
  it.each([
    ["今年度の全額免除", granted(["full", "2026-07", "2027-06"])],
    ["今年度の納付猶予", granted(["deferment", "2026-10", "2027-06"])],
    ["前年度だけの全額免除", granted(["full", "2025-07", "2026-06"])],
    ["学特の後の全額免除", granted(["student-deferment", "2025-04", "2026-03"], ["full", "2026-04", "2026-06"])],
    ["一度取り下げた人", [...granted(["full", "2026-07", "2027-06"]), wished(true), wished(false)]],
  ])("%s は申し出られる", (_, events) => {
    const decision = request(events);
    expect(decision).toEqual({
      outcome: "accept",
      events: [{ kind: "continuation-wished", on: "2026-11-20", wished: true }],
      reasons: [],
    });
    expect(fold(afterwards(events ?? [], decision)).reliefs.continuation).toBe(true);
  });

  it.each([
    ["失業の特例による全額免除", granted(["full", "2026-07", "2027-06", "unemployment"]), ["hardship-not-continued"]],
    ["災害の特例による納付猶予", granted(["deferment", "2026-07", "2027-06", "disaster"]), ["hardship-not-continued"]],
    ["4分の3免除", granted(["three-quarters", "2026-07", "2027-06"]), ["partial-not-continued"]],
    ["半額免除", granted(["half", "2026-07", "2027-06"]), ["partial-not-continued"]],
    ["学生納付特例", granted(["student-deferment", "2026-04", "2027-03"]), ["student-not-continued"]],
    [
      "学特から半額免除",
      granted(
        ["student-deferment", "2026-04", "2026-09"],
        ["half", "2026-10", "2027-03"],
        ["half", "2027-04", "2027-06"],
      ),
      ["student-not-continued", "partial-not-continued"],
    ],
    [
      "前年度は全額、今年度は半額",
      granted(["full", "2025-07", "2026-06"], ["half", "2026-07", "2027-06"]),
      ["partial-not-continued"],
    ],
    ["前々年度だけの全額免除", granted(["full", "2024-07", "2025-06"]), ["nothing-to-continue"]],
    ["法定免除だけの人", granted(["statutory", "2026-07", "2027-06"]), ["nothing-to-continue"]],
    ["免除のない人", enrolled, ["nothing-to-continue"]],
    ["すでに申し出た人", [...granted(["full", "2026-07", "2027-06"]), wished(true)], ["continuation-already"]],
  ])("%s は、理由を答えて断る", (_, events, codes) => {
    const decision = request(events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(codes.map((code) => `refuse ${code} /eventOn`));
  });
});

describe("継続審査取下申出書 (B10-2)", () => {
  const asked = [...granted(["full", "2026-07", "2027-06"]), wished(true)];

  it("希望を取り下げ、受けている免除は変わらない", () => {
    const decision = withdraw(asked);
    expect(decision).toEqual({
      outcome: "accept",
      events: [{ kind: "continuation-wished", on: "2026-11-20", wished: false }],
      reasons: [],
    });
    const after = afterwards(asked, decision);
    expect(fold(after).reliefs.continuation).toBe(false);
    expect(reliefsBetween(after, "2026-12", "2027-01")).toEqual({ "2026-12": "full", "2027-01": "full" });
  });

  it.each([
    ["申出のない人", enrolled],
    ["もう取り下げた人", [...asked, wished(false)]],
  ])("%s は断る", (_, events) => {
    expect(reasonsOf(withdraw(events))).toEqual(["refuse continuation-not-wished /eventOn"]);
  });
});

describe("継続審査の結果の記録 (B10-3)", () => {
  const record = (details: object, events: Events, over: object = {}) =>
    decide("continued-exemption", form({ filer: "ex-officio", details, ...over }), events);
  const year = { from: "2026-07", until: "2027-06" };
  const wishing = (...spans: Spans) => [...granted(...spans), wished(true)];
  const fully = wishing(["full", "2025-07", "2026-06"]);

  it("承認された免除を、その年度の月に載せる。希望は続く", () => {
    const decision = record({ type: "full", ...year }, fully);
    expect(decision).toEqual({
      outcome: "accept",
      events: [{ kind: "exempted", type: "full", ...year, reason: "income" }],
      reasons: [],
    });
    const after = afterwards(fully, decision);
    expect(fold(after).reliefs.continuation).toBe(true);
    expect(reliefsBetween(after, "2026-06", "2026-07")).toEqual({ "2026-06": "full", "2026-07": "full" });
  });

  it("不承認なら免除は載らず、希望が終わる。次の年度は申請が要る", () => {
    const decision = record({ type: null, ...year }, fully);
    expect(decision).toMatchObject({ outcome: "accept", reasons: [] });
    const after = afterwards(fully, decision);
    expect(fold(after).reliefs.continuation).toBe(false);
    expect(reliefsBetween(after, "2026-07", "2026-07")).toEqual({ "2026-07": null });
  });

  it.each([
    ["猶予の後の全額", "full", wishing(["deferment", "2025-07", "2026-06"])],
    ["全額の後の猶予", "deferment", fully],
    ["半額の後の全額", "full", wishing(["half", "2025-07", "2026-06"])],
    ["失業による全額の後の全額", "full", wishing(["full", "2025-07", "2026-06", "unemployment"])],
    ["学特の後の猶予", "deferment", wishing(["student-deferment", "2025-04", "2026-03"])],
  ])("%s は、前年度の記録から続かないので補正待ちになる", (_, type, events) => {
    const decision = record({ type, ...year }, events);
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete continued-kind-differs /details/type"]);
  });

  it("猶予は猶予のまま続く", () => {
    expect(record({ type: "deferment", ...year }, wishing(["deferment", "2025-07", "2026-06"]))).toMatchObject({
      outcome: "accept",
      reasons: [],
    });
  });

  it("区の記録に申出や前年度の免除がなくても、日本年金機構の結果は記録し、そのことを知らせる", () => {
    const decision = record({ type: "full", ...year }, enrolled);
    expect(decision.outcome).toBe("accept");
    expect(reasonsOf(decision)).toEqual(["notice continuation-not-on-file", "notice earlier-year-not-on-file"]);
  });

  it.each([
    [
      "二つの年度",
      { from: "2026-06", until: "2026-08" },
      [...enrolled, wished(true)],
      "not-one-exemption-year /details/from",
    ],
    [
      "結果の日にまだ始まらない年度",
      { from: "2027-07", until: "2028-06" },
      fully,
      "not-one-exemption-year /details/from",
    ],
    ["月が逆", { from: "2026-09", until: "2026-08" }, fully, "months-reversed /details/until"],
    [
      "すでに免除の記録がある月",
      year,
      [...fully, exempted("quarter", "2027-06", "2027-06")],
      "exempted-already /details/from",
    ],
  ])("%s は断る", (_, months, events, reason) => {
    const decision = record({ type: "full", ...months }, events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual([`refuse ${reason}`]);
  });

  it("本人の届出ではない", () => {
    expect(reasonsOf(record({ type: "full", ...year }, fully, { filer: "insured" }))).toEqual([
      "refuse filer-not-allowed /filer",
    ]);
  });
});
