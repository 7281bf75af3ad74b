import { type CountedMonths, countedMonths, type OldAgeMonths } from "../old-age-pension.ts";
import {
  type BenefitMonths,
  countingAsPaid,
  kindsWords,
  type MonthKind,
  monthKindNames,
  neverCounting,
} from "./benefit-months.ts";
import { type EstimateLine, present } from "./estimate.ts";
import { fractionWords, partMonthsWords } from "./fractions.ts";

const before = "平成16年改正法附則10条";

const codesOf = {
  paid: ["months-paid", "国民年金法27条1号"],
  quarter: ["months-quarter", "国民年金法27条2号・3号"],
  half: ["months-half", "国民年金法27条4号・5号"],
  threeQuarters: ["months-three-quarters", "国民年金法27条6号・7号"],
  full: ["months-full", "国民年金法27条8号"],
  quarterBefore: ["months-quarter-before", before],
  halfBefore: ["months-half-before", before],
  threeQuartersBefore: ["months-three-quarters-before", before],
  fullBefore: ["months-full-before", before],
} as const satisfies Record<CountedMonths["of"], readonly [code: string, article: string]>;

/** What the months of one kind come to, those within the 480 and those beyond apart. */
const countedLine = ({ of, within, excess }: CountedMonths): EstimateLine => {
  const [code, article] = codesOf[of];
  const name = of === "paid" ? "納付済の期間" : monthKindNames[of];
  const months = within.months + excess.months;
  const counted = partMonthsWords(within.months * within.parts + excess.months * excess.parts);
  const weighed =
    excess.months === 0
      ? `${name}${months}月×${fractionWords(within.parts)}`
      : `${name}${months}月: 480月に収まる${within.months}月×${fractionWords(within.parts)}と、超える${excess.months}月×${fractionWords(excess.parts)}`;
  // The order in which old and new months fill the 480, and the excess of the old, are read from 附則10条 by knowledge alone.
  const unsure = excess.months > 0 && of !== "paid";
  return { code, message: `${weighed}で、${counted}と数えます。`, article, ...(unsure && { confidence: "medium" }) };
};

/** How each kind counts for the amount (法27条), after what counts as paid. */
export const countingLines = (asked: BenefitMonths, months: OldAgeMonths): EstimateLine[] => {
  const alike = kindsWords(asked, countingAsPaid);
  return present<EstimateLine>([
    alike !== "" && {
      code: "counts-as-paid",
      message: `${alike}は、保険料納付済期間に数えます。`,
      article: "国民年金法5条1項・88条の2・88条の3",
    },
    ...countedMonths(months).map(countedLine),
  ]);
};

/** The kinds that do not add to the amount: those that count for the 120 months only, and those that count for nothing. */
export const uncountedLines = (asked: BenefitMonths): EstimateLine[] => {
  const onlyQualifying = kindsWords(asked, ["deferred", "complementary"]);
  const nothing = kindsWords(asked, neverCounting);
  return present<EstimateLine>([
    onlyQualifying !== "" && {
      code: "months-qualifying-only",
      message: `${onlyQualifying}は、受給資格期間には数えますが、額には数えません。`,
      article: "国民年金法26条・27条・附則9条1項",
    },
    nothing !== "" && {
      code: "months-not-counted",
      message: `${nothing}は、額にも受給資格期間にも数えません(一部免除は残りを納めたときだけ数えます)。`,
      article: "国民年金法5条・90条の2",
    },
  ]);
};

/** Kinds left out because only months of 第1号 count; none where there are none. */
export const otherCategoriesLine = (asked: BenefitMonths, article: string): EstimateLine | null => {
  const others: readonly MonthKind[] = ["category2", "category3", "complementary"];
  const words = kindsWords(asked, others);
  return words === ""
    ? null
    : { code: "only-category-1", message: `第1号の月だけを数えるため、${words}は数えません。`, article };
};
