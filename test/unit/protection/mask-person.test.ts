import { describe, expect, it } from "vitest";
import { maskedIndividualNumber } from "../../../shared/protection/mask.ts";
import { maskedAddress, maskedMedical, maskPerson } from "../../../shared/protection/mask-person.ts";

const details = {
  schoolName: "架空大学",
  schoolAddress: "目黒区上目黒9丁目9番9号",
  grounds: [{ whose: "applicant", reason: "aid" }],
  spouse: { name: "国年　花子", individualNumber: "123456789018", address: "目黒区上目黒1丁目1番1号" },
  nobody: null,
};
const clerk = { seesIndividualNumber: false, seesMedical: false, seesWhereabouts: false };

describe("届出の内容を見せるとき", () => {
  it("中に重なった個人番号も伏せ、ほかは変えない", () => {
    const shown = maskPerson(details, false, clerk);
    expect(JSON.stringify(shown)).not.toContain("123456789018");
    expect({ ...shown, spouse: null }).toEqual({ ...details, spouse: null });
    expect(shown.spouse).toMatchObject({ name: "国年　花子", address: "目黒区上目黒1丁目1番1号" });
  });

  it("支援措置を受ける人は、学校も、中に重なった住所も見せない", () => {
    expect(maskPerson(details, true, clerk)).toMatchObject({
      schoolName: maskedAddress,
      schoolAddress: maskedAddress,
      spouse: { name: "国年　花子", address: maskedAddress },
    });
  });

  it("住所を見てよい者には見せるが、個人番号はそれでも伏せる", () => {
    const shown = maskPerson(details, true, { ...clerk, seesWhereabouts: true });
    expect(shown.schoolAddress).toBe(details.schoolAddress);
    expect(shown.spouse.address).toBe(details.spouse.address);
    expect(shown.spouse.individualNumber).not.toBe(details.spouse.individualNumber);
  });

  it("受給者の要配慮の項目は、見てよい者にだけ、数でも真偽でも", () => {
    const facts = {
      diseaseName: "架空障害",
      grade: 2,
      certificateNeeded: false,
      bank: "架空銀行",
      firstVisitOn: undefined,
    };
    const right = { seq: 1, facts };
    const hidden = { diseaseName: maskedMedical, grade: maskedMedical, certificateNeeded: maskedMedical };
    expect(maskPerson(right, false, clerk)).toEqual({ seq: 1, facts: { ...facts, ...hidden } });
    expect(maskPerson(right, false, { ...clerk, seesMedical: true })).toEqual(right);
  });

  it("個人番号を見てよい者にも、その人の番号だけを見せ、配偶者などほかの人の番号は伏せる", () => {
    const own = { ...details, individualNumber: "123456789018", spouseIndividualNumber: "123456789018" };
    const shown = maskPerson(own, false, { ...clerk, seesIndividualNumber: true });
    expect(shown.individualNumber).toBe(own.individualNumber);
    expect(shown.spouseIndividualNumber).toBe(maskedIndividualNumber);
    expect(shown.spouse.individualNumber).toBe(maskedIndividualNumber);
  });
});
