import {
  basicAmountsAt,
  disabilityBase,
  disabilityPension,
  fullAmountFor,
  survivorPension,
} from "../../../shared/law/benefit-amounts.ts";
import type { PlainMonth } from "../../../shared/law/calendar.ts";
import { monthOf } from "../../../shared/law/calendar.ts";
import { deathLumpSum, mayClaimWidowPension, widowPension } from "../../../shared/law/death-benefits.ts";
import { additionalPension, noMonths, type OldAgeMonths, oldAgePension } from "../../../shared/law/old-age-pension.ts";
import { additionalPremium, partPaymentOf, premiumOf } from "../../../shared/law/premium.ts";
import { cycleMonths, cycleYear } from "../../../shared/law/year-cycle.ts";
import { type Answers, Input, InputError, type Topic } from "../input.ts";

/** How the vectors name months of each kind. Months whose rest was not paid count as nothing (法27条, 90条の2). */
const monthKeys: Readonly<Record<string, keyof OldAgeMonths | null>> = {
  paid: "paid",
  sanzen: "paid",
  ikuji: "paid",
  type2: "paid",
  type3: "paid",
  q14: "quarter",
  half: "half",
  q34: "threeQuarters",
  full: "full",
  hotei: "full",
  q14Old: "quarterBefore",
  halfOld: "halfBefore",
  q34Old: "threeQuartersBefore",
  fullOld: "fullBefore",
  hoteiOld: "fullBefore",
  yuyo: "deferred",
  gakutoku: "deferred",
  student: "deferred",
  kara: "complementary",
  gassan: "complementary",
  unpaid: null,
  q14ButUnpaid: null,
  halfButUnpaid: null,
  q34ButUnpaid: null,
};

const monthsOf = (input: Input): OldAgeMonths | undefined => {
  const months: Record<keyof OldAgeMonths, number> = { ...noMonths };
  const given = Object.keys(monthKeys).filter((key) => input.has(key));
  for (const key of given) {
    const kind = monthKeys[key];
    const count = input.number(key) ?? 0;
    if (kind !== null && kind !== undefined) months[kind] += count;
  }
  return given.length === 0 ? undefined : months;
};

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

const widowAnswers = (input: Input, fullAmount: number | undefined): Answers => {
  const [paid, full] = [input.number("husbandPaid"), input.number("husbandFull", "husbandExempt")];
  const marriageMonths = input.number("marriageMonths");
  if (paid === undefined && full === undefined && marriageMonths === undefined) return {};
  const husband = { ...noMonths, paid: paid ?? 0, full: full ?? 0 };
  const named = paid !== undefined || full !== undefined;
  // A vector that speaks of one requirement takes the others as met.
  const eligible = mayClaimWidowPension({
    husbandMonths: named ? husband.paid + husband.full : 120,
    marriageMonths: marriageMonths ?? 120,
    husbandReceived: input.flag("husbandReceived") === true,
    wifeAge: input.number("wifeAge") ?? 60,
  }).ok;
  const annualYen = fullAmount === undefined || !named ? undefined : eligible ? widowPension(fullAmount, husband) : 0;
  return { eligible, ...(annualYen === undefined ? {} : { annualYen }) };
};

const one = (input: Input, month: PlainMonth): Answers => {
  const amounts = basicAmountsAt(month);
  const birthDate = input.date("birthDate");
  const fullAmount = amounts === undefined ? undefined : fullAmountFor(amounts, birthDate);
  const months = monthsOf(input);
  const fuka = input.number("fuka", "fukaMonths") ?? 0;
  const [grade, children] = [input.number("grade"), input.number("children")];
  const lump = months === undefined ? undefined : deathLumpSum({ ...months, additional: fuka });
  const benefit = (): number | undefined => {
    if (amounts === undefined) return undefined;
    if (grade === 1 || grade === 2) {
      return disabilityPension(amounts, {
        grade,
        children: children ?? 0,
        suspension: "none",
        ...(birthDate && { birthDate }),
      });
    }
    if (children !== undefined) {
      return survivorPension(amounts, input.text("recipient") === "子" ? "children" : "spouse", children);
    }
    return months === undefined || fullAmount === undefined ? undefined : oldAgePension(fullAmount, months);
  };
  return {
    ...(input.has("fy") ? premiumAnswers(month) : {}),
    ...(amounts === undefined || fullAmount === undefined
      ? {}
      : {
          oldAgeFull: fullAmount,
          g1: disabilityBase(1, fullAmount),
          g2: disabilityBase(2, fullAmount),
          child12: amounts.firstChildren,
          child3: amounts.furtherChild,
        }),
    annualYen: benefit(),
    fukaAnnualYen: additionalPension(fuka),
    yen: lump,
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
