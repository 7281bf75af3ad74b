import { describe, expect, it } from "vitest";
import {
  acquiredOn,
  afterwards,
  application,
  decide,
  enrolled,
  exempted,
  form,
  lostOn,
  reasonsOf,
  registered,
  reliefsBetween,
  startedIn,
} from "./decide.ts";

const papers = {
  "disability-pension": "disability-pension-certificate",
  "livelihood-aid": "public-assistance-certificate",
  facility: "facility-certificate",
};
type Ground = keyof typeof papers;

const filed = (reason: Ground, atCounter: object = {}, over: object = {}) =>
  form({ documents: [papers[reason]], details: { reason }, atCounter, ...over });
const inFacility = (over: object = {}) => filed("facility", {}, over);
const start = (body: object, events = enrolled) => decide("statutory-exemption-start", body, events);
const told = "notice paid-months-not-exempted";

describe("免除理由該当届 (B01)", () => {
  it.each([
    ["disability-pension", { pensionGrade: 1 }],
    ["disability-pension", { pensionGrade: 2 }],
    ["livelihood-aid", { livelihoodAid: true, foreigner: false }],
    ["facility", {}],
  ] as const)("%s %j は、該当日の月の前月から、終わりの決まらない法定免除になる", (reason, atCounter) => {
    const decision = start(filed(reason, atCounter));
    expect(decision).toMatchObject({
      outcome: "accept",
      events: [{ kind: "exempted", type: "statutory", from: "2026-10", until: null, reason, noticedOn: "2026-11-20" }],
    });
    expect(reasonsOf(decision)).toEqual([told]);
    expect(reliefsBetween(afterwards(enrolled, decision), "2026-09", "2026-12")).toEqual({
      "2026-09": null,
      "2026-10": "statutory",
      "2026-11": "statutory",
      "2026-12": "statutory",
    });
  });

  it.each([
    ["3級のみの障害年金", "disability-pension", { pensionGrade: 3 }, "grade-three-only", "89条1項1号"],
    ["生活扶助以外の扶助", "livelihood-aid", { livelihoodAid: false, foreigner: false }, "aid-by-application", "90条"],
    [
      "外国人の生活保護",
      "livelihood-aid",
      { livelihoodAid: true, foreigner: true },
      "foreigner-by-application",
      "90条",
    ],
  ] as const)("%s は法定免除にならず、どの道によるかを答える", (_, reason, atCounter, code, article) => {
    const decision = start(filed(reason, atCounter));
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual([`refuse ${code} /details/reason`]);
    expect(decision.reasons[0]?.article).toContain(article);
  });

  it.each([
    ["障害等級", "disability-pension", {}],
    ["扶助の種類", "livelihood-aid", { foreigner: false }],
    ["外国人の保護かどうか", "livelihood-aid", { livelihoodAid: true }],
  ] as const)("%s が分からないうちは補正待ちになる", (_, reason, atCounter) => {
    const decision = start(filed(reason, atCounter));
    expect(decision.outcome).toBe("incomplete");
    expect(reasonsOf(decision)).toEqual(["incomplete exemption-ground-unknown /atCounter"]);
  });

  it.each(Object.keys(papers) as Ground[])("%s の証明がなければ補正待ちになる", (reason) => {
    const seen = { pensionGrade: 2, livelihoodAid: true, foreigner: false };
    const others = Object.values(papers).filter((paper) => paper !== papers[reason]);
    expect(reasonsOf(start(filed(reason, seen, { documents: others })))).toEqual([
      "incomplete document-missing /documents",
    ]);
  });

  it("遅れた届出も受け付け、該当日から免除する", () => {
    const decision = start(inFacility({ eventOn: "2023-05-31" }));
    expect(decision).toMatchObject({ outcome: "accept", events: [{ from: "2023-04" }] });
    expect(reasonsOf(decision)).toEqual(["notice late-filing", told]);
  });

  it("第1号の月だけが免除になる: 第2号の間に該当した人は、第1号になった月から", () => {
    const events = [registered, acquiredOn("2015-04-01", "2"), acquiredOn("2026-10-05")];
    const decision = start(inFacility({ eventOn: "2026-03-10" }), events);
    expect(decision).toMatchObject({ outcome: "accept", events: [{ from: "2026-02" }] });
    expect(reliefsBetween(afterwards(events, decision), "2026-08", "2026-11")).toEqual({
      "2026-08": null,
      "2026-09": null,
      "2026-10": "statutory",
      "2026-11": "statutory",
    });
  });

  it("該当日に第1号だった人は、その後に種別が変わっていても届け出られる", () => {
    const events = [...enrolled, acquiredOn("2026-11-18", "2")];
    expect(start(inFacility(), events).outcome).toBe("accept");
  });

  it.each([
    ["nobody on file", [], ["refuse person-not-on-file /person/atenaNumber", "refuse not-enrolled /eventOn"]],
    ["資格を失った人", [...enrolled, lostOn("2020-01-01")], ["refuse not-enrolled /eventOn"]],
    ["第2号", [registered, acquiredOn("2015-04-01", "2")], ["refuse category-not-eligible /eventOn"]],
    ["第3号", [registered, acquiredOn("2015-04-01", "3")], ["refuse category-not-eligible /eventOn"]],
    ["任意加入", [registered, acquiredOn("2015-04-01", "voluntary")], ["refuse category-not-eligible /eventOn"]],
    [
      "法定免除の続いている人",
      [...enrolled, exempted("statutory", "2024-01", null)],
      ["refuse statutory-exemption-already /eventOn"],
    ],
  ])("%s の届出は断る", (_, events, reasons) => {
    const decision = start(inFacility(), events);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it("終わった法定免除の後には、改めて該当できる", () => {
    expect(start(inFacility(), [...enrolled, exempted("statutory", "2024-01", "2025-03")]).outcome).toBe("accept");
  });

  it("申請による免除・学特・付加保険料が重なるときは知らせ、月は法定免除になる", () => {
    const events = [
      ...enrolled,
      startedIn("2020-04"),
      exempted("half", "2025-07", "2026-06"),
      exempted("quarter", "2026-07", "2027-06"),
    ];
    const decision = start(inFacility(), events);
    expect(reasonsOf(decision)).toEqual([told, "notice replaces-other-exemption", "notice additional-premium-stops"]);
    expect(decision.reasons[1]?.message).toMatch(/^4分の1免除の月/);
    expect(reliefsBetween(afterwards(events, decision), "2026-06", "2026-10")).toEqual({
      "2026-06": "half",
      "2026-07": "quarter",
      "2026-08": "quarter",
      "2026-09": "quarter",
      "2026-10": "statutory",
    });
  });

  it("断る届出には、受け付けたときの知らせを添えない", () => {
    expect(reasonsOf(start(application({ filedOn: "2026-11-24", ...papersOf() })))).not.toContain(told);
  });
});

const papersOf = () => ({ documents: [papers.facility], details: { reason: "facility" } });
