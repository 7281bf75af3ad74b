import { describe, expect, it } from "vitest";
import {
  afterwards,
  application,
  decide,
  enrolled,
  exempted,
  fold,
  reasonsOf,
  reliefsBetween,
  wished,
} from "./decide.ts";

const full = [...enrolled, exempted("full", "2026-07", "2027-06")];
const cancel = (from: string, events: Parameters<typeof decide>[2] = full) =>
  decide("exemption-cancellation", application({ details: { from } }), events);

describe("免除・納付猶予取消申請書 (B11)", () => {
  it.each(["full", "deferment", "three-quarters", "half", "quarter"] as const)(
    "%s は、申請月の前月から取り消せる",
    (type) => {
      const events = [...enrolled, exempted(type, "2026-07", "2027-06")];
      const decision = cancel("2026-10", events);
      expect(decision).toMatchObject({
        outcome: "accept",
        events: [{ kind: "exemption-ended", type, lastMonth: "2026-09", cause: "cancelled" }],
      });
      expect(reasonsOf(decision)).toEqual(["notice premiums-due-again"]);
      expect(reliefsBetween(afterwards(events, decision), "2026-09", "2026-11")).toEqual({
        "2026-09": type,
        "2026-10": null,
        "2026-11": null,
      });
    },
  );

  it("後の月から取り消すこともできる", () => {
    expect(cancel("2027-01")).toMatchObject({ events: [{ lastMonth: "2026-12" }] });
  });

  it("取消しの月に及ぶ免除は、種別ごとに一つずつ、すべて終わる", () => {
    const events = [
      ...full,
      exempted("quarter", "2027-07", "2028-06"),
      exempted("full", "2028-07", "2029-06"),
      exempted("full", "2025-07", "2026-06"),
    ];
    const decision = cancel("2026-11", events);
    expect(decision).toMatchObject({
      events: [
        { type: "full", lastMonth: "2026-10" },
        { type: "quarter", lastMonth: "2026-10" },
      ],
    });
    expect(fold(afterwards(events, decision)).reliefs.exemptions).toMatchObject([
      { from: "2026-07", until: "2026-10" },
      { from: "2025-07", until: "2026-06" },
    ]);
  });

  it("継続審査の希望も終わる。希望のない人には何も加えない", () => {
    const events = [...full, wished(true)];
    const after = afterwards(events, cancel("2026-10", events));
    expect(fold(after).reliefs.continuation).toBe(false);
    expect(cancel("2026-10")).toMatchObject({ events: [{ kind: "exemption-ended" }] });
  });

  it("法定免除・学生納付特例の月は変わらない", () => {
    const events = [
      ...full,
      exempted("statutory", "2026-11", null),
      exempted("student-deferment", "2026-10", "2026-10"),
    ];
    expect(reliefsBetween(afterwards(events, cancel("2026-10", events)), "2026-10", "2026-11")).toEqual({
      "2026-10": "student-deferment",
      "2026-11": "statutory",
    });
  });

  it.each([
    ["申請月の前々月", "2026-09", full, "cancellation-too-early"],
    ["免除のない人", "2026-10", enrolled, "no-exemption-to-cancel"],
    ["もう終わった免除", "2026-10", [...enrolled, exempted("half", "2025-07", "2026-06")], "no-exemption-to-cancel"],
    ["法定免除", "2026-10", [...enrolled, exempted("statutory", "2025-07", null)], "no-exemption-to-cancel"],
    [
      "学生納付特例",
      "2026-10",
      [...enrolled, exempted("student-deferment", "2026-04", "2027-03")],
      "no-exemption-to-cancel",
    ],
  ])("%s は取り消せない", (_, from, events, code) => {
    const decision = cancel(from, events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual([`refuse ${code} /details/from`]);
  });

  it("最後の月だけでも取り消せる", () => {
    const events = [...enrolled, exempted("full", "2025-11", "2026-10")];
    expect(cancel("2026-10", events).outcome).toBe("accept");
    expect(cancel("2026-11", events).outcome).toBe("refuse");
  });
});
