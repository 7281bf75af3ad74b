import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IncomeRecord } from "../../shared/domain/income-record.ts";
import { addDays, addMonths, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { putIncome } from "../support/incomes-on-file.ts";
import { acquisitionOf, applicant } from "../support/people.ts";
import { incomesOf } from "../unit/flows/income-examples.ts";
import { openCounter } from "../unit/support/counter.ts";

const person = { ...applicant(), birthDate: plainDate("1977-03-05") };

const earner = fc.record({
  income: fc.option(fc.integer({ min: 0, max: 3_000_000 }), { freq: 8 }),
  deducted: fc.integer({ min: 0, max: 900_000 }),
  circumstance: fc.constantFrom("none", "none", "disabled", "widow", "single-parent" as const),
  dependants: fc.integer({ min: 0, max: 3 }),
  elderlyDependants: fc.integer({ min: 0, max: 1 }),
  specificDependants: fc.integer({ min: 0, max: 1 }),
});

const incomes = fc
  .record({
    insured: earner,
    spouse: fc.option(earner),
    head: fc.option(earner),
    /** 別添1 has no item for 世帯主の配偶・扶養数. */
    headCounted: fc.boolean(),
    why: fc.constantFrom("not-declared", "moved-in", "no-such-person", null),
  })
  .map(({ insured, spouse, head, headCounted, why }): IncomeRecord => {
    const of = ({ deducted, ...each }: typeof insured) => ({
      ...each,
      incomeAfterDeductions: each.income === null ? null : Math.max(0, each.income - deducted),
    });
    return incomesOf(of(insured), {
      spouse: spouse && of(spouse),
      head: head && { ...of(head), ...(headCounted ? {} : { dependants: undefined }) },
      unidentifiedReason: why,
    });
  });

const roles = ["applicant", "spouse", "head"] as const;
const grounds = fc.uniqueArray(
  fc.record({
    whose: fc.constantFrom(...roles),
    reason: fc.constantFrom("unemployment", "disaster", "aid", "special-disability-benefit"),
  }),
  { maxLength: 3, selector: ({ whose, reason }) => `${whose} ${reason}` },
);
const days = fc.integer({ min: 0, max: 1_000 }).map((count) => addDays(plainDate("2024-03-01"), count));

const everyPaper = [
  "separation-certificate",
  "disaster-certificate",
  "benefit-certificate",
  "violence-certificate",
  "student-card",
];

const common = {
  start: fc.integer({ min: 0, max: 32 }),
  length: fc.integer({ min: 0, max: 11 }),
  paid: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 3 }),
  income: fc.option(incomes, { freq: 8 }),
  leftWorkOn: fc.record({ applicant: days, spouse: days, head: days }, { requiredKeys: [] }),
  disaster: fc.option(
    fc.record({
      struckOn: days,
      price: fc.constant(10_000_000),
      damage: fc.integer({ min: 3_000_000, max: 9_000_000 }),
      compensated: fc.integer({ min: 0, max: 2_000_000 }),
    }),
    { nil: undefined },
  ),
};

const exemptions = fc.record({
  ...common,
  grounds,
  wish: fc.subarray(["full", "deferment", "three-quarters", "half", "quarter"]),
  spouse: fc.boolean(),
  headOfHousehold: fc.constantFrom("self", "other"),
  continuation: fc.boolean(),
  headDependants: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  isStudent: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
  fled: fc.boolean(),
});

const students = fc.record({
  ...common,
  enrolled: fc.tuple(fc.integer({ min: -6, max: 20 }), fc.integer({ min: 0, max: 40 })),
  grounds: grounds.map((stated) =>
    stated
      .map((each) => ({ ...each, whose: "applicant" as const }))
      .filter(({ reason }, at, all) => all.findIndex((other) => other.reason === reason) === at),
  ),
  schoolKind: fc.constantFrom("university", "miscellaneous", undefined),
  isEligibleSchool: fc.option(fc.boolean(), { nil: undefined }),
});

const base = plainMonth("2024-10");

/** Files what was assessed, and assesses what is filed: both answers, with what may differ between their forms left out. */
const both = async (flow: string, income: IncomeRecord | null, incomeYear: number, asked: object, filed: object) => {
  const counter = openCounter();
  await counter.file("acquisition", acquisitionOf(person, { eventOn: "2024-12-10" }));
  if (income) await putIncome(counter, person.atenaNumber, incomeYear, income);
  const assessed = await counter.ask("POST", "/v1/assessments/exemption", {
    purpose: "filing",
    body: { atenaNumber: person.atenaNumber, filedOn: "2026-11-20", ...asked },
  });
  expect([assessed.status, assessed.body.errors]).toEqual([200, undefined]);
  const [form] = assessed.body.forms;
  const taken = await counter.ask("POST", `/v1/filings/${flow}`, {
    key: "filed-as-assessed",
    body: acquisitionOf(person, { eventOn: "2026-11-20", documents: everyPaper, ...filed }),
  });
  return { form, taken };
};

const expectAlike = ({ form, taken }: Awaited<ReturnType<typeof both>>) => {
  const told = (reasons: { code: string; message?: string; detail?: string }[]) =>
    reasons.map(({ code, message, detail }) => `${code} ${message ?? detail}`);
  if (form.outcome === "refuse") {
    expect(taken.status).toBe(422);
    const against = form.reasons.filter(({ weight }: { weight: string }) => weight !== "notice");
    expect(told(taken.body.errors)).toEqual(told(against));
    return;
  }
  expect([taken.status, taken.body.status]).toEqual([
    201,
    form.outcome === "accept" ? "accepted" : "awaiting-correction",
  ]);
  expect(told(taken.body.reasons)).toEqual(told(form.reasons));
  expect(taken.body.assessment ?? []).toEqual(
    form.spans.map(({ outcomeLabel: _, ...span }: { outcomeLabel: string }) => span),
  );
};

describe("窓口の見込みと、届け出たときの判定", () => {
  it("免除・納付猶予: 同じ内容なら、月も区分も理由も同じになる", { timeout: 120_000 }, async () => {
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(exemptions, async ({ start, length, paid, income, fled, spouse, wish, ...rest }) => {
        const from = addMonths(base, start);
        const until = addMonths(from, length);
        const incomeYear = Number(from.slice(0, 4)) - (Number(from.slice(5)) < 7 ? 2 : 1);
        const stated = [...rest.grounds, ...(fled ? [{ whose: "applicant", reason: "domestic-violence" }] : [])];
        const { leftWorkOn, disaster, headDependants, isStudent, headOfHousehold, continuation } = rest;
        const atCounter = {
          leftWorkOn,
          disaster,
          headDependants,
          isStudent,
          paidMonths: paid.map((at) => addMonths(from, at)),
        };
        const form = { from, until, wish, headOfHousehold, grounds: stated, continuation };
        const answers = await both(
          "exemption-application",
          income,
          incomeYear,
          { cycle: "exemption", ...form, ...atCounter, spouse },
          {
            details: { ...form, spouse: spouse ? { name: "国年　花子", birthDate: "1980-01-02" } : null },
            atCounter,
          },
        );
        for (const span of answers.form.spans) outcomes.add(span.outcome);
        outcomes.add(answers.form.outcome);
        expectAlike(answers);
      }),
      { numRuns: 400 },
    );
    expect([...outcomes].toSorted()).toEqual(
      expect.arrayContaining(["accept", "full", "held", "incomplete", "quarter", "refuse", "refused"]),
    );
  });

  it("学生納付特例: 同じ内容なら、月も理由も同じになる", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(students, async ({ start, length, paid, income, enrolled, grounds: stated, ...seen }) => {
        const from = addMonths(base, start);
        const until = addMonths(from, length);
        const incomeYear = Number(from.slice(0, 4)) - (Number(from.slice(5)) < 4 ? 2 : 1);
        const first = addMonths(from, enrolled[0]);
        const enrolment = { from: first, until: addMonths(first, enrolled[1]) };
        const { applicant: left } = seen.leftWorkOn;
        const atCounter = {
          ...seen,
          leftWorkOn: left === undefined ? {} : { applicant: left },
          paidMonths: paid.map((at) => addMonths(from, at)),
        };
        const form = { from, until, enrolment, grounds: stated };
        expectAlike(
          await both(
            "student-deferment-application",
            income,
            incomeYear,
            { cycle: "student", ...form, ...atCounter },
            { details: { ...form, schoolName: "架空大学", schoolAddress: "目黒区上目黒9丁目9番9号" }, atCounter },
          ),
        );
      }),
      { numRuns: 200 },
    );
  });
});
