import { describe, expect, it } from "vitest";
import type { BenefitKind } from "../../../shared/domain/benefits.ts";
import { afterwards, fold, reasonsOf } from "./decide.ts";
import { claims, claimWith, codesOf, decided, recipientsAfter } from "./decide-claims.ts";
import { awarded, goodClaims } from "./good-claims.ts";

describe.each(claims.filter((flow) => flow !== "recipient-death-report"))("%s", (flow) => {
  it("registers somebody not on file, with their right", () => {
    const after = fold(afterwards([], decided(flow, {}, [])));
    expect(after.facts).toMatchObject({ atenaNumber: goodClaims[flow].body.person.atenaNumber });
    expect(after.recipients).toHaveLength(1);
  });
});

describe("裁定請求の後の受給権", () => {
  it.each([
    ["old-age-pension-claim", "old-age", { entitledOn: "2026-05-04", startMonth: "2026-06", claimedOn: "2026-11-20" }],
    [
      "disability-pension-claim",
      "disability",
      { certifiedOn: "2025-10-15", entitledOn: "2026-11-20", startMonth: "2026-12" },
    ],
    ["disability-before-20-claim", "disability-before-20", { certifiedOn: "2005-05-04", startMonth: "2026-12" }],
    ["survivor-pension-claim", "survivor", { entitledOn: "2026-11-16", startMonth: "2026-12" }],
    ["widow-pension-claim", "widow", { entitledOn: "2026-11-16", startMonth: "2026-12" }],
    ["death-lump-sum-claim", "death-lump-sum", { entitledOn: "2026-11-16", claimedOn: "2026-11-20" }],
    ["special-disability-claim", "special-disability", { certifiedOn: "1989-12-01", startMonth: "2026-12" }],
  ] as const)("%s は %s の請求中の受給権を始める", (flow, kind, facts) => {
    const [right, ...others] = recipientsAfter(flow);
    expect(right).toMatchObject({ kind, seq: 1, facts, history: [{ change: "claimed" }] });
    expect(others).toEqual([]);
  });

  it.each([
    ["old-age-pension-claim", "old-age"],
    ["disability-pension-claim", "disability-before-20"],
    ["disability-before-20-claim", "special-disability"],
    ["special-disability-claim", "disability"],
    ["survivor-pension-claim", "survivor"],
    ["widow-pension-claim", "widow"],
  ] as const)("%s は %s の記録があれば断る。失権していれば受け付ける", (flow, kind) => {
    const events = goodClaims[flow].events;
    expect(reasonsOf(decided(flow, {}, [...events, awarded(kind)]))).toContain(
      "refuse right-already /person/atenaNumber",
    );
    const ended = awarded(kind, { forfeiture: "death", forfeitedOn: "2021-01-01" });
    expect(decided(flow, {}, [...events, ended]).outcome).toBe("accept");
  });

  it("ほかの年金の受給権があれば、選択申出書が要ることを知らせる", () => {
    const events = [...goodClaims["survivor-pension-claim"].events, awarded("disability")];
    expect(reasonsOf(decided("survivor-pension-claim", {}, events))).toContain("notice choose-one-pension");
    expect(recipientsAfter("survivor-pension-claim", {}, events).map(({ kind, seq }) => [kind, seq])).toEqual([
      ["disability", 1],
      ["survivor", 2],
    ]);
  });
});

describe("区が受け付けるか、年金事務所か", () => {
  const elsewhere = (place: string) => `refuse belongs-to-pension-office ${place}`;
  const acquired = (category: "2" | "3") =>
    ({ kind: "acquired", on: "2010-04-01", category, cause: "moved-into-japan" }) as never;

  it.each([
    ["old-age-pension-claim", { employeesMonths: 1 }, "/atCounter/employeesMonths"],
    ["old-age-pension-claim", { category3Months: 1 }, "/atCounter/employeesMonths"],
    ["disability-pension-claim", { firstVisitUnder: "2" }, "/atCounter/firstVisitUnder"],
    ["disability-pension-claim", { firstVisitUnder: "3" }, "/atCounter/firstVisitUnder"],
    ["survivor-pension-claim", { deceasedCategory: "3" }, "/atCounter/deceasedEmployeesMonths"],
    ["survivor-pension-claim", { deceasedEmployeesMonths: 12 }, "/atCounter/deceasedEmployeesMonths"],
    ["recipient-change", { receivesOtherScheme: true }, "/atCounter/receivesOtherScheme"],
    ["unpaid-pension-claim", { receivesOtherScheme: true }, "/atCounter/receivesOtherScheme"],
  ] as const)("%s: %j は年金事務所", (flow, seen, place) => {
    const decision = decided(flow, claimWith(flow, { seen }));
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain(elsewhere(place));
    expect(decision.reasons.find(({ code }) => code === "belongs-to-pension-office")?.message).toMatch(
      /年金事務所.*案内/,
    );
  });

  it.each(["2", "3"] as const)("記録に第%s号の期間があれば、届書の答えによらず老齢は年金事務所", (category) => {
    const events = [...goodClaims["old-age-pension-claim"].events, acquired(category)];
    expect(reasonsOf(decided("old-age-pension-claim", {}, events))).toContain(elsewhere("/person/atenaNumber"));
  });

  it("寡婦年金・死亡一時金は厚生年金の月を聞かない", () => {
    for (const flow of ["widow-pension-claim", "death-lump-sum-claim"] as const)
      expect(decided(flow, claimWith(flow, {})).outcome).toBe("accept");
  });
});

describe("老齢基礎年金の請求", () => {
  const flow = "old-age-pension-claim";

  it.each([
    ["1966-11-21", "notice old-age-early", "2026-11-20", "2026-12"],
    ["1961-11-21", "notice payments-none", "2026-11-20", "2026-12"],
  ])("生まれ %s", (birthDate, code, entitledOn, startMonth) => {
    const person = { ...goodClaims[flow].body.person, birthDate };
    const decision = decided(flow, { person }, []);
    expect(decision.outcome).toBe("accept");
    if (code !== "notice payments-none") expect(reasonsOf(decision)).toContain(code);
    expect(fold(afterwards([], decision)).recipients[0]?.facts).toMatchObject({ entitledOn, startMonth });
  });

  it("60歳前は断る", () => {
    const person = { ...goodClaims[flow].body.person, birthDate: "1966-11-22" };
    expect(reasonsOf(decided(flow, { person }, []))).toContain("refuse under-60 /atCounter/qualifyingMonths");
  });

  it("119月は断り、120月は受け付ける", () => {
    expect(codesOf(flow, { seen: { qualifyingMonths: 119 } })).toEqual([
      "refuse qualifying-period-short /atCounter/qualifyingMonths",
    ]);
    expect(codesOf(flow, { seen: { qualifyingMonths: 120 } })).toEqual([]);
  });

  it("繰下げは66歳から。受給権発生日は65歳のまま、支給は請求の翌月から", () => {
    const person = { ...goodClaims[flow].body.person, birthDate: "1956-05-05" };
    const decision = decided(flow, { person, ...claimWith(flow, { seen: { deferred: true } }) }, []);
    expect(reasonsOf(decision)).toContain("notice old-age-late");
    expect(fold(afterwards([], decision)).recipients[0]?.facts).toMatchObject({
      entitledOn: "2021-05-04",
      startMonth: "2026-12",
    });
    expect(codesOf(flow, { seen: { deferred: true } })).toEqual(["notice deferral-too-early"]);
  });

  it("5年より前の分が支払われないことを知らせる", () => {
    const person = { ...goodClaims[flow].body.person, birthDate: "1956-05-05" };
    expect(reasonsOf(decided(flow, { person }, []))).toEqual(["notice payments-lapsed"]);
  });

  it("月数が分からなければ補正待ち", () => {
    for (const name of ["qualifyingMonths", "employeesMonths", "category3Months"])
      expect(codesOf(flow, { seen: { [name]: undefined } })).toEqual([`incomplete months-unknown /atCounter/${name}`]);
  });
});

describe("障害基礎年金の請求", () => {
  const flow = "disability-pension-claim";
  const atCertification = (firstVisitOn: string, certificateMadeOn: string, seen: object = {}) =>
    codesOf(flow, { details: { claimType: "at-certification", firstVisitOn }, seen: { certificateMadeOn, ...seen } });

  it("障害認定日(1年6か月)の前は断り、その日から受け付ける", () => {
    expect(atCertification("2025-05-21", "2026-11-20")).toContain(
      "refuse certification-day-not-reached /details/firstVisitOn",
    );
    expect(atCertification("2025-05-20", "2026-11-20")).toEqual(["notice contributions-by-two-thirds"]);
  });

  it("症状が固定した日が先なら、その日が障害認定日になる", () => {
    expect(atCertification("2026-01-10", "2026-08-01", { settledOn: "2026-07-15" })).toEqual([
      "notice contributions-by-two-thirds",
    ]);
  });

  it("認定日請求の診断書は認定日から3か月以内のもの。1年を過ぎると二つ要る", () => {
    expect(atCertification("2025-01-10", "2026-07-09")).toContain(
      "refuse certificate-not-of-certification /atCounter/certificateMadeOn",
    );
    expect(atCertification("2025-01-10", "2026-10-11")).toContain(
      "refuse certificate-not-of-certification /atCounter/certificateMadeOn",
    );
    const late = atCertification("2023-01-10", "2024-08-01");
    expect(late).toEqual(["incomplete document-missing /documents"]);
    const documents = [...goodClaims[flow].body.documents, "later-medical-certificate"];
    const change = {
      details: { claimType: "at-certification", firstVisitOn: "2023-01-10" },
      seen: { certificateMadeOn: "2024-08-01" },
    };
    expect(codesOf(flow, change, { documents })).toContain("notice both-certificates");
  });

  it("事後重症は65歳に達する日の前日まで", () => {
    const born = (birthDate: string) => ({ person: { ...goodClaims[flow].body.person, birthDate } });
    const sixties = { seen: { firstVisitUnder: "sixties" } };
    const codes = (birthDate: string) =>
      reasonsOf(decided(flow, { ...born(birthDate), ...claimWith(flow, sixties) }, []));
    expect(codes("1961-11-22")).toEqual(["notice contributions-by-two-thirds", "notice paid-from-claim"]);
    expect(codes("1961-11-21")).toEqual(["refuse claim-after-65 /filedOn"]);
  });

  it("繰上げの老齢基礎年金があれば事後重症は断る", () => {
    const person = { ...goodClaims[flow].body.person, birthDate: "1964-05-05" };
    const early = awarded("old-age", { entitledOn: "2025-06-01" });
    const registered = { kind: "registered", facts: person } as never;
    const over = { person, ...claimWith(flow, { seen: { firstVisitUnder: "1" } }) };
    expect(reasonsOf(decided(flow, over, [registered, early]))).toContain(
      "refuse early-old-age-received /details/claimType",
    );
  });

  it.each([
    ["2026-08-19", "incomplete certificate-too-old /atCounter/certificateMadeOn"],
    ["2026-11-24", "refuse certificate-in-future /atCounter/certificateMadeOn"],
    [undefined, "incomplete certificate-day-unknown /atCounter/certificateMadeOn"],
  ])("現症日 %s", (certificateMadeOn, reason) => {
    expect(codesOf(flow, { seen: { certificateMadeOn } })).toEqual([reason]);
  });

  it.each([
    [{ firstVisitOn: "2026-11-21" }, {}, "refuse first-visit-in-future /details/firstVisitOn"],
    [{ firstVisitOn: "1984-01-01" }, {}, "refuse first-visit-before-birth /details/firstVisitOn"],
    [{}, { firstVisitUnder: "uninsured" }, "refuse uninsured-at-first-visit /atCounter/firstVisitUnder"],
    [{}, { firstVisitUnder: "sixties" }, "refuse not-in-sixties /atCounter/firstVisitUnder"],
    [{}, { firstVisitUnder: undefined }, "incomplete first-visit-standing-unknown /atCounter/firstVisitUnder"],
    [{ firstVisitOn: "2005-05-03" }, {}, "refuse use-before-20-claim /details/firstVisitOn"],
  ])("%j %j: %s", (details, seen, reason) => {
    expect(codesOf(flow, { details, seen })).toContain(reason);
  });

  it("初診日の種別が記録と違えば確かめる", () => {
    const events = [
      ...goodClaims[flow].events,
      { kind: "acquired", on: "2015-04-01", category: "3", cause: "moved-into-japan" } as never,
    ];
    expect(reasonsOf(decided(flow, {}, events))).toEqual([
      "incomplete first-visit-category-differs /atCounter/firstVisitUnder",
    ]);
  });

  it.each([
    [{ insuredMonths: 120, fulfilledMonths: 80, lastYearUnpaid: true }, "contributions-by-two-thirds"],
    [{ insuredMonths: 120, fulfilledMonths: 79, lastYearUnpaid: false }, "contributions-by-last-year"],
    [{ insuredMonths: 120, fulfilledMonths: 79, lastYearUnpaid: true }, "contributions-unfulfilled"],
    [undefined, "contributions-unchecked"],
  ])("納付 %j は知らせるだけ: %s", (contributions, code) => {
    expect(codesOf(flow, { seen: { contributions } })).toContain(`notice ${code}`);
  });

  it("20歳前傷病は初診日が20歳前のときだけ", () => {
    expect(codesOf("disability-before-20-claim", { details: { firstVisitOn: "2005-05-03" } })).not.toContain(
      "refuse first-visit-after-20 /details/firstVisitOn",
    );
    expect(codesOf("disability-before-20-claim", { details: { firstVisitOn: "2005-05-04" } })).toContain(
      "refuse first-visit-after-20 /details/firstVisitOn",
    );
  });
});

describe("額改定請求", () => {
  it.each([
    ["disability-revision-claim", "disability"],
    ["special-revision-claim", "special-disability"],
  ] as const)("%s は裁定から1年。明らかな増進なら待たない。1級からは上がらない", (flow, kind: BenefitKind) => {
    const settled = (on: string, facts: object = {}) => {
      const event = awarded(kind, kind === "special-disability" ? facts : { ...facts, adjudicatedOn: on });
      return [...goodClaims[flow].events.slice(0, 1), { ...event, on } as never];
    };
    expect(reasonsOf(decided(flow, {}, settled("2025-11-21")))).toEqual(["refuse within-one-year /filedOn"]);
    expect(reasonsOf(decided(flow, {}, settled("2025-11-20")))).toEqual([]);
    const obvious = claimWith(flow, { seen: { obviousWorsening: true } });
    expect(reasonsOf(decided(flow, obvious, settled("2026-10-01")))).toEqual([]);
    expect(reasonsOf(decided(flow, {}, settled("2020-01-01", { grade: 1 })))).toEqual([
      "refuse revision-not-open /details",
    ]);
  });
});

describe("障害状態確認届", () => {
  it.each([
    ["disability-state-report", "disability"],
    ["special-state-report", "special-disability"],
  ] as const)("%s の診断書は提出期限の前3か月以内", (flow, kind) => {
    const due = (nextCertificateMonth: string) => [
      ...goodClaims[flow].events.slice(0, 1),
      awarded(kind, { nextCertificateMonth }),
    ];
    const made = (certificateMadeOn: string) => claimWith(flow, { seen: { certificateMadeOn } });
    expect(reasonsOf(decided(flow, made("2026-08-30"), due("2026-11")))).toEqual([
      "incomplete certificate-too-old /atCounter/certificateMadeOn",
    ]);
    expect(reasonsOf(decided(flow, made("2026-08-31"), due("2026-11")))).toEqual([]);
    expect(reasonsOf(decided(flow, made("2026-10-01"), due("2026-10")))).toEqual(["notice certificate-overdue"]);
  });
});
