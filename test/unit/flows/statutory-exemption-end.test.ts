import { describe, expect, it } from "vitest";
import { afterwards, chosen, decide, enrolled, exempted, form, reasonsOf, reliefsBetween } from "./decide.ts";

const pensioner = [...enrolled, exempted("statutory", "2024-01", null)];
const end = (over: object = {}, events: Parameters<typeof decide>[2] = pensioner) =>
  decide("statutory-exemption-end", form({ details: { reason: "disability-pension-ended" }, ...over }), events);

describe("免除理由消滅届 (B02)", () => {
  it("消滅日の月まで免除し、翌月から納付が要る", () => {
    const decision = end();
    expect(decision).toMatchObject({
      outcome: "accept",
      events: [
        {
          kind: "exemption-ended",
          type: "statutory",
          lastMonth: "2026-11",
          cause: "disability-pension-ended",
          noticedOn: "2026-11-20",
        },
      ],
    });
    expect(reasonsOf(decision)).toEqual(["notice premiums-due-again"]);
    expect(decision.reasons[0]?.message).toContain("2026-12");
    expect(reliefsBetween(afterwards(pensioner, decision), "2026-10", "2026-12")).toEqual({
      "2026-10": "statutory",
      "2026-11": "statutory",
      "2026-12": null,
    });
  });

  it.each([
    ["disability-pension", "disability-pension-ended"],
    ["livelihood-aid", "livelihood-aid-ended"],
    ["facility", "left-facility"],
  ] as const)("%s の法定免除は %s で消滅し、ほかの理由では補正待ちになる", (reason, cause) => {
    const events = [...enrolled, exempted("statutory", "2024-01", null, reason)];
    for (const given of ["disability-pension-ended", "livelihood-aid-ended", "left-facility"]) {
      const decision = end({ details: { reason: given } }, events);
      if (given === cause) expect(decision.outcome).toBe("accept");
      else {
        expect(decision.outcome).toBe("incomplete");
        expect(reasonsOf(decision)).toEqual(["incomplete end-reason-differs /details/reason"]);
      }
    }
  });

  it.each([
    ["法定免除のない人", enrolled],
    ["もう終わった人", [...enrolled, exempted("statutory", "2024-01", "2026-06")]],
    ["全額免除だけの人", [...enrolled, exempted("full", "2026-07", "2027-06")]],
    ["消滅日より後に該当した人", [...enrolled, exempted("statutory", "2026-11", null)]],
  ])("%s の届出は断る", (_, events) => {
    const decision = end({}, events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(["refuse no-statutory-exemption /eventOn"]);
  });

  it("該当した月のうちに消滅したら、前月とその月だけが免除になる", () => {
    const events = [...enrolled, exempted("statutory", "2026-10", null)];
    const decision = end({}, events);
    expect(reliefsBetween(afterwards(events, decision), "2026-09", "2026-12")).toEqual({
      "2026-09": null,
      "2026-10": "statutory",
      "2026-11": "statutory",
      "2026-12": null,
    });
  });

  it.each([
    ["当分の間の", null],
    ["消滅の月より後に及ぶ", "2027-03"],
  ])("%s納付申出も終わり、次の法定免除に及ばない", (_, until) => {
    const events = [...pensioner, chosen("2026-04", until)];
    const decision = end({}, events);
    expect(decision).toMatchObject({ events: [{}, { kind: "payment-choice-ended", lastMonth: "2026-11" }] });
    const again = [...afterwards(events, decision), exempted("statutory", "2026-12", null, "facility")];
    expect(reliefsBetween(again, "2026-11", "2026-12")).toEqual({ "2026-11": null, "2026-12": "statutory" });
  });

  it("消滅の月までの納付申出は、そのまま残る", () => {
    expect(end({}, [...pensioner, chosen("2026-04", "2026-11")])).toMatchObject({
      events: [{ kind: "exemption-ended" }],
    });
  });

  it("一つの理由が消滅しても、別の理由の法定免除の記録は減らない", () => {
    const events = [
      ...enrolled,
      exempted("statutory", "2024-01", "2026-12", "livelihood-aid"),
      exempted("statutory", "2025-01", null),
    ];
    const after = afterwards(events, end({ eventOn: "2026-08-10" }, events));
    expect(reliefsBetween(after, "2026-11", "2027-01")).toEqual({
      "2026-11": "statutory",
      "2026-12": "statutory",
      "2027-01": null,
    });
  });
});
