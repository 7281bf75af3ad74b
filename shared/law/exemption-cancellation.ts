import { addMonths, monthOf, type PlainDate, type PlainMonth } from "./calendar.ts";

/** The first month a 取消申請 can reach: the month before that of the application (法90条3項; confidence medium). */
export const cancellableFrom = (appliedOn: PlainDate): PlainMonth => addMonths(monthOf(appliedOn), -1);
