import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { FileLayout } from "../../../shared/documents/layout.ts";
import { reportLayouts } from "../../../shared/documents/layouts/reports.ts";
import { composeMedia } from "../../../shared/documents/media.ts";
import { readRecord } from "../../../shared/documents/record-reader.ts";
import type { ReportItem, ReportKind } from "../../../shared/documents/report.ts";
import { reportForms } from "../../../shared/documents/report-forms.ts";
import { incomeItems, incomeValues } from "../../../shared/documents/report-income-items.ts";
import { composeReportPdf } from "../../../shared/documents/report-pdf.ts";
import { valueOnPaper } from "../../../shared/documents/report-values.ts";
import { type RecordItemId, recordItems } from "../../../shared/domain/record-items.ts";
import { exampleContext, exampleIncome, exampleReport } from "./example-report.ts";

type Values = Parameters<typeof exampleReport>[1];

const composed = (kind: ReportKind, values: Values = {}, form?: string) =>
  composeMedia(kind, [exampleReport(kind, values, "20261123-7K3M9Q", form)], exampleContext);

/** Bytes of the data record from position `from` (counted from 1, as docs/transmittal-layouts.md does). */
const bytesFrom = (kind: ReportKind, values: Values, from: number, width: number) => {
  const { length } = reportLayouts[kind].data;
  const start = length + 2 + from - 1;
  return new TextDecoder("shift_jis").decode(composed(kind, values).bytes.subarray(start, start + width));
};

const readBack = (kind: ReportKind, values: Values) => {
  const layout: FileLayout<ReportItem> = reportLayouts[kind];
  const { length } = layout.data;
  const read = readRecord(layout.data, composed(kind, values).bytes.subarray(length + 2, 2 * length + 2));
  if (!read.ok) throw new Error(read.message);
  return read.values;
};

const blank = (width: number) => " ".repeat(width);

describe("the medium of 免除", () => {
  it("has in 法定免除 the days, the reason and the months", () => {
    expect(bytesFrom("statutory-exemption", {}, 412, 43)).toBe(`202611012026112041202610${blank(19)}`);
    const chosen = { exemptionReason: undefined, exemptionFrom: undefined, paymentFrom: "2026-12" };
    const { bytes, stopped } = composed("statutory-exemption", chosen, "B03");
    expect(stopped).toEqual([]);
    const at = 602 + 442;
    expect(new TextDecoder().decode(bytes.subarray(at, at + 12))).toBe(`202612${blank(6)}`);
  });

  it("has in 申請 what is asked for, each list of codes in its order", () => {
    expect(bytesFrom("exemption-application", {}, 428, 24)).toBe(`202607202706111221${blank(4)}12`);
    expect(bytesFrom("exemption-application", {}, 452, 90)).toBe(`111212`.padEnd(90));
    const readable = readBack("exemption-application", {});
    expect([readable.wish, readable.grounds]).toEqual([
      "full,three-quarters,deferment",
      "applicant:unemployment,spouse:disaster",
    ]);
  });

  it("has an income of 0 as 0 and one that is not known as blank", () => {
    expect(bytesFrom("exemption-application", {}, 629, 30)).toBe("202519999999990012345674020001");
    expect(bytesFrom("exemption-application", {}, 659, 48)).toBe(`${"0".repeat(25)}${blank(18)}10100`);
    const late = Object.fromEntries(Object.keys(incomeItems).map((item) => [item, undefined]));
    const values = { ...late, ...incomeValues(2025, null) };
    expect(bytesFrom("exemption-application", values, 629, 84)).toBe(`2025${blank(75)}04${blank(3)}`);
    expect(composed("exemption-application", values).stopped).toEqual([]);
  });

  it("reads every income item back as it was told", () => {
    const said = incomeValues(2025, exampleIncome);
    const read = readBack("exemption-application", said);
    for (const item of Object.keys(incomeItems) as (keyof typeof incomeItems)[]) {
      const back = read[item];
      expect([item, /^\d+$/.test(back ?? "") ? String(Number(back)) : back]).toEqual([item, said[item]]);
    }
  });

  it("has in 産前産後 the day and what day it is", () => {
    expect(bytesFrom("family-exemption", {}, 428, 30)).toBe(`2026112027022026122011${blank(8)}`);
  });

  it.each([
    ["statutory-exemption", "B01", "exemptionReason"],
    ["statutory-exemption", "B01", "exemptionFrom"],
    ["statutory-exemption", "B02", "exemptionUntil"],
    ["statutory-exemption", "B02", "exemptionEnd"],
    ["statutory-exemption", "B03", "paymentFrom"],
    ["statutory-exemption", "B04", "paymentUntil"],
    ["exemption-application", "B05", "appliedFrom"],
    ["exemption-application", "B05", "continuation"],
    ["exemption-application", "B05", "headOfHousehold"],
    ["exemption-application", "B05", "incomeYear"],
    ["exemption-application", "B10-1", "continuation"],
    ["exemption-application", "B10-2", "continuation"],
    ["exemption-application", "B11", "exemptionUntil"],
    ["student-deferment", "B12", "schoolName"],
    ["student-deferment", "B12", "enrolmentFrom"],
    ["student-deferment", "B13", "exemptionEnd"],
    ["family-exemption", "B14", "maternityDay"],
    ["family-exemption", "B14", "maternityDayIs"],
    ["family-exemption", "B15", "maternityDayWas"],
    ["family-exemption", "B16", "childBornOn"],
    ["family-exemption", "B16", "parent"],
    ["family-exemption", "B17-1", "childcareEnd"],
    ["family-exemption", "B17-2", "childBornWas"],
  ] as const)("of %s stops %s without %s", (kind, form, item) => {
    const { stopped } = composed(kind, { [item]: undefined }, form);
    expect(stopped.map((one) => [one.item, one.code])).toContainEqual([item, "missing"]);
  });

  it("stops 申請 that says neither an income nor why there is none", () => {
    const { stopped } = composed("exemption-application", { insuredExists: undefined, unidentifiedReason: undefined });
    expect(stopped.map(({ item }) => item)).toEqual(["insuredExists"]);
  });

  it.each([
    ["wish", "full,nothing", "bad-form"],
    ["wish", "full,full", "bad-form"],
    ["wish", "full,statutory,half,quarter,deferment,three-quarters", "too-long"],
    ["grounds", "applicant:constructor", "bad-form"],
    ["insuredIncome", "-1", "bad-form"],
    ["insuredIncome", "1000000000", "too-long"],
    ["insuredIncome", "12.5", "bad-form"],
    ["appliedFrom", "2026-13", "bad-form"],
    ["estimate1Kind", "none", "bad-form"],
    ["spouseIndividualNumber", "12345678901", "bad-form"],
  ] as const)("stops %s %j: %s", (item, value, code) => {
    const { stopped } = composed("exemption-application", { [item]: value });
    expect(stopped.map((one) => [one.item, one.code])).toEqual([[item, code]]);
    expect(stopped[0]?.message).not.toContain(value);
  });
});

describe("the paper of 免除", () => {
  it.each(["statutory-exemption", "exemption-application", "student-deferment", "family-exemption"] as const)(
    "of %s prints every glyph",
    async (kind) => {
      const file = import.meta.resolve("@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf");
      const context = { ...exampleContext, wardName: "目黒区", font: await readFile(new URL(file)) };
      const records = ["20261123-AAAAAA", "20261123-BBBBBB", "20261123-CCCCCC"].map((id) =>
        exampleReport(kind, {}, id),
      );
      const { bytes, uncovered } = await composeReportPdf(kind, records, context);
      expect(uncovered).toEqual([]);
      const pages = new TextDecoder("latin1").decode(bytes).match(/\/Type \/Page\n/g)?.length;
      // A long form, which has its labels in every record, leaves room for two on a page.
      expect(pages).toBe(reportForms[kind].length > 5 ? 2 : 1);
    },
  );

  it("says months, lists, amounts and codes in words, and nothing where nothing is known", () => {
    const record = exampleReport("exemption-application");
    const shown = (
      [
        "appliedFrom",
        "wish",
        "grounds",
        "continuation",
        "headOfHousehold",
        "incomeYear",
        "insuredIncome",
        "insuredDependants",
        "spouseIncome",
        "headIncome",
        "unidentifiedReason",
        "estimate2Kind",
      ] as const
    ).map((item) => valueOnPaper(record, item).text);
    expect(shown).toEqual([
      "令和8年7月",
      "全額免除 → 4分の3免除 → 納付猶予",
      "本人 失業・倒産・事業の廃止・休業、配偶者 災害",
      "希望する",
      "本人以外",
      "令和7年分",
      "999,999,999円",
      "2人",
      "0円",
      "",
      "1月1日に区の住民でなかった(ほかの市区町村で課税)",
      "4分の1免除",
    ]);
  });

  it("has no cell for the number of the spouse", () => {
    const cells = Object.values(reportForms).flatMap((rows) => rows.flat().map(({ item }) => item));
    expect(cells).not.toContain("spouseIndividualNumber");
  });
});

/** 評価書の提供先1: what may go to 日本年金機構 of 免除, each with the item of 別添1 that it is; `handling` is of the case, `beyond` waits for the assessment. */
const allowed: Partial<
  Record<ReportItem | "prefecture" | "municipality" | "sequence" | "form", RecordItemId | "handling" | "beyond">
> = {
  prefecture: "handling",
  municipality: "handling",
  sequence: "handling",
  form: "handling",
  filingId: "handling",
  eventOn: "handling",
  acceptedOn: "handling",
  headOfHousehold: "handling",
  incomeYear: "handling",
  maternityDayIs: "handling",
  basicPensionNumber: "insured.basicPensionSymbol",
  individualNumber: "addressee.myNumber",
  name: "addressee.name",
  nameKana: "addressee.nameKana",
  birthDate: "addressee.birthDate",
  sex: "addressee.sex",
  postalCode: "addressee.postalCode",
  address: "addressee.address",
  exemptionReason: "insured.exemptionReason",
  exemptionEnd: "insured.exemptionReason",
  exemptionFrom: "insured.exemptionStartDate",
  exemptionUntil: "insured.exemptionEndDate",
  paymentFrom: "insured.exemptionStartDate",
  paymentUntil: "insured.exemptionEndDate",
  appliedFrom: "insured.exemptionStartDate",
  appliedUntil: "insured.exemptionEndDate",
  wish: "insured.exemptionType",
  grounds: "insured.exemptionReason",
  continuation: "income.continuationReviewFlag",
  spouseName: "insured.spouseName",
  spouseBirthDate: "insured.spouseBirthDate",
  spouseIndividualNumber: "insured.spouseMyNumber",
  schoolName: "insured.schoolName",
  schoolAddress: "insured.schoolAddress",
  enrolmentFrom: "insured.enrolmentPeriod",
  enrolmentUntil: "insured.enrolmentPeriod",
  maternityDay: "insured.maternityDueOrDeliveryDate",
  maternityDayWas: "insured.maternityDueOrDeliveryDate",
  maternityType: "insured.maternityExemptionType",
  childBornOn: "beyond",
  childBornWas: "beyond",
  parent: "beyond",
  adoptedOn: "beyond",
  childcareEnd: "beyond",
  ...Object.fromEntries(
    [1, 2, 3, 4].flatMap((place): [string, RecordItemId][] => [
      [`estimate${place}Kind`, "insured.exemptionType"],
      [`estimate${place}From`, "insured.exemptionStartDate"],
      [`estimate${place}Until`, "insured.exemptionEndDate"],
    ]),
  ),
  insuredExists: "income.insuredExistsCode",
  insuredIncome: "income.insuredIncome",
  insuredIncomeAfter: "income.insuredIncomeAfterDeductions",
  insuredCircumstance: "income.insuredDisabledOrWidow",
  insuredDependants: "income.insuredDependents",
  insuredElderly: "income.insuredElderlyDependents",
  insuredSpecific: "income.insuredSpecificDependents",
  spouseIncome: "income.spouseIncome",
  spouseIncomeAfter: "income.spouseIncomeAfterDeductions",
  spouseCircumstance: "income.spouseDisabledOrWidow",
  spouseDependants: "income.spouseDependents",
  spouseElderly: "income.spouseElderlyDependents",
  spouseSpecific: "income.spouseSpecificDependents",
  headIncome: "income.householdHeadIncome",
  headIncomeAfter: "income.householdHeadIncomeAfterDeductions",
  headCircumstance: "income.headDisabledOrWidow",
  headElderly: "income.headElderlyDependents",
  headSpecific: "income.headSpecificDependents",
  continuationReview: "income.continuationReviewFlag",
  unidentifiedReason: "income.unidentifiedReasonCode",
  refExemption: "income.refExemptionCriterion",
  refDeferment: "income.refDeferralCriterion",
  refStudent: "income.refStudentCriterion",
};

describe("what 日本年金機構 is told of 免除", () => {
  const saidBy = (kind: ReportKind) => {
    const layout: FileLayout<ReportItem> = reportLayouts[kind];
    return layout.data.fields.flatMap((field) => ("item" in field ? [field.item] : []));
  };
  const tax = (kind: ReportKind) => saidBy(kind).filter((item) => allowed[item]?.startsWith("income."));

  it.each(["statutory-exemption", "exemption-application", "student-deferment", "family-exemption"] as const)(
    "%s tells nothing but what the assessment lists",
    (kind) => {
      expect(saidBy(kind).filter((item) => allowed[item] === undefined)).toEqual([]);
    },
  );

  it("all 23 items of 所得情報 go with an application, a student's own with theirs, and none with the others", () => {
    const all = Object.keys(recordItems).filter((id) => id.startsWith("income."));
    expect(all).toHaveLength(23);
    expect([...new Set(tax("exemption-application").map((item) => allowed[item]))].sort()).toEqual(all.sort());
    expect(tax("student-deferment").filter((item) => !/^(?:insured|unidentifiedReason|refStudent)/.test(item))).toEqual(
      [],
    );
    expect([tax("statutory-exemption"), tax("family-exemption")]).toEqual([[], []]);
  });
});
