import { premiumDueOn, prescribedOn } from "./application-window.ts";
import { addMonths, monthOf, type PlainDate, type PlainMonth } from "./calendar.ts";

/** The first month from `month` on of which `holds`, which once true stays true. */
const firstFrom = (month: PlainMonth, holds: (month: PlainMonth) => boolean): PlainMonth => {
  let found = month;
  while (!holds(found)) found = addMonths(found, 1);
  return found;
};

/**
 * The oldest month that a 納付申出 made on `chosenOn` can name: its premium is not prescribed yet (法89条2項・102条4項; that the
 * time runs from the 納期限 of the month, and not from the 申出, is confidence medium).
 */
export const oldestPayableMonth = (chosenOn: PlainDate): PlainMonth =>
  firstFrom(addMonths(monthOf(chosenOn), -27), (month) => prescribedOn(month) >= chosenOn);

/** The first month whose 納期限 has not come on `day`: from it on a 納付申出 can be brought to its end (法89条2項). */
export const firstMonthNotDue = (day: PlainDate): PlainMonth =>
  firstFrom(addMonths(monthOf(day), -3), (month) => premiumDueOn(month) > day);
