import { describe, expect, it } from "vitest";
import type { FileLayout } from "../../../shared/documents/layout.ts";
import { reportLayouts } from "../../../shared/documents/layouts/reports.ts";
import { composeMedia } from "../../../shared/documents/media.ts";
import { readRecord } from "../../../shared/documents/record-reader.ts";
import type { ReportItem } from "../../../shared/documents/report.ts";
import { benefitItems } from "../../../shared/documents/report-benefit-items.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { type RecordItemId, recordItems } from "../../../shared/domain/record-items.ts";
import { exampleContext, exampleReport } from "./example-report.ts";

type Kind = "benefit-claim" | "recipient-notice";
type Values = Parameters<typeof exampleReport>[1];

const composed = (kind: Kind, values: Values = {}, form?: string) =>
  composeMedia(kind, [exampleReport(kind, values, "20261123-7K3M9Q", form)], exampleContext);

/** Bytes of the data record from position `from` (counted from 1, as docs/transmittal-layouts.md does). */
const bytesFrom = (kind: Kind, from: number, width: number, values: Values = {}, form?: string) => {
  const { length } = reportLayouts[kind].data;
  const start = length + 2 + from - 1;
  return new TextDecoder("shift_jis").decode(composed(kind, values, form).bytes.subarray(start, start + width));
};

const readBack = (kind: Kind) => {
  const layout: FileLayout<ReportItem> = reportLayouts[kind];
  const { length } = layout.data;
  const read = readRecord(layout.data, composed(kind).bytes.subarray(length + 2, 2 * length + 2));
  if (!read.ok) throw new Error(read.message);
  return read.values;
};

const blank = (width: number) => " ".repeat(width);

describe("the medium of 給付", () => {
  it("has of a claim the office, the right, its days and the papers", () => {
    expect(bytesFrom("benefit-claim", 428, 51)).toBe(
      `01  21112026110120261015${"1"}2025041520261015${"61"}${blank(8)}`,
    );
    expect(bytesFrom("benefit-claim", 479, 54)).toBe(`${blank(14)}${"31333435".padEnd(40)}`);
  });

  it("has of a 届 what it reports, and the 年金証書 it is about", () => {
    expect(bytesFrom("recipient-notice", 428, 35)).toBe(`01  22314020261101${blank(17)}`);
    expect(bytesFrom("recipient-notice", 463, 54)).toBe(`53501234567890${"31".padEnd(40)}`);
    const stopped = { suspensionType: "detained", suspensionMonth: "2026-12", accountChanged: "changed" };
    expect(bytesFrom("recipient-notice", 446, 17, stopped)).toBe(`6202612${blank(9)}1`);
  });

  it.each(["benefit-claim", "recipient-notice"] as const)("of %s reads back as it was told", (kind) => {
    const read = readBack(kind);
    const told = exampleReport(kind).values;
    for (const item of keysOf(benefitItems)) expect([item, read[item]]).toEqual([item, told[item]]);
  });

  it.each([
    ["benefit-claim", "C02", "pensionOffice"],
    ["benefit-claim", "C02", "benefitKind"],
    ["benefit-claim", "C02", "benefitChange"],
    ["benefit-claim", "C02", "claimType"],
    ["benefit-claim", "C03", "firstVisitOn"],
    ["benefit-claim", "C04", "certificateForm"],
    ["benefit-claim", "C09", "claimedOn"],
    ["benefit-claim", "C13-2", "claimedOn"],
    ["recipient-notice", "C05", "certificateOn"],
    ["recipient-notice", "C07-1", "suspensionType"],
    ["recipient-notice", "C07-2", "suspensionMonth"],
  ] as const)("of %s stops %s without %s", (kind, form, item) => {
    const { stopped } = composed(kind, { [item]: undefined }, form);
    expect(stopped.map((one) => [one.item, one.code])).toContainEqual([item, "missing"]);
  });

  it.each([
    ["papers", "medical-certificate,x-ray", "bad-form"],
    ["papers", "medical-certificate,medical-certificate", "bad-form"],
    ["pensionSymbol", "5350A", "bad-form"],
    ["pensionOffice", "目黒", "bad-form"],
    ["benefitKind", "child-allowance", "bad-form"],
    ["firstVisitOn", "2025-02-30", "bad-form"],
  ] as const)("stops %s %j: %s", (item, value, code) => {
    const { stopped } = composed("benefit-claim", { [item]: value });
    expect(stopped.map((one) => [one.item, one.code])).toEqual([[item, code]]);
    expect(stopped[0]?.message).not.toContain(value);
  });
});

/** 評価書の提供先1: what may go to 日本年金機構 of 給付, each with the item of 別添1 that it is; `handling` is of the case. */
const allowed: Readonly<Record<keyof typeof benefitItems, RecordItemId | "handling">> = {
  benefitKind: "beneficiary.benefitType",
  benefitChange: "handling",
  claimedOn: "beneficiary.claimDate",
  entitledOn: "beneficiary.entitlementDate",
  claimType: "beneficiary.postClaimType",
  firstVisitOn: "beneficiary.firstVisitDate",
  certifiedOn: "beneficiary.disabilityCertificationDate",
  certificateForm: "beneficiary.medicalCertCode",
  certificateOn: "beneficiary.medicalCertSubmittedDate",
  suspensionType: "beneficiary.suspensionType",
  suspensionMonth: "beneficiary.suspensionMonth",
  forfeiture: "beneficiary.forfeitureType",
  forfeitedOn: "beneficiary.forfeitureDate",
  accountChanged: "handling",
  pensionSymbol: "beneficiary.beneficiarySymbol",
  pensionNumber: "beneficiary.beneficiaryNumber",
  papers: "handling",
  pensionOffice: "handling",
};

describe("what 日本年金機構 is told of 給付", () => {
  it("is of what the assessment lists, and of the case", () => {
    for (const id of Object.values(allowed)) if (id !== "handling") expect(Object.keys(recordItems)).toContain(id);
  });

  it("is neither 傷病名 nor the account: no item of either report has a place for them", () => {
    const withheld: readonly RecordItemId[] = [
      "beneficiary.diseaseName",
      "specialDisabilityBeneficiary.diseaseName",
      "specialDisabilityBeneficiary.diseaseCode",
      "beneficiary.payingBank",
    ];
    expect(Object.values(allowed).filter((id) => withheld.includes(id as RecordItemId))).toEqual([]);
    for (const kind of ["benefit-claim", "recipient-notice"] as const) {
      const labels = reportLayouts[kind].data.fields.map(({ label }) => label);
      expect(labels.filter((label) => label.includes("傷病"))).toEqual([]);
    }
  });
});
