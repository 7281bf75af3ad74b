import { addDays, type PlainDate } from "./calendar.ts";
import { nextOfficeDay } from "./office-days.ts";

/** `statutory` is the last day by the count alone; `effective` moves it off a closed day. */
export interface FilingDeadline {
  readonly statutory: PlainDate;
  readonly effective: PlainDate;
}

/**
 * The last day to file within `days` of an event: the day of the event is not counted (民法140条), and a last day on
 * which the office is closed becomes the next office day (地方自治法4条の2第4項; confidence medium).
 * A late filing is still accepted and dated by its event.
 */
export const filingDeadline = (eventOn: PlainDate, days = 14): FilingDeadline => {
  const statutory = addDays(eventOn, days);
  return { statutory, effective: nextOfficeDay(statutory) };
};

/**
 * The last day for the ward to report a filing to JPS: 14 days from acceptance (法12条4項, 則9条), the day of acceptance
 * not counted. What arrives on a closed day is accepted on the next office day; a last day that is closed moves to the
 * next office day (行政機関の休日に関する法律2条; that it covers the ward's report is doubtful, confidence medium).
 */
export const reportDeadline = (acceptedOn: PlainDate): PlainDate =>
  nextOfficeDay(addDays(nextOfficeDay(acceptedOn), 14));
