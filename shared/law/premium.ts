import { type PlainMonth, plainMonth } from "./calendar.ts";
import { type DatedTable, rowAt } from "./dated.ts";
import { roundToTenYen } from "./rounding.ts";

const article = "国民年金法87条3項";

/** 保険料の月額, yen. A year's amount is fixed two years ahead; nothing is known past R9. R4–R6: own knowledge, confidence high. */
export const monthlyPremiums: DatedTable<number> = {
  rows: [
    { from: plainMonth("2022-04"), value: 16_590, article },
    { from: plainMonth("2023-04"), value: 16_520, article },
    { from: plainMonth("2024-04"), value: 16_980, article },
    { from: plainMonth("2025-04"), value: 17_510, article },
    { from: plainMonth("2026-04"), value: 17_920, article },
    { from: plainMonth("2027-04"), value: 18_290, article },
  ],
  knownUntil: plainMonth("2028-03"),
};

/** 一部免除: three quarters, half or a quarter of the premium is exempted and the rest is to be paid. */
export type PartialExemption = "three-quarters" | "half" | "quarter";

const quartersToPay = { "three-quarters": 1, half: 2, quarter: 3 } as const satisfies Record<PartialExemption, number>;

/** The premium of `month` in yen; undefined where it has not been fixed or lies before the table. */
export const premiumOf = (month: PlainMonth): number | undefined => rowAt(monthlyPremiums, month)?.value;

/** What is left to pay after a partial exemption, to ten yen: under 5 dropped, 5 and over raised (法90条の2第6項). */
export const partPaymentOf = (exemption: PartialExemption, monthlyYen: number): number =>
  roundToTenYen(monthlyYen, quartersToPay[exemption], 4);

/** 付加保険料 of a month, yen, whatever the exemption (法87条の2第1項). */
export const additionalPremium = 400;
