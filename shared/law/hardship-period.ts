import { addDays, addMonths, monthOf, type PlainDate, type PlainMonth, plainDate, plainMonth } from "./calendar.ts";
import type { ClosedSpan } from "./month-span.ts";
import { cycleMonths } from "./year-cycle.ts";

/** From the month before the day to June of the second year after it; an application is still needed for each 免除年度. */
const periodFrom = (day: PlainDate): ClosedSpan => ({
  from: addMonths(monthOf(day), -1),
  until: plainMonth(`${Number(day.slice(0, 4)) + 2}-06`),
});

/**
 * The months for which leaving work on `leftOn` counts as hardship (則77条の7; confidence medium): the day that counts is
 * the day after, on which 第2号 ends, both for the first month and for the year, so that 31 December reaches a year further.
 */
export const unemploymentPeriod = (leftOn: PlainDate): ClosedSpan => periodFrom(addDays(leftOn, 1));

/** The first month of {@link unemploymentPeriod} a person who was 第2号 until leaving can use: earlier ones are months of 第2号. */
export const firstUnemployedMonth = (leftOn: PlainDate): PlainMonth => monthOf(addDays(leftOn, 1));

/** The earliest day of leaving work that still reaches into the 免除年度 beginning in `year` (則77条の7; confidence medium). */
export const earliestLeavingDay = (year: number): PlainDate => {
  const reaching = Number(cycleMonths("exemption", year).from.slice(0, 4)) - 1;
  return addDays(plainDate(`${reaching}-01-01`), -1);
};

/** The months for which a disaster on `struckOn` counts as hardship: the month before to June two years on (則77条の7第1号). */
export const disasterPeriod = (struckOn: PlainDate): ClosedSpan => periodFrom(struckOn);

/**
 * Whether a loss opens the disaster ground: about half of the property's price or more, what insurance made good left out.
 * Judge the property with the greatest loss. Amounts in yen (則77条の7第1号; 年管管発1222第7号).
 */
export const isDisasterLoss = (loss: {
  readonly price: number;
  readonly damage: number;
  readonly compensated: number;
}): boolean => loss.price > 0 && (loss.damage - loss.compensated) * 2 >= loss.price;
