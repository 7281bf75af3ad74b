import {
  type BasicAmounts,
  basicAmountsAt,
  disabilityBase,
  disabilityPension,
  fullAmountFor,
  survivorPension,
} from "../../../shared/law/benefit-amounts.ts";
import { qualifyingMonthsNeeded } from "../../../shared/law/benefit-estimates/old-age-pension.ts";
import type { PlainMonth } from "../../../shared/law/calendar.ts";
import { monthOf } from "../../../shared/law/calendar.ts";
import { deathLumpSum } from "../../../shared/law/death-benefits.ts";
import {
  additionalPension,
  noMonths,
  type OldAgeMonths,
  oldAgePension,
  oldAgePensionTakenAt,
  qualifyingMonths,
} from "../../../shared/law/old-age-pension.ts";
import { additionalPremium, partPaymentOf, premiumOf } from "../../../shared/law/premium.ts";
import { cycleMonths, cycleYear } from "../../../shared/law/year-cycle.ts";
import { gradeOf, recipientOf, suspensionOf } from "../benefit-words.ts";
import { type Answers, Input, InputError, type Topic } from "../input.ts";
import { pensionMonthsOf, takenAtOf } from "../pension-months.ts";
import { widowAnswers } from "./widow.ts";

/** 死亡一時金 counts a month alike whenever it was. */
const lumpSumKinds = (months: OldAgeMonths) => ({
  paid: months.paid,
  quarter: months.quarter + months.quarterBefore,
  half: months.half + months.halfBefore,
  threeQuarters: months.threeQuarters + months.threeQuartersBefore,
});

const premiumAnswers = (month: PlainMonth): Answers => {
  const full = premiumOf(month);
  return full === undefined
    ? {}
    : {
        full,
        pay_q34: partPaymentOf("three-quarters", full),
        pay_half: partPaymentOf("half", full),
        pay_q14: partPaymentOf("quarter", full),
        fuka: additionalPremium,
      };
};

/** 老齢基礎年金 and 付加年金 together, at the age they are taken. */
const oldAgeYen = (input: Input, fullAmount: number, fuka: number): number | undefined => {
  const months = pensionMonthsOf(input);
  if (months === undefined && fuka === 0) return undefined;
  const [late, birthDate] = [takenAtOf(input), input.date("birthDate")];
  const basic = oldAgePension(fullAmount, months ?? noMonths);
  return [basic, additionalPension(fuka)].reduce((sum, each) => sum + oldAgePensionTakenAt(each, late, birthDate), 0);
};

const benefitYen = (input: Input, amounts: BasicAmounts, fuka: number): number | undefined => {
  const [grade, children, birthDate] = [gradeOf(input), input.number("children"), input.date("birthDate")];
  if (grade !== undefined)
    return disabilityPension(amounts, {
      grade,
      children: children ?? 0,
      suspension: suspensionOf(input) ?? "none",
      ...(birthDate && { birthDate }),
    });
  if (children !== undefined) return survivorPension(amounts, recipientOf(input), children, birthDate);
  return oldAgeYen(input, fullAmountFor(amounts, birthDate), fuka);
};

const amountAnswers = (amounts: BasicAmounts, fullAmount: number): Answers => ({
  oldAgeFull: fullAmount,
  g1: disabilityBase(1, fullAmount),
  g2: disabilityBase(2, fullAmount),
  child12: amounts.firstChildren,
  child3: amounts.furtherChild,
});

const one = (input: Input, month: PlainMonth): Answers => {
  const amounts = basicAmountsAt(month);
  const fullAmount = amounts && fullAmountFor(amounts, input.date("birthDate"));
  const months = pensionMonthsOf(input);
  const fuka = input.number("fuka", "fukaMonths") ?? 0;
  const qualifying = months && qualifyingMonths(months);
  return {
    ...(input.has("fy") ? premiumAnswers(month) : {}),
    ...(amounts && fullAmount !== undefined ? amountAnswers(amounts, fullAmount) : {}),
    annualYen: amounts && benefitYen(input, amounts, fuka),
    fukaAnnualYen: additionalPension(fuka),
    yen: months && deathLumpSum({ ...lumpSumKinds(months), additional: fuka }),
    qualifyingMonths: qualifying,
    eligible: qualifying === undefined ? undefined : qualifying >= qualifyingMonthsNeeded,
    ...widowAnswers(input, fullAmount),
  };
};

/** 保険料・給付額. A list under one key asks for a list of answers; without `fy` the year of the file counts. */
export const amounts: Topic = (input, { today }) => {
  const year = input.year("fy");
  const month = year === undefined ? monthOf(today) : cycleMonths("fiscal", year).from;
  if (year !== undefined && cycleYear("fiscal", month) !== year) throw new InputError("fy is out of range");
  const listed = input.keys().find((key) => Array.isArray(input.values[key]));
  if (listed === undefined) return one(input, month);
  const values = input.values[listed] as unknown[];
  const each = values.map((value) => one(new Input({ ...input.values, [listed]: value }), month));
  const names = [...new Set(each.flatMap((answers) => Object.keys(answers)))];
  return Object.fromEntries(names.map((name) => [name, each.map((answers) => answers[name])]));
};
