import { describe, expect, it } from "vitest";
import { afterwards, application, decide, fold, form, reasonsOf, registeredAs, somebody } from "./decide.ts";
import { claimWith, codesOf, decided, recipientsAfter } from "./decide-claims.ts";
import { awarded, goodClaims } from "./good-claims.ts";
import { earning, incomesOf } from "./income-examples.ts";

const flow = "special-disability-claim";

describe("特別障害給付金の認定請求", () => {
  it.each([
    [{ firstVisitOn: "1991-03-31", enrolledUntil: undefined }, "student", undefined],
    [{ firstVisitOn: "1991-04-01", enrolledUntil: undefined }, "student", "refuse first-visit-too-late"],
    [{ firstVisitOn: "1990-04-01" }, "student", "refuse not-student-at-first-visit"],
    [{ firstVisitOn: "1986-03-31" }, "student", "refuse use-before-20-claim"],
    [{ schoolName: undefined }, "student", "incomplete school-unknown"],
    [{ firstVisitOn: "1986-04-01" }, "spouse", "refuse first-visit-too-late"],
  ])("%j %s: %s", (details, group, reason) => {
    const codes = codesOf(flow, { details, seen: { group } });
    if (reason === undefined) expect(codes).toEqual(goodClaims[flow].told);
    else expect(codes.filter((code) => code.startsWith(reason))).toHaveLength(1);
  });

  it("配偶者は昭和61年3月31日までの初診日で、別の書類が要る", () => {
    const person = { ...goodClaims[flow].body.person, birthDate: "1963-05-05" };
    const details = {
      firstVisitOn: "1986-03-31",
      schoolName: undefined,
      enrolledFrom: undefined,
      enrolledUntil: undefined,
    };
    const claim = { person, ...claimWith(flow, { details, seen: { group: "spouse" } }) };
    expect(reasonsOf(decided(flow, claim, []))).toEqual([
      "incomplete document-missing /documents",
      "incomplete document-missing /documents",
    ]);
    const documents = [...goodClaims[flow].body.documents, "spouse-pension-proof", "family-register"];
    expect(decided(flow, { ...claim, documents }, []).outcome).toBe("accept");
  });

  it.each([
    [{ group: undefined }, "incomplete group-unknown /atCounter/group"],
    [{ enrolledVoluntarily: undefined }, "incomplete voluntary-enrolment-unknown /atCounter/enrolledVoluntarily"],
    [{ enrolledVoluntarily: true }, "refuse enrolled-at-first-visit /atCounter/enrolledVoluntarily"],
  ])("%j: %s", (seen, reason) => {
    expect(codesOf(flow, { seen })).toContain(reason);
  });

  it("65歳に達する日の前日まで", () => {
    const born = (birthDate: string) => {
      const person = { ...goodClaims[flow].body.person, birthDate };
      return reasonsOf(decided(flow, { person }, []));
    };
    expect(born("1961-11-21")).toContain("refuse claim-after-65 /filedOn");
    expect(born("1961-11-22")).not.toContain("refuse claim-after-65 /filedOn");
  });

  it("記録には学校と初診日が残り、通帳と区分は残らない", () => {
    expect(recipientsAfter(flow)[0]?.facts).toEqual({
      ...goodClaims[flow].body.details,
      certifiedOn: "1989-12-01",
      claimedOn: "2026-11-20",
      startMonth: "2026-12",
    });
  });

  it.each([
    [0, "suspension-none"],
    [4_200_000, "suspension-half"],
    [9_000_000, "suspension-all"],
  ])("所得 %i 円: %s", (yen, code) => {
    const { body, events } = goodClaims[flow];
    expect(reasonsOf(decide(flow, body, events, undefined, incomesOf(earning(yen))))).toContain(`notice ${code}`);
  });

  it("控除で変わる所得では見込みを出さない", () => {
    const { body, events } = goodClaims[flow];
    const income = incomesOf(earning(4_200_000, { incomeAfterDeductions: 3_000_000 }));
    expect(reasonsOf(decide(flow, body, events, undefined, income))).toContain("notice suspension-unsure");
  });
});

describe("受給者の変更の届", () => {
  const known = registeredAs(somebody);
  const pension = (details: object, documents: string[] = []) =>
    decide("recipient-change", form({ details: { kind: "disability", ...details }, documents }), [
      known,
      awarded("disability", { bank: "架空銀行" }),
    ]);
  const name = { newName: "年金　太郎", newNameKana: "ネンキン　タロウ" };

  it("氏名と口座を変え、どちらも履歴に残る", () => {
    const decision = pension({ ...name, bank: "架空信用金庫" }, ["residence-record", "bank-account-proof"]);
    const after = fold(afterwards([known, awarded("disability")], decision));
    expect(after.facts).toMatchObject({ name: name.newName, nameKana: name.newNameKana });
    expect(after.recipients[0]?.facts).toMatchObject({ bank: "架空信用金庫" });
    expect(after.recipients[0]?.history.map(({ change }) => change)).toEqual([
      "awarded",
      "facts-reported",
      "account-changed",
    ]);
  });

  it.each([
    [{}, "incomplete nothing-changed /details"],
    [{ newName: name.newName }, "incomplete name-half-given /details/newName"],
    [{ newAddress: "目黒区上目黒9丁目9番9号" }, "incomplete address-half-given /details/newAddress"],
    [name, "incomplete document-missing /documents"],
    [{ bank: "架空信用金庫" }, "incomplete document-missing /documents"],
  ])("%j: %s", (details, reason) => {
    expect(reasonsOf(pension(details))).toContain(reason);
  });

  it("特別障害給付金の口座は、変わったことだけが残る", () => {
    const events = [known, awarded("special-disability")];
    const decision = decide(
      "special-recipient-change",
      form({ atCounter: { accountChanged: true }, documents: ["bank-account-proof"] }),
      events,
    );
    expect(decision).toMatchObject({ events: [{ change: "account-changed", right: { facts: {} } }] });
    const neither = decide("special-recipient-change", form(), events);
    expect(reasonsOf(neither)).toEqual(["incomplete nothing-changed /details"]);
  });
});

describe("いくつもの受給権", () => {
  const events = [registeredAs(somebody), awarded("disability"), awarded("disability", {}, 2)];
  const asked = (details: object) =>
    decide("pension-certificate-reissue", application({ details: { kind: "disability", ...details } }), events);

  it("は連番で選び、ほかの連番は受け付けない", () => {
    expect(reasonsOf(asked({}))).toEqual(["incomplete several-rights /details/seq"]);
    expect(reasonsOf(asked({ seq: 3 }))).toEqual(["incomplete no-such-right /details/seq"]);
    expect(asked({ seq: 2 })).toMatchObject({ events: [{ right: { seq: 2 } }] });
  });
});

describe("支給停止と加算の届", () => {
  const events = [registeredAs(somebody), awarded("old-age"), awarded("survivor", {}, 2)];

  it.each([
    ["old-age", "below-grade", false],
    ["old-age", "other-pension", true],
    ["survivor", "detained", false],
    ["survivor", "workers-compensation", true],
  ])("%s の %s", (kind, suspensionType, fits) => {
    const decision = decide("suspension-reason-start", form({ details: { kind, suspensionType } }), events);
    expect(reasonsOf(decision).includes("refuse reason-not-of-kind /details/suspensionType")).toBe(!fits);
    if (fits) expect(decision).toMatchObject({ events: [{ right: { facts: { suspensionMonth: "2026-12" } } }] });
  });

  it("子の年齢を見る。減少の届では聞かない", () => {
    const child = (change: string, childBornOn?: string) =>
      reasonsOf(
        decide(
          "addition-change",
          form({
            details: { kind: "survivor", change },
            documents: ["family-register"],
            atCounter: childBornOn === undefined ? {} : { childBornOn },
          }),
          events,
        ),
      );
    expect(child("addition-started", "2008-04-01")).toEqual(["refuse child-grown /atCounter/childBornOn"]);
    expect(child("addition-started", "2008-04-02")).toEqual(["notice amount-from-next-month"]);
    expect(child("addition-started")).toEqual(["incomplete child-birth-unknown /atCounter/childBornOn"]);
    expect(child("addition-ended")).toEqual(["notice amount-from-next-month"]);
  });

  it("診断書で解く支給停止は、それを知らせる", () => {
    const stopped = [registeredAs(somebody), awarded("disability", { suspensionType: "below-grade" })];
    const decision = decide("suspension-reason-end", form({ details: { kind: "disability" } }), stopped);
    expect(reasonsOf(decision)).toEqual(["notice certificate-for-resumption"]);
    expect(fold(afterwards(stopped, decision)).recipients[0]?.facts.suspensionType).toBe("none");
  });
});
