import { addYears, type PlainDate } from "../calendar.ts";
import { deathLumpSum, lumpSumMonths, lumpSumOfAdditional, lumpSums } from "../death-benefits.ts";
import type { Reason } from "../reason.ts";
import { yen } from "../rounding.ts";
import { type BenefitMonths, kindsWords, lumpSumMonthsOf, neverCounting } from "./benefit-months.ts";
import { type Estimate, type EstimateLine, present } from "./estimate.ts";
import { partMonthsWords } from "./fractions.ts";
import { otherCategoriesLine } from "./month-lines.ts";

export interface LumpSumFacts {
  /** Of 第1号 up to the month before the death; other kinds are left out, and a line says so. */
  readonly months: BenefitMonths;
  readonly diedOn: PlainDate;
  readonly claimedOn: PlainDate;
  /** The deceased had received 老齢基礎 or 障害基礎年金. */
  readonly deceasedReceived: boolean;
  /** Somebody can receive 遺族基礎年金 for this death. */
  readonly survivorPension: boolean;
  /** The family member shared a livelihood with the deceased. */
  readonly sharedLivelihood: boolean;
}

export interface LumpSumEstimate extends Estimate {
  /** Yen, once; 0 while something stands against it. */
  readonly yen: number;
}

const monthsArticle = "国民年金法52条の2第1項";
const tableArticle = "国民年金法52条の4第1項";
const least = lumpSums[0].from;

const weights = { paid: [1, "1"], quarter: [0.75, "3/4"], half: [0.5, "1/2"], threeQuarters: [0.25, "1/4"] } as const;
const names = { paid: "納付済", quarter: "4分の1免除", half: "半額免除", threeQuarters: "4分の3免除" } as const;

const monthLines = (months: ReturnType<typeof lumpSumMonthsOf>): EstimateLine[] =>
  (["paid", "quarter", "half", "threeQuarters"] as const)
    .filter((kind) => months[kind] > 0)
    .map((kind) => ({
      code: `lump-months-${kind === "threeQuarters" ? "three-quarters" : kind}`,
      message: `${names[kind]}${months[kind]}月×${weights[kind][1]}で、${partMonthsWords(months[kind] * weights[kind][0] * 24)}と数えます。`,
      article: monthsArticle,
      ...(kind !== "paid" && { confidence: "medium" }),
    }));

const rowLine = (counted: number): EstimateLine | false => {
  const at = lumpSums.findLastIndex(({ from }) => from <= counted);
  const [row, next] = [lumpSums[at], lumpSums[at + 1]];
  if (row === undefined) return false;
  const reach = next === undefined ? `${row.from}月以上` : `${row.from}月以上${next.from}月未満`;
  return {
    code: "lump-sum",
    message: `数える月は${partMonthsWords(counted * 24)}で、${reach}の額は${yen(row.yen)}です。`,
    article: tableArticle,
    yen: row.yen,
  };
};

const obstaclesOf = (facts: LumpSumFacts, counted: number): Reason[] => {
  const lastDay = addYears(facts.diedOn, 2);
  return present<Reason>([
    counted < least && {
      code: "lump-months-short",
      message: `納めた月が${least}月に${partMonthsWords((least - counted) * 24)}足りません。`,
      article: monthsArticle,
    },
    facts.deceasedReceived && {
      code: "deceased-received",
      message: "死亡した人が老齢基礎年金または障害基礎年金を受けたことがあるため、支給されません。",
      article: "国民年金法52条の2第1項ただし書",
    },
    facts.survivorPension && {
      code: "survivor-pension-payable",
      message: "この死亡で遺族基礎年金を受けられる人がいるため、支給されません。",
      article: "国民年金法52条の2第2項",
    },
    !facts.sharedLivelihood && {
      code: "livelihood-apart",
      message: "死亡した人と生計を同じくしていた遺族だけが受けられます。",
      article: "国民年金法52条の3第1項",
    },
    facts.claimedOn > lastDay && {
      code: "claim-lapsed",
      message: `請求できるのは死亡の翌日から2年(${lastDay}まで)です。`,
      article: "国民年金法102条4項",
    },
  ]);
};

/** 死亡一時金 by months of 第1号 that were paid (法52条の2〜52条の6). */
export const estimateDeathLumpSum = (facts: LumpSumFacts): LumpSumEstimate => {
  const months = lumpSumMonthsOf(facts.months);
  const counted = lumpSumMonths(months);
  const against = obstaclesOf(facts, counted);
  const unpaid = kindsWords(facts.months, ["full", "fullBefore", "deferred", ...neverCounting]);
  const { from, yen: added } = lumpSumOfAdditional;
  const lines = present<EstimateLine>([
    ...monthLines(months),
    unpaid !== "" && {
      code: "lump-months-not-counted",
      message: `${unpaid}は、保険料を納めていないため数えません。`,
      article: monthsArticle,
    },
    otherCategoriesLine(facts.months, monthsArticle),
    rowLine(counted),
    months.additional > 0 && {
      code: months.additional >= from ? "lump-additional" : "lump-additional-short",
      message:
        months.additional >= from
          ? `付加保険料を${from}月以上(${months.additional}月)納めたため、${yen(added)}が加わります。`
          : `付加保険料は${months.additional}月で、${from}月に足りないため加算はありません。`,
      article: "国民年金法52条の4第2項",
      yen: months.additional >= from ? added : 0,
    },
    {
      code: "lump-order",
      message:
        "受けられるのは配偶者、子、父母、孫、祖父母、兄弟姉妹の順で、寡婦年金を受けられる人はどちらかを選びます。",
      article: "国民年金法52条の3・52条の6",
    },
  ]);
  return { yen: against.length === 0 ? deathLumpSum(months) : 0, lines, against };
};
