import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addYears, firstDayOf, type PlainMonth, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { type ExaminedPerson, incomeAfterDeductions } from "../../shared/law/examined-person.ts";
import {
  decideExemption,
  decideStudentDeferment,
  type ExemptionCase,
  type ExemptionDecision,
  exemptionOutcome,
  standardOrder,
} from "../../shared/law/exemption-decision.ts";
import { type IncomeTest, thresholdAt } from "../../shared/law/exemption-thresholds.ts";
import { months, people } from "./generators.ts";

const november = plainMonth("2026-11");
const none = { general: 0, elderly: 0, specific: 0 };

const person = (income: number | null, more: Partial<ExaminedPerson> = {}): ExaminedPerson => ({
  income,
  deductions: 0,
  dependants: none,
  circumstances: new Set(),
  grounds: new Set(),
  ...more,
});

const aged = (age: number, month: PlainMonth = november) => addYears(firstDayOf(month), -age);

const caseOf = (applicant: ExaminedPerson, more: Partial<ExemptionCase> = {}): ExemptionCase => ({
  month: november,
  birthDate: aged(55),
  category: "1",
  isStudent: false,
  applicant,
  ...more,
});

/** 0 is best; a refusal comes after every kind. */
const rank = ({ outcome }: ExemptionDecision): number => {
  const at = (standardOrder as readonly string[]).indexOf(outcome);
  return at < 0 ? standardOrder.length : at;
};

const cases: fc.Arbitrary<ExemptionCase & { readonly applicant: { readonly income: number } }> = fc
  .record({
    month: months,
    age: fc.integer({ min: 20, max: 59 }),
    applicant: people,
    spouse: fc.option(people, { nil: undefined }),
    head: fc.option(people, { nil: undefined }),
  })
  .map(({ month, age, applicant, spouse, head }) => ({
    month,
    birthDate: aged(age, month),
    category: "1" as const,
    isStudent: false,
    applicant,
    ...(spouse === undefined ? {} : { spouse }),
    ...(head === undefined ? {} : { head }),
  }));

const roles = fc.constantFrom("applicant" as const, "spouse" as const, "head" as const);

/** The case with one of its people changed; undefined when it has no such person. */
const withPerson = (
  of: ExemptionCase,
  role: "applicant" | "spouse" | "head",
  change: (each: ExaminedPerson) => ExaminedPerson,
): ExemptionCase | undefined => {
  const each = of[role];
  return each === undefined ? undefined : { ...of, [role]: change(each) };
};

const plus = (count: number | null, by: number): number => (count ?? 0) + by;

describe("申請免除・納付猶予", () => {
  it("所得が増えて判定が良くなることはない", () => {
    fc.assert(
      fc.property(cases, roles, fc.integer({ min: 1, max: 500_000 }), (of, role, more) => {
        const worse = withPerson(of, role, (each) => ({ ...each, income: plus(each.income, more) }));
        fc.pre(worse !== undefined);
        expect(rank(decideExemption(worse))).toBeGreaterThanOrEqual(rank(decideExemption(of)));
      }),
    );
  });

  it("扶養親族等・控除・失業等の事由が増えて判定が悪くなることはない", () => {
    fc.assert(
      fc.property(cases, roles, fc.constantFrom("general", "elderly", "specific"), (of, role, kind) => {
        const before = rank(decideExemption(of));
        const better = [
          withPerson(of, role, (each) => ({
            ...each,
            dependants: { ...each.dependants, [kind]: each.dependants[kind] + 1 },
          })),
          withPerson(of, role, (each) => ({ ...each, deductions: each.deductions + 10_000 })),
          withPerson(of, role, (each) => ({ ...each, grounds: new Set(["hardship" as const]) })),
        ];
        for (const each of better) {
          fc.pre(each !== undefined);
          expect(rank(decideExemption(each))).toBeLessThanOrEqual(before);
        }
      }),
    );
  });

  it("審査される人が増えて判定が良くなることはない", () => {
    fc.assert(
      fc.property(cases, people, fc.constantFrom("spouse" as const, "head" as const), (of, joins, role) => {
        const { [role]: _left, ...alone } = of;
        expect(rank(decideExemption({ ...of, [role]: joins }))).toBeGreaterThanOrEqual(
          rank(decideExemption(alone as ExemptionCase)),
        );
      }),
    );
  });

  it("所得不明は0円とみなさず、結論がその所得で変わるときだけ保留する", () => {
    fc.assert(
      fc.property(cases, roles, (of, role) => {
        const [unknown, least, most] = [null, 0, 1e9].map((income) =>
          withPerson(of, role, (each) => ({ ...each, income, circumstances: new Set() })),
        );
        fc.pre(unknown !== undefined && least !== undefined && most !== undefined);
        const [low, high] = [decideExemption(least).outcome, decideExemption(most).outcome];
        expect(decideExemption(unknown).outcome).toBe(low === high ? low : "held");
      }),
    );
  });

  it("認めるときは、その区分で審査した全員が要件を満たしている", () => {
    fc.assert(
      fc.property(cases, (of) => {
        const { outcome, findings, reasons } = decideExemption(of);
        expect(reasons.length).toBeGreaterThan(0);
        fc.pre(outcome !== "refused");
        const examined = [of.applicant, of.spouse, outcome === "deferment" ? undefined : of.head];
        const count = examined.filter((each) => each !== undefined).length;
        expect(findings.slice(-count).map((finding) => finding.outcome)).toEqual(Array(count).fill("met"));
      }),
    );
  });

  it("全件を通す判定は、理由つきの判定と同じ結論になる", () => {
    fc.assert(
      fc.property(cases, (of) => {
        expect(exemptionOutcome(of)).toBe(decideExemption(of).outcome);
      }),
    );
  });

  it("基準額ちょうどは満たし、1円超えると満たさない", () => {
    const steps = ["full", "three-quarters", "half", "quarter"] as const;
    fc.assert(
      fc.property(months, people, fc.constantFrom(...steps), (month, { dependants }, step) => {
        const { yen } = thresholdAt(step, month, dependants);
        const decide = (income: number) =>
          decideExemption(caseOf(person(income, { dependants }), { month, birthDate: aged(55, month), wish: [step] }));
        expect(decide(yen).outcome).toBe(step);
        expect(decide(yen + 1).outcome).toBe("refused");
        expect(decide(yen + 1).findings[0]).toMatchObject({
          income: yen + 1,
          limit: yen,
          margin: -1,
          outcome: "unmet",
        });
      }),
    );
  });

  it("全額免除の基準は頭数、一部免除は区分で加算し、段階が進むほど高い", () => {
    const at = (test: IncomeTest, dependants: typeof none) => thresholdAt(test, november, dependants).yen;
    expect(at("full", { general: 1, elderly: 1, specific: 1 })).toBe(350_000 * 4 + 320_000);
    expect(at("three-quarters", { general: 2, elderly: 1, specific: 1 })).toBe(2_750_000);
    expect(at("special-circumstances", { general: 3, elderly: 0, specific: 0 })).toBe(1_350_000);
    fc.assert(
      fc.property(months, people, (month, { dependants }) => {
        const order = (["full", "three-quarters", "half", "quarter"] as const).map(
          (test) => thresholdAt(test, month, dependants).yen,
        );
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it("令和3年6月分までは旧基準である", () => {
    expect(thresholdAt("full", plainMonth("2021-06"), none).yen).toBe(570_000);
    expect(thresholdAt("full", plainMonth("2021-07"), none).yen).toBe(670_000);
    expect(thresholdAt("student", plainMonth("2021-03"), none).yen).toBe(1_180_000);
    expect(thresholdAt("student", plainMonth("2021-04"), none).yen).toBe(1_280_000);
    expect(thresholdAt("special-circumstances", plainMonth("2021-06"), none).yen).toBe(1_250_000);
    expect(() => thresholdAt("full", plainMonth("2006-06"), none)).toThrow(RangeError);
  });

  it("全額免除は控除前、一部免除は控除後の所得で判定する", () => {
    expect(decideExemption(caseOf(person(700_000, { deductions: 200_000 }))).outcome).toBe("three-quarters");
  });

  it("特別障害者の40万円は27万円に重ねず、控除後所得は0円を下回らない", () => {
    const both = new Set(["disabled", "specially-disabled"] as const);
    expect(incomeAfterDeductions(person(1_000_000, { circumstances: both }))).toBe(600_000);
    expect(incomeAfterDeductions(person(100_000, { deductions: 300_000 }))).toBe(0);
    expect(incomeAfterDeductions(person(1_000_000, { disabledDependants: { ordinary: 1, special: 1 } }))).toBe(330_000);
  });

  it("障害者等の135万円と失業・扶助の事由は一部免除と納付猶予でも要件を満たす", () => {
    const head = person(1_300_000, { circumstances: new Set(["widow"]) });
    expect(decideExemption(caseOf(person(880_000), { head })).outcome).toBe("three-quarters");
    const disabled = person(1_300_000, { circumstances: new Set(["disabled"]) });
    const young = { birthDate: aged(30), head: person(5_000_000) };
    expect(decideExemption(caseOf(disabled, young)).outcome).toBe("deferment");
    const aided = person(9_000_000, { grounds: new Set(["aid"]) });
    expect(decideExemption(caseOf(aided))).toMatchObject({ outcome: "full", findings: [{ code: "aid-ground" }] });
    const student = person(1_350_001, { circumstances: new Set(["working-student"]) });
    expect(decideExemption(caseOf(student)).outcome).toBe("half");
  });

  it("納付猶予は世帯主を審査せず、50歳到達月の前月まで", () => {
    const of = (age: number) => decideExemption(caseOf(person(0), { head: person(3_000_000), birthDate: aged(age) }));
    expect(of(49).outcome).toBe("deferment");
    expect(of(50)).toMatchObject({ outcome: "refused", reasons: [{ code: "fifty-or-over" }, { code: "no-step-met" }] });
  });

  it("希望する順に審査し、標準では納付猶予が4分の3免除より先になる", () => {
    const facts = { head: person(880_000), birthDate: aged(30) };
    expect(decideExemption(caseOf(person(600_000), facts)).outcome).toBe("deferment");
    expect(decideExemption(caseOf(person(600_000), { ...facts, wish: ["full", "three-quarters"] })).outcome).toBe(
      "three-quarters",
    );
  });

  it("配偶者は別居でも審査し、DVの加害者だけを除く", () => {
    const spouse = person(6_000_000);
    expect(decideExemption(caseOf(person(0), { spouse })).outcome).toBe("refused");
    expect(decideExemption(caseOf(person(0), { spouse: { ...spouse, fledViolence: true } })).outcome).toBe("full");
  });

  it("学生と第1号以外の被保険者は対象にならない", () => {
    expect(decideExemption(caseOf(person(0), { isStudent: true }))).toMatchObject({
      outcome: "not-eligible",
      reasons: [{ code: "student" }],
    });
    for (const category of ["2", "3", "voluntary", "special-voluntary"] as const) {
      expect(decideExemption(caseOf(person(0), { category })).outcome).toBe("not-eligible");
    }
  });

  it("理由は金額と条文を日本語で述べる", () => {
    const { findings } = decideExemption(caseOf(person(670_001)));
    expect(findings[0]).toEqual({
      role: "applicant",
      step: "full",
      outcome: "unmet",
      code: "income-over",
      test: "full",
      income: 670_001,
      limit: 670_000,
      margin: -1,
      measure: "before-deductions",
      calculation: "(扶養親族等0人+1)×350,000円+320,000円",
      message:
        "本人の所得(控除前)670,001円は全額免除・納付猶予の基準額670,000円((扶養親族等0人+1)×350,000円+320,000円)を1円超えます。",
      article: "国民年金法90条1項1号・施行令6条の7",
    });
  });
});

describe("学生納付特例", () => {
  const of = (applicant: ExaminedPerson, more: Partial<ExemptionCase> = {}) =>
    decideStudentDeferment({ month: november, category: "1", isStudent: true, applicant, ...more });

  it("本人の控除後所得128万円まで、勤労学生控除を引いて認める", () => {
    expect(of(person(1_280_000)).outcome).toBe("student-deferment");
    expect(of(person(1_280_001)).outcome).toBe("refused");
    expect(of(person(1_550_000, { circumstances: new Set(["working-student"]) })).outcome).toBe("student-deferment");
  });

  it("所得不明は保留し、学生でない人と第1号以外は対象にならない", () => {
    expect(of(person(null)).outcome).toBe("held");
    expect(of(person(0), { isStudent: false }).outcome).toBe("not-eligible");
    expect(of(person(0), { category: "voluntary" }).outcome).toBe("not-eligible");
  });

  it("親の所得によらない", () => {
    expect(of(person(0), { head: person(9_000_000), birthDate: plainDate("2006-01-01") }).outcome).toBe(
      "student-deferment",
    );
  });
});
