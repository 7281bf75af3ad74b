import { addMonths, monthOf, type PlainDate, type PlainMonth, plainMonth } from "./calendar.ts";
import { type DatedTable, rowAt } from "./dated.ts";
import type { Suspension } from "./disability-income-limit.ts";

const article = "特定障害者に対する特別障害給付金の支給に関する法律4条・5条";

/** 特別障害給付金 a month, yen, by grade. R4–R6 confidence medium. */
export const specialDisabilityBenefits: DatedTable<{ readonly 1: number; readonly 2: number }> = {
  rows: [
    { from: plainMonth("2022-04"), value: { 1: 52_300, 2: 41_840 }, article },
    { from: plainMonth("2023-04"), value: { 1: 53_650, 2: 42_920 }, article },
    { from: plainMonth("2024-04"), value: { 1: 55_350, 2: 44_280 }, article },
    { from: plainMonth("2025-04"), value: { 1: 56_850, 2: 45_480 }, article },
    { from: plainMonth("2026-04"), value: { 1: 58_650, 2: 46_920 }, article },
  ],
  knownUntil: plainMonth("2027-03"),
};

/** The monthly amount of a grade in `month`, yen; undefined where none has been fixed. */
export const specialDisabilityBenefitOf = (grade: 1 | 2, month: PlainMonth): number | undefined =>
  rowAt(specialDisabilityBenefits, month)?.value[grade];

/**
 * What is paid of a month, yen: what income leaves (同法9条), less the monthly amount of other public pensions, never below 0
 * (同法16条). The order, suspension first, is confidence medium.
 */
export const specialDisabilityPayment = (
  monthlyYen: number,
  suspension: Suspension,
  otherPensionMonthlyYen: number,
): number => {
  const left = { none: monthlyYen, half: Math.floor(monthlyYen / 2), all: 0 }[suspension];
  return Math.max(0, left - otherPensionMonthlyYen);
};

/** The first month paid: the one after the month of the claim (同法11条). */
export const specialDisabilityFirstMonth = (claimedOn: PlainDate): PlainMonth => addMonths(monthOf(claimedOn), 1);
