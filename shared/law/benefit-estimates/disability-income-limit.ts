import { plainMonth } from "../calendar.ts";
import type { Estimate } from "./estimate.ts";
import { estimateSuspension, type SuspensionEstimate, type SuspensionIncome, suspensionAgainst } from "./suspension.ts";

/** The income of a year, and so the October of the next to the September after. */
export interface IncomeOfYear extends SuspensionIncome {
  readonly year: number;
}

export interface IncomeLimitEstimate extends Estimate {
  readonly periods: readonly SuspensionEstimate[];
}

/** 20歳前傷病による障害基礎年金の所得による支給停止, year by year in order (法36条の3). */
export const estimateDisabilityIncomeLimit = (incomes: readonly IncomeOfYear[]): IncomeLimitEstimate => {
  const periods = incomes
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, ...income }) => estimateSuspension(plainMonth(`${year + 1}-10`), income, "disability"));
  return {
    periods,
    lines: [
      {
        code: "other-suspensions",
        message: "恩給・労災の年金との調整、国外に住むこと・拘禁などによる停止、災害による特例は見ていません。",
        article: "国民年金法36条の2・36条の4",
      },
    ],
    against: periods.flatMap((period) => suspensionAgainst(period, "disability")),
  };
};
