import { describe, expect, it } from "vitest";
import { reliefValues } from "../../../functions/transmittal/relief-values.ts";
import { incomeItems, incomeValues } from "../../../shared/documents/report-income-items.ts";
import { type LedgerEvent, ledgerEvent } from "../../../shared/domain/ledger-events.ts";
import { exampleIncome } from "./example-report.ts";

const events = (...given: object[]): LedgerEvent[] => given.map((event) => ledgerEvent.parse(event));
const exempted = (type: string, from: string, until: string | null, reason = "income") => ({
  kind: "exempted",
  type,
  from,
  until,
  reason,
});
const applied = { kind: "exemption-applied", on: "2026-11-20", from: "2026-07", until: "2027-06" };

describe("免除の届出の報告", () => {
  it("of 法定免除 says why and from when, and an end only where one is known", () => {
    const open = events(exempted("statutory", "2026-10", null, "disability-pension"));
    expect(reliefValues("statutory-exemption", { reason: "disability-pension" }, open)).toEqual({
      exemptionReason: "disability-pension",
      exemptionFrom: "2026-10",
    });
    const closed = events(exempted("statutory", "2026-04", "2026-10", "facility"));
    expect(reliefValues("statutory-exemption", {}, closed)).toMatchObject({ exemptionUntil: "2026-10" });
  });

  it("of 消滅, 取消し and 学特不該当 says the last month and the cause", () => {
    for (const [report, type, cause] of [
      ["statutory-exemption", "statutory", "livelihood-aid-ended"],
      ["exemption-application", "full", "cancelled"],
      ["student-deferment", "student-deferment", "no-longer-student"],
    ] as const) {
      const ended = events({ kind: "exemption-ended", type, lastMonth: "2026-11", cause });
      expect(reliefValues(report, {}, ended)).toEqual({ exemptionUntil: "2026-11", exemptionEnd: cause });
    }
  });

  it("of 納付申出 says its months apart from those of the 免除", () => {
    const chosen = events({ kind: "payment-chosen", on: "2026-11-20", from: "2026-12", until: null });
    expect(reliefValues("statutory-exemption", { from: "2026-12" }, chosen)).toEqual({ paymentFrom: "2026-12" });
    const until = events({ kind: "payment-chosen", on: "2026-11-20", from: "2026-12", until: "2027-03" });
    expect(reliefValues("statutory-exemption", {}, until)).toMatchObject({ paymentUntil: "2027-03" });
    const ended = events({ kind: "payment-choice-ended", lastMonth: "2027-01" });
    expect(reliefValues("statutory-exemption", { until: "2027-01" }, ended)).toEqual({ paymentUntil: "2027-01" });
  });

  const application = {
    from: "2026-07",
    until: "2027-06",
    wish: ["full", "three-quarters"],
    spouse: { name: "年金　花子", birthDate: "1990-02-28", individualNumber: "123456789018" },
    headOfHousehold: "other",
    grounds: [
      { whose: "applicant", reason: "unemployment" },
      { whose: "head", reason: "disaster" },
    ],
    continuation: false,
  };

  it("of 申請 says what is asked for and by whom, and the ward's estimate apart from it", () => {
    const said = reliefValues(
      "exemption-application",
      application,
      events({ ...applied, wish: application.wish }, exempted("full", "2026-07", "2027-06", "unemployment")),
    );
    expect(said).toEqual({
      appliedFrom: "2026-07",
      appliedUntil: "2027-06",
      wish: "full,three-quarters",
      spouseName: "年金　花子",
      spouseBirthDate: "1990-02-28",
      spouseIndividualNumber: "123456789018",
      headOfHousehold: "other",
      grounds: "applicant:unemployment,head:disaster",
      continuation: "not-wished",
      estimate1Kind: "full",
      estimate1From: "2026-07",
      estimate1Until: "2027-06",
    });
  });

  it("of 申請 without wish, spouse and grounds leaves them blank", () => {
    const plain = { ...application, wish: [], spouse: null, grounds: [], headOfHousehold: "self", continuation: true };
    expect(reliefValues("exemption-application", plain, events({ ...applied, wish: [] }))).toEqual({
      appliedFrom: "2026-07",
      appliedUntil: "2027-06",
      headOfHousehold: "self",
      continuation: "wished",
    });
  });

  it("tells months of one kind as one span, whatever each was decided on", () => {
    const said = reliefValues(
      "exemption-application",
      {},
      events(
        exempted("full", "2027-01", "2027-06"),
        exempted("full", "2026-07", "2026-12", "unemployment"),
        exempted("half", "2026-05", "2026-05"),
      ),
    );
    expect(said).toEqual({
      estimate1Kind: "half",
      estimate1From: "2026-05",
      estimate1Until: "2026-05",
      estimate2Kind: "full",
      estimate2From: "2026-07",
      estimate2Until: "2027-06",
    });
  });

  it("leaves an estimate of more than four spans out whole, never half", () => {
    const spans = ["2026-07", "2026-09", "2026-11", "2027-01"].map((month) => exempted("full", month, month));
    expect(Object.keys(reliefValues("exemption-application", {}, events(...spans)))).toHaveLength(12);
    const more = events(...spans, exempted("full", "2027-03", "2027-03"));
    expect(reliefValues("exemption-application", {}, more)).toEqual({});
  });

  it("of 継続審査 tells 申出 and 取下げ apart", () => {
    const said = (wished: boolean) =>
      reliefValues("exemption-application", {}, events({ kind: "continuation-wished", on: "2026-11-20", wished }));
    expect([said(true), said(false)]).toEqual([{ continuation: "wished" }, { continuation: "not-wished" }]);
  });

  it("of 学特 says the school and the time of study", () => {
    const details = {
      schoolName: "例示大学",
      schoolAddress: "東京都目黒区駒場9-9-9",
      enrolment: { from: "2024-04", until: "2028-03" },
      grounds: [],
    };
    expect(reliefValues("student-deferment", details, events({ ...applied, wish: [] }))).toEqual({
      appliedFrom: "2026-07",
      appliedUntil: "2027-06",
      schoolName: "例示大学",
      schoolAddress: "東京都目黒区駒場9-9-9",
      enrolmentFrom: "2024-04",
      enrolmentUntil: "2028-03",
    });
  });

  it("of 産前産後 says the day and what day it is, and of a change the day it was recorded for", () => {
    const recorded = events({
      kind: "maternity-exempted",
      on: "2026-12-20",
      type: "multiple",
      from: "2026-09",
      until: "2027-02",
      was: "2026-12-01",
    });
    const details = { recordedOn: "2026-12-01", day: "2026-12-20", dayIs: "delivered", type: "multiple" };
    expect(reliefValues("family-exemption", details, recorded)).toEqual({
      maternityDay: "2026-12-20",
      maternityDayIs: "delivered",
      maternityDayWas: "2026-12-01",
      maternityType: "multiple",
      exemptionFrom: "2026-09",
      exemptionUntil: "2027-02",
    });
  });

  it("of 育児 says the child and who raises it, and of its end the last month", () => {
    const recorded = events({
      kind: "childcare-exempted",
      childBornOn: "2026-10-05",
      parent: "adoptive",
      adoptedOn: "2026-11-01",
      from: "2026-11",
      until: "2027-09",
      was: "2026-10-06",
    });
    const details = { recordedBornOn: "2026-10-06", childBornOn: "2026-10-05", parent: "adoptive" };
    expect(reliefValues("family-exemption", details, recorded)).toEqual({
      childBornOn: "2026-10-05",
      childBornWas: "2026-10-06",
      parent: "adoptive",
      adoptedOn: "2026-11-01",
      exemptionFrom: "2026-11",
      exemptionUntil: "2027-09",
    });
    const ended = { childBornOn: "2026-10-05", lastMonth: "2027-02", cause: "living-apart" };
    expect(
      reliefValues(
        "family-exemption",
        { childBornOn: "2026-10-05", cause: "living-apart" },
        events({ kind: "childcare-ended", ...ended }),
      ),
    ).toEqual({ childBornOn: "2026-10-05", exemptionUntil: "2027-02", childcareEnd: "living-apart" });
  });
});

describe("所得情報の報告", () => {
  it("says all that 別添1 lists, 0 where it is 0 and nothing where it is not known", () => {
    const said = incomeValues(2025, exampleIncome);
    expect(said).toMatchObject({
      incomeYear: "2025",
      insuredExists: "present",
      insuredIncome: "999999999",
      spouseIncome: "0",
      spouseDependants: "0",
      headCircumstance: "disabled",
      headElderly: "1",
      continuationReview: "marked",
      unidentifiedReason: "moved-in",
      refDeferment: "over",
      refStudent: "within",
    });
    const unknown = Object.keys(incomeItems).filter((item) => !Object.hasOwn(said, item));
    expect(unknown).toEqual(["headIncome", "headIncomeAfter", "refExemption"]);
  });

  it("never tells the dependants of the head, whom 別添1 has no item for", () => {
    expect(Object.keys(incomeValues(2025, exampleIncome))).not.toContain("headDependants");
    expect(Object.values(incomeValues(2025, exampleIncome))).not.toContain("7");
  });

  it("of someone without spouse, and who heads the household, leaves theirs blank", () => {
    const alone = { ...exampleIncome, spouse: null, head: null, unidentifiedReason: null };
    const said = Object.keys(incomeValues(2025, alone));
    expect(said.filter((item) => /^(?:spouse|head|unidentified)/.test(item))).toEqual([]);
  });

  it("that has not come yet says so, and no amount", () => {
    expect(incomeValues(2025, null)).toEqual({ incomeYear: "2025", unidentifiedReason: "not-received" });
  });
});
