import { basicAmountsAt, disabilityPension } from "../../../shared/law/benefit-amounts.ts";
import { monthOf, type PlainMonth } from "../../../shared/law/calendar.ts";
import { type Suspension, suspensionFor, suspensionMonths } from "../../../shared/law/disability-income-limit.ts";
import type { Dependants } from "../../../shared/law/exemption-thresholds.ts";
import { monthsIn } from "../../../shared/law/month-span.ts";
import {
  specialDisabilityBenefitOf,
  specialDisabilityFirstMonth,
  specialDisabilityPayment,
} from "../../../shared/law/special-disability-benefit.ts";
import { cycleMonths } from "../../../shared/law/year-cycle.ts";
import { dependantsOf } from "../dependants.ts";
import { type Answers, type Input, InputError, type Topic, wordIn } from "../input.ts";

const words = { none: "なし", half: "1/2", all: "全額" } as const satisfies Record<Suspension, string>;

const suspensions: Readonly<Record<string, Suspension>> = {
  なし: "none",
  "1/2": "half",
  半額: "half",
  "2分の1": "half",
  全額: "all",
  全部: "all",
};

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
            words[suspensionFor(month, income, dependants).suspension],
          ]);
    }),
  );

const amountAnswers = (input: Input, month: PlainMonth, suspension: Suspension): Answers => {
  const grade = input.number("grade");
  const [first, second] = [specialDisabilityBenefitOf(1, month), specialDisabilityBenefitOf(2, month)];
  const amounts = basicAmountsAt(month);
  if (grade !== undefined && grade !== 1 && grade !== 2) throw new InputError(`grade is not 1 or 2: ${grade}`);
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
        : disabilityPension(amounts, { grade, children: input.number("children") ?? 0, suspension }),
  };
};

/** 20歳前障害・特別障害給付金の所得制限. Without `fy` or `period` the amounts are those of the year of the file. */
export const incomeLimit: Topic = (input, { today }) => {
  const [period, income, claim] = [input.month("period"), input.number("income"), input.date("claim")];
  const dependants = dependantsOf(input);
  if (input.keys().length === 0) throw new InputError("input is empty");
  const decided = period === undefined || income === undefined ? undefined : suspensionFor(period, income, dependants);
  const given = input.text("suspend");
  const suspension = given === undefined ? decided?.suspension : wordIn(suspensions, given, "suspend");
  const year = input.year("fy");
  const month = year === undefined ? (period ?? monthOf(today)) : cycleMonths("fiscal", year).from;
  return {
    ...yearAnswers(input, dependants),
    ...amountAnswers(input, month, suspension ?? "none"),
    suspend: suspension === undefined ? undefined : words[suspension],
    halfLine: decided?.halfLine,
    fullLine: decided?.allLine,
    firstMonth: claim === undefined ? undefined : specialDisabilityFirstMonth(claim),
  };
};
