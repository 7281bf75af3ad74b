import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { acquiredOn, afterwards, fold, reasonsOf, registeredAs, somebody } from "./decide.ts";
import { claimWith, codesOf, decided, recipientsAfter } from "./decide-claims.ts";
import { awarded, goodClaims } from "./good-claims.ts";

describe("遺族基礎年金の請求", () => {
  const flow = "survivor-pension-claim";

  it.each([
    ["2008-11-16", "18歳の年度末は2027年3月31日", true],
    ["2008-04-02", "18歳の年度末は2027年3月31日", true],
    ["2008-04-01", "18歳の年度末は2026年3月31日", false],
  ])("子の生年月日 %s (%s)", (bornOn, _, counts) => {
    const codes = codesOf(flow, { seen: { children: [{ bornOn }] } });
    expect(codes.includes("refuse no-child /atCounter/children")).toBe(!counts);
  });

  it("障害のある子は20歳の前日まで。18歳の年度末を過ぎていれば診断書が要る", () => {
    const disabled = (bornOn: string) => ({ seen: { children: [{ bornOn, disabled: true }] } });
    expect(codesOf(flow, disabled("2006-11-16"))).toContain("refuse no-child /atCounter/children");
    expect(codesOf(flow, disabled("2007-01-10"))).toEqual(["incomplete document-missing /documents"]);
    const documents = [...goodClaims[flow].body.documents, "child-disability-certificate"];
    expect(codesOf(flow, disabled("2007-01-10"), { documents })).toContain("notice survivor-until");
    expect(codesOf(flow, disabled("2015-06-01"))).not.toContain("incomplete document-missing /documents");
  });

  it("子が請求するときは本人の年齢を見る", () => {
    const child = { seen: { claimant: "child", children: undefined } };
    expect(codesOf(flow, child)).toContain("refuse no-child /person/birthDate");
    const person = { ...somebody, birthDate: "2010-06-01" };
    const decision = decided(flow, { person, ...claimWith(flow, child) }, []);
    expect(reasonsOf(decision)).toContain("notice child-suspended-beside-spouse");
    expect(decision.outcome).toBe("accept");
  });

  it.each([
    [{ deceasedStanding: "none" }, "refuse deceased-outside-law /atCounter/deceasedStanding"],
    [{ deceasedStanding: undefined }, "incomplete survivor-facts-unknown /atCounter/deceasedStanding"],
    [{ claimant: undefined }, "incomplete survivor-facts-unknown /atCounter/claimant"],
    [{ children: undefined }, "incomplete survivor-facts-unknown /atCounter/children"],
    [{ deceasedCategory: undefined }, "incomplete survivor-facts-unknown /atCounter/deceasedCategory"],
    [{ deceasedEmployeesMonths: undefined }, "incomplete survivor-facts-unknown /atCounter/deceasedEmployeesMonths"],
    [{ sharedLivelihood: undefined }, "incomplete livelihood-unknown /atCounter/sharedLivelihood"],
    [{ sharedLivelihood: false }, "refuse livelihood-apart /atCounter/sharedLivelihood"],
  ])("%j: %s", (seen, reason) => {
    expect(codesOf(flow, { seen })).toEqual([reason]);
  });

  it("老齢年金の受給者などの死亡では納付要件を聞かない", () => {
    for (const deceasedStanding of ["old-age-recipient", "twenty-five-years"])
      expect(codesOf(flow, { seen: { deceasedStanding, contributions: undefined } })).toEqual([
        "notice survivor-income-limit",
        "notice survivor-until",
      ]);
  });
});

describe("寡婦年金と死亡一時金", () => {
  const widow = "widow-pension-claim";
  const lumpSum = "death-lump-sum-claim";

  it.each([
    [{ husbandMonths: 119 }, "refuse husband-under-ten-years /atCounter"],
    [{ marriageMonths: 119 }, "refuse marriage-under-ten-years /atCounter"],
    [{ husbandReceived: true }, "refuse husband-received /atCounter"],
    [{ husbandMonths: undefined }, "incomplete widow-facts-unknown /atCounter/husbandMonths"],
    [{ husbandReceived: undefined }, "incomplete widow-facts-unknown /atCounter/husbandReceived"],
  ])("寡婦年金 %j: %s", (seen, reason) => {
    expect(codesOf(widow, { seen })).toEqual([reason]);
  });

  const bornOn = (birthDate: string, sex: "male" | "female" = "female") => {
    const person = { ...goodClaims[widow].body.person, birthDate, sex };
    return [{ person }, [registeredAs(person)]] as const;
  };

  it("妻は65歳の前日まで。夫は請求できない", () => {
    expect(reasonsOf(decided(widow, ...bornOn("1961-11-17")))).toContain("refuse wife-over-sixty-four /atCounter");
    expect(decided(widow, ...bornOn("1961-11-18")).outcome).toBe("accept");
    expect(reasonsOf(decided(widow, ...bornOn("1965-05-05", "male")))).toContain("refuse wives-only /person/sex");
  });

  it("60歳前の妻には60歳に達した月の翌月から支給する", () => {
    expect(recipientsAfter(widow, ...bornOn("1970-05-05"))[0]?.facts).toMatchObject({ startMonth: "2030-06" });
    expect(recipientsAfter(widow, ...bornOn("1966-12-01"))[0]?.facts).toMatchObject({ startMonth: "2026-12" });
  });

  it("同じ死亡では一方だけ。支給の済んだ死亡一時金も、選んだことになる", () => {
    const paid = awarded("death-lump-sum", {
      entitledOn: "2026-11-16",
      forfeiture: "paid-once",
      forfeitedOn: "2026-11-18",
    });
    const events = goodClaims[widow].events;
    expect(reasonsOf(decided(widow, {}, [...events, paid]))).toEqual(["refuse other-chosen /person/atenaNumber"]);
    const claimed = awarded("widow", { entitledOn: "2026-11-16" });
    expect(reasonsOf(decided(lumpSum, {}, [...goodClaims[lumpSum].events, claimed]))).toEqual([
      "refuse other-chosen /person/atenaNumber",
    ]);
    const other = awarded("death-lump-sum", {
      entitledOn: "2020-01-01",
      forfeiture: "paid-once",
      forfeitedOn: "2020-05-01",
    });
    expect(decided(widow, {}, [...events, other]).outcome).toBe("accept");
  });

  it("繰上げの老齢基礎年金を受けていれば寡婦年金は断る", () => {
    const early = awarded("old-age", { entitledOn: "2026-01-10" });
    expect(reasonsOf(decided(widow, {}, [...goodClaims[widow].events, early]))).toContain(
      "refuse early-old-age-received /person/atenaNumber",
    );
  });

  it("死亡一時金は死亡の日の翌日から2年。2年前の応当日までに請求できる", () => {
    expect(codesOf(lumpSum, {}, { eventOn: "2024-11-20" })).toEqual(["notice lump-sum-estimate"]);
    expect(codesOf(lumpSum, {}, { eventOn: "2024-11-19" })).toEqual(["refuse claim-lapsed /filedOn"]);
  });

  const paid = (months: object) => ({ paid: 0, quarter: 0, half: 0, threeQuarters: 0, additional: 0, ...months });
  it.each([
    [{ months: paid({ paid: 35 }) }, "refuse lump-sum-months-short /atCounter/months"],
    [{ months: paid({ paid: 30, half: 11 }) }, "refuse lump-sum-months-short /atCounter/months"],
    [{ months: paid({ paid: 30, half: 12 }) }, "notice lump-sum-estimate"],
    [{ months: undefined }, "incomplete lump-sum-facts-unknown /atCounter/months"],
    [{ deceasedReceived: true }, "refuse deceased-received /atCounter/deceasedReceived"],
    [{ deceasedReceived: undefined }, "incomplete lump-sum-facts-unknown /atCounter/deceasedReceived"],
    [{ survivorPension: true }, "refuse survivor-pension-first /atCounter/survivorPension"],
    [{ survivorPension: undefined }, "incomplete lump-sum-facts-unknown /atCounter/survivorPension"],
    [{ relation: undefined }, "incomplete relation-unknown /atCounter/relation"],
    [{ relation: "sibling" }, "incomplete nearer-survivor-unknown /atCounter/nearerSurvivor"],
    [{ relation: "sibling", nearerSurvivor: true }, "refuse nearer-survivor /atCounter/nearerSurvivor"],
    [{ relation: "sibling", nearerSurvivor: false }, "notice lump-sum-estimate"],
  ])("死亡一時金 %j: %s", (seen, reason) => {
    expect(codesOf(lumpSum, { seen })).toEqual([reason]);
  });

  it("見込みの額を知らせる", () => {
    const seen = { months: paid({ paid: 180, additional: 36 }) };
    expect(decided(lumpSum, claimWith(lumpSum, { seen })).reasons[0]?.message).toContain("153,500円");
  });

  it("三親等内の親族は死亡一時金を請求できない(形式の誤り)", () => {
    expect(() => decided(lumpSum, claimWith(lumpSum, { seen: { relation: "within-third-degree" } }))).toThrow();
  });
});

describe("受給者の死亡", () => {
  const report = "recipient-death-report";
  const unpaid = "unpaid-pension-claim";
  const known = registeredAs(somebody);
  const file = (flow: typeof report | typeof unpaid, events: readonly LedgerEvent[], over: object = {}) =>
    decided(flow, { person: somebody, ...over }, events);

  it("死亡届は受給権をすべて、どの名簿のものも終わらせる", () => {
    const events = [known, awarded("disability"), awarded("old-age", {}, 2), awarded("special-disability")];
    const after = fold(afterwards(events, file(report, events))).recipients;
    expect(after.map(({ kind, facts }) => [kind, facts.forfeiture, facts.forfeitedOn])).toEqual([
      ["disability", "death", "2026-11-16"],
      ["old-age", "death", "2026-11-16"],
      ["special-disability", "death", "2026-11-16"],
    ]);
  });

  it("二度は受け付けない。記録のない受給者は年金の種類を聞く", () => {
    const dead = awarded("old-age", { forfeiture: "death", forfeitedOn: "2026-11-10" });
    expect(reasonsOf(file(report, [known, dead]))).toEqual(["refuse death-already-reported /person/atenaNumber"]);
    expect(reasonsOf(file(report, [known]))).toEqual(["incomplete right-kind-unknown /details/kind"]);
    const named = file(report, [known], { details: { kind: "old-age" } });
    expect(reasonsOf(named)).toEqual(["notice right-not-on-file /details", "notice unpaid-months"]);
    expect(fold(afterwards([known], named)).recipients).toMatchObject([
      { kind: "old-age", facts: { forfeiture: "death", forfeitedOn: "2026-11-16" } },
    ]);
  });

  it("被保険者でもあった人には資格喪失届も要ることを知らせる", () => {
    const acquired = acquiredOn("2015-04-01");
    expect(reasonsOf(file(report, [known, acquired, awarded("disability")]))).toContain("notice loss-also-due");
  });

  it.each([
    ["2026-11-16", "2026年10月から2026年11月までの2か月分"],
    ["2026-10-14", "2026年8月から2026年10月までの3か月分"],
    ["2026-10-15", "2026年10月の1か月分"],
  ])("死亡の日 %s の未支給は %s", (eventOn, words) => {
    const decision = file(report, [known, awarded("old-age")], { eventOn, filedOn: "2026-11-20" });
    expect(decision.reasons.find(({ code }) => code === "unpaid-months")?.message).toContain(words);
  });

  it("未支給の請求は死亡届を兼ね、死亡届の後にもできる", () => {
    const right = awarded("old-age");
    const reported = afterwards([known, right], file(report, [known, right]));
    for (const before of [[known, right], reported]) {
      const after = fold(afterwards(before, file(unpaid, before))).recipients;
      expect(after).toHaveLength(1);
      expect(after[0]?.facts).toMatchObject({ forfeiture: "death", forfeitedOn: "2026-11-16" });
      expect(after[0]?.history.at(-1)?.change).toBe("unpaid-claimed");
    }
  });

  it("死亡の日が記録と違えば確かめ、同じ請求は二度受け付けない", () => {
    const right = awarded("old-age");
    const reported = afterwards([known, right], file(report, [known, right], { eventOn: "2026-11-10" }));
    expect(reasonsOf(file(unpaid, reported))).toEqual(["incomplete death-day-differs /eventOn"]);
    const once = afterwards([known, right], file(unpaid, [known, right]));
    expect(reasonsOf(file(unpaid, once))).toEqual(["refuse unpaid-already /person/atenaNumber"]);
  });

  it("ほかの事由で失権していた年金には未支給がない(記録にない受給権として確かめる)", () => {
    const over = awarded("disability", { forfeiture: "below-grade-at-65", forfeitedOn: "2025-01-01" });
    const details = { kind: "disability" };
    expect(reasonsOf(file(unpaid, [known, over], { details }))).toContain("notice right-not-on-file /details");
  });

  it("5年を過ぎた未支給は断る", () => {
    const lapsed = (eventOn: string) => reasonsOf(file(unpaid, [known, awarded("old-age")], { eventOn }));
    expect(lapsed("2021-11-20")).not.toContain("refuse claim-lapsed /filedOn");
    expect(lapsed("2021-11-19")).toEqual(["refuse claim-lapsed /filedOn"]);
  });
});
