import { addMonths, lastDayOf, monthOf, type PlainDate, type PlainMonth } from "./calendar.ts";
import { cycleMonths, cycleYear } from "./year-cycle.ts";

/** The last day to ask for 追納 of an exempted month: within the ten years before the month of approval (法94条1項; confidence medium for the day). */
export const latePaymentUntil = (month: PlainMonth): PlainDate => lastDayOf(addMonths(month, 120));

/** The oldest month that can still be asked for on `appliedOn`, by the same count. */
export const oldestLateMonth = (appliedOn: PlainDate): PlainMonth => addMonths(monthOf(appliedOn), -120);

/**
 * Whether an amount is added to the premium of `month` when it is paid on `paidOn`: from the third 年度 after its own; a
 * March still without it in April (法94条3項, 令10条1項; the April is confidence medium).
 */
export const carriesSurcharge = (month: PlainMonth, paidOn: PlainDate): boolean => {
  const april = addMonths(cycleMonths("fiscal", cycleYear("fiscal", month)).from, 36);
  return monthOf(paidOn) >= (month.endsWith("-03") ? addMonths(april, 1) : april);
};
