import { basicAmountsAt, disabilityPension } from "../../../shared/law/benefit-amounts.ts";
import { monthOf, type PlainMonth } from "../../../shared/law/calendar.ts";
import {
  type Suspension,
  suspensionFor,
  suspensionIncomeYear,
  suspensionMonths,
} from "../../../shared/law/disability-income-limit.ts";
import type { Dependants } from "../../../shared/law/exemption-thresholds.ts";
import { monthsIn } from "../../../shared/law/month-span.ts";
import {
  specialDisabilityBenefitOf,
  specialDisabilityFirstMonth,
  specialDisabilityPayment,
} from "../../../shared/law/special-disability-benefit.ts";
import { cycleMonths } from "../../../shared/law/year-cycle.ts";
import { gradeOf, suspensionOf, suspensionWords } from "../benefit-words.ts";
import { deductionsOf } from "../deductions.ts";
import { dependantsOf } from "../dependants.ts";
import { type Answers, type Input, InputError, type Topic } from "../input.ts";

/** Keys such as `income2024`: the suspension of each month that the income of that year decides. */
const yearAnswers = (input: Input, dependants: Dependants): Answers =>
  Object.fromEntries(
    input.keys().flatMap((key) => {
      const year = /^income(\d{4})$/.exec(key)?.[1];
      const income = year === undefined ? undefined : input.number(key);
      return income === undefined
        ? []
        : monthsIn(suspensionMonths(Number(year))).map((month) => [
            month,
            suspensionWords[suspensionFor(month, income, dependants).suspension],
          ]);
    }),
  );

const amountAnswers = (input: Input, month: PlainMonth, suspension: Suspension): Answers => {
  const grade = gradeOf(input);
  const [first, second] = [specialDisabilityBenefitOf(1, month), specialDisabilityBenefitOf(2, month)];
  const [amounts, birthDate] = [basicAmountsAt(month), input.date("birthDate")];
  const monthly = grade === undefined ? undefined : specialDisabilityBenefitOf(grade, month);
  return {
    g1: first,
    g2: second,
    monthlyYen:
      monthly === undefined
        ? undefined
        : specialDisabilityPayment(monthly, suspension, input.number("otherPensionMonthly") ?? 0),
    annualYen:
      grade === undefined || amounts === undefined
        ? undefined
        : disabilityPension(amounts, {
            grade,
            children: input.number("children") ?? 0,
            suspension,
            ...(birthDate && { birthDate }),
          }),
  };
};

/** 20歳前障害・特別障害給付金の所得制限. Without `fy` or `period` the amounts are those of the year of the file. */
export const incomeLimit: Topic = (input, { today }) => {
  const [period, gross, claim] = [input.month("period"), input.number("income"), input.date("claim")];
  const income = gross === undefined ? undefined : Math.max(0, gross - deductionsOf(input));
  const dependants = dependantsOf(input);
  if (input.keys().length === 0) throw new InputError("input is empty");
  const decided = period === undefined || income === undefined ? undefined : suspensionFor(period, income, dependants);
  const suspension = suspensionOf(input) ?? decided?.suspension;
  const year = input.year("fy");
  const month = year === undefined ? (period ?? monthOf(today)) : cycleMonths("fiscal", year).from;
  const incomeYear = input.year("incomeYear");
  return {
    ...yearAnswers(input, dependants),
    ...amountAnswers(input, month, suspension ?? "none"),
    suspend: suspension === undefined ? undefined : suspensionWords[suspension],
    halfLine: decided?.halfLine,
    fullLine: decided?.allLine,
    incomeYear: period && suspensionIncomeYear(period),
    ...(incomeYear === undefined ? {} : suspensionMonths(incomeYear)),
    firstMonth: claim === undefined ? undefined : specialDisabilityFirstMonth(claim),
  };
};
