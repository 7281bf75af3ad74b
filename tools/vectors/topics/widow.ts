import { mayClaimWidowPension, widowPension } from "../../../shared/law/death-benefits.ts";
import { noMonths, qualifyingMonths } from "../../../shared/law/old-age-pension.ts";
import type { Answers, Input } from "../input.ts";
import { pensionMonthsOf } from "../pension-months.ts";

/** 寡婦年金, where the vector speaks of a husband or a marriage. One that speaks of one requirement takes the others as met. */
export const widowAnswers = (input: Input, fullAmount: number | undefined): Answers => {
  const named = pensionMonthsOf(input, "husband");
  const marriageMonths = input.number("marriageMonths");
  const received = input.flag("husbandReceived");
  const wifeAge = input.number("wifeAge");
  if (named === undefined && marriageMonths === undefined && received === undefined && wifeAge === undefined) return {};
  const husband = named ?? { ...noMonths, paid: 120 };
  const eligible = mayClaimWidowPension({
    husbandMonths: qualifyingMonths(husband),
    marriageMonths: marriageMonths ?? 120,
    husbandReceived: received === true,
    wifeAge: wifeAge ?? 60,
  }).ok;
  if (fullAmount === undefined || named === undefined) return { eligible };
  return { eligible, annualYen: eligible ? widowPension(fullAmount, husband) : 0 };
};
