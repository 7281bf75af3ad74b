import { describe, expect, it } from "vitest";
import { formRecord } from "../../../functions/exports/kinds/form-record.ts";
import type { ReportRecord } from "../../../shared/documents/report.ts";
import { applicant } from "../../support/people.ts";

const { individualNumber = "", address } = applicant();
const record: ReportRecord = {
  filingId: "20261123-AAAAAA",
  kind: "exemption-application",
  form: "B05",
  values: {
    individualNumber,
    spouseIndividualNumber: individualNumber,
    address,
    postalCode: "1530051",
    schoolName: "架空大学",
    name: "架空",
    exemptionReason: "disability-pension",
    grounds: "domestic-violence",
    insuredCircumstance: "disabled",
  },
};

describe("届出の帳票", () => {
  it("shows neither 個人番号 nor what is 要配慮 unless it was asked for by name", () => {
    expect(formRecord(record, [], false).values).toEqual({
      address,
      postalCode: "1530051",
      schoolName: "架空大学",
      name: "架空",
    });
    expect(formRecord(record, ["addressee.myNumber", "insured.exemptionReason"], false).values).toMatchObject({
      individualNumber,
      exemptionReason: "disability-pension",
      grounds: "domestic-violence",
    });
    expect(formRecord(record, ["addressee.myNumber"], false).values.spouseIndividualNumber).toBeUndefined();
  });

  it("hides of whoever is under 支援措置 where they live and go to school", () => {
    const { values } = formRecord(record, [], true);
    expect(values).toEqual({ name: "架空", address: "(支援措置により表示しません)" });
  });
});
