import { describe, expect, it } from "vitest";
import type { IncomeRecord } from "../../../shared/domain/income-record.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { plainMonth } from "../../../shared/law/calendar.ts";
import { acquiredOn, application, decide, enrolled, reasonsOf, registered } from "./decide.ts";
import { earning, incomesOf } from "./income-examples.ts";

const details = (over: object = {}) => ({
  from: "2026-04",
  until: "2027-03",
  schoolName: "架空大学",
  schoolAddress: "目黒区上目黒9丁目9番9号",
  enrolment: { from: "2024-04", until: "2028-03" },
  grounds: [],
  ...over,
});

interface Filed {
  readonly details?: object;
  readonly atCounter?: object;
  readonly documents?: readonly string[];
  readonly income?: IncomeRecord | null;
  readonly events?: readonly LedgerEvent[];
  readonly over?: object;
}

const apply = ({ income = incomesOf(earning(0)), events = enrolled, over = {}, ...filed }: Filed = {}) =>
  decide(
    "student-deferment-application",
    application({
      details: details(filed.details),
      atCounter: { schoolKind: "university", ...filed.atCounter },
      documents: filed.documents ?? ["student-card"],
      ...over,
    }),
    events,
    "2026-11-23",
    income,
  );

const eventsOf = (decision: ReturnType<typeof apply>) => ("events" in decision ? decision.events : []);
const outcomes = (decision: ReturnType<typeof apply>) =>
  (decision.assessment ?? []).map(({ from, until, outcome }) => `${from} ${until} ${outcome}`);

describe("学生納付特例申請書 (B12)", () => {
  it("4月から翌年3月まで、本人の所得だけで判定する", () => {
    const decision = apply({
      income: incomesOf(earning(0), { spouse: earning(9e6), head: { ...earning(9e6), dependants: 0 } }),
    });
    expect(decision).toMatchObject({
      outcome: "accept",
      events: [
        { kind: "exemption-applied", from: "2026-04", until: "2027-03", wish: ["student-deferment"] },
        { kind: "exempted", type: "student-deferment", from: "2026-04", until: "2027-03", reason: "income" },
      ],
    });
    expect(decision.reasons.map(({ message }) => message)).toEqual([
      "2026年4月から2027年3月まで: 学生納付特例の見込みです(参考。決定は日本年金機構)",
    ]);
    expect(decision.assessment?.[0]).toMatchObject({ incomeYear: 2025, findings: [{ role: "applicant" }] });
  });

  it.each([
    [1_280_000, "student-deferment"],
    [1_280_001, "refused"],
  ])("控除後%i円は %s", (after, outcome) => {
    const income = incomesOf(earning(2_000_000, { incomeAfterDeductions: after }));
    expect(outcomes(apply({ income }))).toEqual([`2026-04 2027-03 ${outcome}`]);
  });

  it.each([
    ["学特年度をまたぐ", { from: "2026-03", until: "2026-04" }, "refuse not-one-application-year /details/until"],
    ["2年1か月より前", { from: "2024-09", until: "2025-03" }, "refuse month-too-old /details/from"],
    ["次の学特年度", { from: "2027-04", until: "2028-03" }, "refuse month-too-far /details/until"],
  ])("%s は受け付けない", (_, span, reason) => {
    const decision = apply({ details: span });
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual([reason]);
  });

  it("在学期間の外の月は除く", () => {
    const decision = apply({ details: { enrolment: { from: "2026-05", until: "2026-12" } } });
    expect(outcomes(decision)).toEqual(["2026-05 2026-12 student-deferment"]);
    expect(decision.reasons.map(({ message }) => message)).toContain(
      "2026年4月、2027年1月から2027年3月まで: 在学期間の外の月です。判定から除きます",
    );
  });

  it.each([
    ["在学期間の外の月だけ", { details: { enrolment: { from: "2024-04", until: "2026-03" } } }, "no-month-to-decide"],
    ["任意加入", { events: [registered, acquiredOn("2015-04-01", "voluntary")] }, "category-not-eligible"],
    [
      "もう学特を受けている",
      {
        events: [
          ...enrolled,
          {
            kind: "exempted",
            type: "student-deferment",
            from: plainMonth("2026-04"),
            until: plainMonth("2027-03"),
            reason: "income",
          } as LedgerEvent,
        ],
      },
      "no-month-to-decide",
    ],
  ])("%s なら受け付けない", (_, filed, code) => {
    const decision = apply(filed);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain(`refuse ${code} /details/from`);
  });

  it.each([
    ["university", undefined, "accept", undefined],
    ["high-school", undefined, "accept", undefined],
    ["special-training", undefined, "accept", undefined],
    ["miscellaneous", undefined, "incomplete", "incomplete school-unchecked /atCounter/schoolKind"],
    ["miscellaneous", true, "accept", undefined],
    ["other", false, "refuse", "refuse school-not-eligible /atCounter/isEligibleSchool"],
    ["university", false, "refuse", "refuse school-not-eligible /atCounter/isEligibleSchool"],
    [undefined, undefined, "incomplete", "incomplete school-unchecked /atCounter/schoolKind"],
  ])("学校の種類が %s (対象校の確認 %s) なら %s", (schoolKind, isEligibleSchool, outcome, reason) => {
    const decision = apply({ atCounter: { schoolKind, isEligibleSchool } });
    expect(decision.outcome).toBe(outcome);
    if (reason) expect(reasonsOf(decision)).toContain(reason);
  });

  it.each([["student-card"], ["enrolment-certificate"]])("学生証の写しか在学証明書のどちらかでよい: %s", (document) => {
    expect(apply({ documents: [document] }).outcome).toBe("accept");
    expect(reasonsOf(apply({ documents: [] }))).toContain("incomplete document-missing /documents");
  });

  it("学生納付特例事務法人の申請は、学生証も学校の確認も要らないが、指定を確かめる", () => {
    const of = (documents: string[]) =>
      apply({ over: { filer: "student-affairs-corporation" }, documents, atCounter: { schoolKind: undefined } });
    expect(of(["corporation-designation"]).outcome).toBe("accept");
    expect(of([]).reasons.map(({ message }) => message)).toContain(
      "添付書類「学生納付特例事務法人の指定の確認」がありません",
    );
  });

  it("日本年金機構のはがきによる申請は、学生証も学校の確認も要らない", () => {
    const decision = apply({ over: { channel: "jps-postcard" }, documents: [], atCounter: { schoolKind: undefined } });
    expect(decision.outcome).toBe("accept");
  });

  it("本人の失業の特例がある。ほかの人の事由は書けない", () => {
    const decision = apply({
      details: { grounds: [{ whose: "applicant", reason: "unemployment" }] },
      atCounter: { leftWorkOn: { applicant: "2026-09-30" } },
      documents: ["student-card", "separation-certificate"],
      income: incomesOf(earning(5_000_000)),
    });
    expect(outcomes(decision)).toEqual(["2026-04 2026-08 refused", "2026-09 2027-03 student-deferment"]);
    expect(eventsOf(decision)[1]).toMatchObject({ from: "2026-09", reason: "unemployment" });
    expect(() => apply({ details: { grounds: [{ whose: "head", reason: "aid" }] } })).toThrow();
  });

  it("未申告は0円とみなさず、補正を待つ", () => {
    const decision = apply({ income: incomesOf(earning(null), { unidentifiedReason: "not-declared" }) });
    expect(decision.outcome).toBe("incomplete");
    expect(outcomes(decision)).toEqual(["2026-04 2027-03 held"]);
  });

  it("在学期間の終わりは始まりより前にならない", () => {
    expect(() => apply({ details: { enrolment: { from: "2026-04", until: "2026-03" } } })).toThrow();
  });
});
