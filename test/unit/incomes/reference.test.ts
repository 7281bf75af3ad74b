import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examinedOf } from "../../../shared/domain/income-examined.ts";
import type { IncomeRecord } from "../../../shared/domain/income-record.ts";
import { referenceOf } from "../../../shared/domain/income-reference.ts";
import { incomeRow } from "../../../shared/domain/income-row.ts";
import { recordOfRow } from "../../../shared/domain/income-told.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { decideStudentDeferment, exemptionOutcome } from "../../../shared/law/exemption-decision.ts";
import { headOf, incomeOf, spouseOf } from "../../support/incomes.ts";

const someone = { atenaNumber: "000000000000019" };
const referenceIn = (row: object) => recordOfRow(incomeRow.parse(row)).reference;
const of = (income: number, over: object = {}) => referenceIn(incomeOf(someone, income, { ...over }));

describe("参考情報 免除基準", () => {
  it.each([
    [0, "full"],
    [670_000, "full"],
    [670_001, "three-quarters"],
    [880_000, "three-quarters"],
    [880_001, "half"],
    [1_280_000, "half"],
    [1_280_001, "quarter"],
    [1_680_000, "quarter"],
    [1_680_001, "over"],
  ])("扶養のない人の所得 %i円 は %s", (income, expected) => {
    expect(of(income).exemption).toBe(expected);
  });

  it.each([
    ["一般", "insuredDependants", 1_020_000, 1_260_000],
    ["老人", "insuredElderlyDependants", 1_020_000, 1_360_000],
    ["特定", "insuredSpecificDependants", 1_020_000, 1_510_000],
  ])("%sの扶養1人は全額の基準を35万円、一部の基準を区分の額だけ上げる", (_, column, full, threeQuarters) => {
    const dependant = { [column]: 1 };
    expect(of(full, dependant).exemption).toBe("full");
    expect(of(full + 1, dependant).exemption).toBe("three-quarters");
    expect(of(threeQuarters, dependant).exemption).toBe("three-quarters");
    expect(of(threeQuarters + 1, dependant).exemption).toBe("half");
  });

  it("全額は控除前の所得でみる: 所得70万円・控除後50万円は4分の3", () => {
    expect(of(700_000, { insuredIncomeAfterDeductions: 500_000 }).exemption).toBe("three-quarters");
  });

  it("一部は控除後の所得でみる: 所得300万円・控除後128万円は半額", () => {
    expect(of(3_000_000, { insuredIncomeAfterDeductions: 1_280_000 }).exemption).toBe("half");
  });

  it.each(["disabled", "specially-disabled", "widow", "single-parent"])(
    "%s の人は控除前135万円までは全額の基準以下",
    (insuredCircumstance) => {
      expect(of(1_350_000, { insuredCircumstance }).exemption).toBe("full");
      expect(of(1_350_001, { insuredCircumstance }).exemption).toBe("quarter");
    },
  );

  it("配偶者と世帯主のだれかが超えれば、その区分には当たらない", () => {
    expect(of(0, spouseOf(670_001)).exemption).toBe("three-quarters");
    expect(of(0, headOf(1_680_001, { headDependants: 0 })).exemption).toBe("over");
  });
});

describe("参考情報 猶予基準・学特基準", () => {
  it("猶予は本人と配偶者だけをみる", () => {
    expect(of(670_000, headOf(9_000_000, { headDependants: 0 })).deferment).toBe("within");
    expect(of(0, spouseOf(670_001)).deferment).toBe("over");
    expect(of(670_001).deferment).toBe("over");
  });

  it("学特は本人の控除後の所得128万円まで", () => {
    expect(of(1_280_000, spouseOf(9_000_000)).student).toBe("within");
    expect(of(1_280_001).student).toBe("over");
    expect(of(3_000_000, { insuredIncomeAfterDeductions: 1_280_000 }).student).toBe("within");
  });
});

describe("分からない所得", () => {
  const unknown = { unidentifiedReason: "not-declared" } as const;

  it("を0円とみない", () => {
    const spouse = { spouseCircumstance: "none", ...unknown };
    expect(of(0, spouse)).toEqual({ exemption: "unknown", deferment: "unknown", student: "within" });
    const absent = { ...someone, incomeYear: 2025, exists: "absent", continuationReview: false };
    expect(referenceIn({ ...absent, unidentifiedReason: "no-such-person" })).toEqual({
      exemption: "unknown",
      deferment: "unknown",
      student: "unknown",
    });
  });

  it("がだれかにあっても、ほかの人が超えていれば超える", () => {
    expect(of(1_680_001, { spouseCircumstance: "none", ...unknown }).exemption).toBe("over");
  });

  it("控除後だけが分からなければ、全額に当たるかどうかは分かる", () => {
    const { insuredIncomeAfterDeductions: _, ...row } = incomeOf(someone, 670_000, unknown);
    expect(referenceIn(row)).toEqual({ exemption: "full", deferment: "within", student: "unknown" });
  });

  it("世帯主の扶養の数が分からず、それで決まるときも分からない", () => {
    expect(of(0, headOf(670_000)).exemption).toBe("full");
    expect(of(0, headOf(670_001)).exemption).toBe("unknown");
    expect(of(0, headOf(670_001, { headDependants: 1 })).exemption).toBe("full");
    expect(of(0, headOf(670_001, { headDependants: 0 })).exemption).toBe("three-quarters");
  });
});

describe("参考情報 and the decision of an application", () => {
  const drawn = fc.record({
    income: fc.option(fc.integer({ min: 0, max: 3_000_000 }), { freq: 5 }),
    deducted: fc.integer({ min: 0, max: 800_000 }),
    circumstance: fc.constantFrom("none", "disabled", "specially-disabled", "widow", "single-parent"),
    dependants: fc.integer({ min: 0, max: 3 }),
    elderlyDependants: fc.integer({ min: 0, max: 2 }),
    specificDependants: fc.integer({ min: 0, max: 2 }),
  });
  type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;
  const told = ({ income, deducted, ...rest }: Drawn) => ({
    ...rest,
    income,
    incomeAfterDeductions: income === null ? null : Math.max(0, income - deducted),
  });

  it("agree for any household and any year, where neither age nor special cases come in", () => {
    fc.assert(
      fc.property(
        drawn,
        fc.option(drawn),
        fc.option(drawn),
        fc.boolean(),
        fc.integer({ min: 2019, max: 2030 }),
        (insured, spouse, head, knowsHead, year) => {
          const { dependants, ...ofHead } = told(head ?? insured);
          const record = {
            exists: "present",
            insured: told(insured),
            spouse: spouse && told(spouse),
            head: head && { ...ofHead, ...(knowsHead ? { dependants } : {}) },
            continuationReview: false,
            unidentifiedReason: null,
            // Circumstances are drawn as plain text; the schema would only read them again.
          } as unknown as Omit<IncomeRecord, "reference">;
          const people = {
            applicant: examinedOf(record, "applicant"),
            ...(record.spouse ? { spouse: examinedOf(record, "spouse") } : {}),
            ...(record.head ? { head: examinedOf(record, "head") } : {}),
          };
          const young = plainDate(`${year - 25}-01-15`);
          const about = { birthDate: young, category: "1", ...people } as const;
          const month = plainMonth(`${year + 1}-07`);
          const asked = { ...about, isStudent: false, month };
          const exemption = exemptionOutcome({ ...asked, wish: ["full", "three-quarters", "half", "quarter"] });
          const deferment = exemptionOutcome({ ...asked, wish: ["deferment"] });
          const student = decideStudentDeferment({ ...about, isStudent: true, month: plainMonth(`${year + 1}-04`) });
          const words = { refused: "over", held: "unknown" } as Record<string, string>;
          const yesNo = { ...words, deferment: "within", "student-deferment": "within" } as Record<string, string>;
          expect(referenceOf(record, year)).toEqual({
            exemption: words[exemption] ?? exemption,
            deferment: yesNo[deferment],
            student: yesNo[student.outcome],
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
