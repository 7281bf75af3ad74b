import { addMonths, lastDayOf, type PlainDate, type PlainMonth } from "./calendar.ts";

/** The last day to ask for 追納 of an exempted month: within the ten years before the month of approval (法94条1項; confidence medium for the day). */
export const latePaymentUntil = (month: PlainMonth): PlainDate => lastDayOf(addMonths(month, 120));
