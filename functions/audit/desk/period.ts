import { endOf, firstHourOfDay, lastHourOfDay, startOf } from "../../../shared/audit/hours.ts";
import type { Days } from "../../../shared/contracts/audit.ts";
import type { Instant } from "../../../shared/law/calendar.ts";

/** Hours (UTC) of days in Japan, up to that of `now`: what is yet to come holds nothing. */
export const hoursOf = ({ from, to }: Days, now: Instant) => {
  const last = lastHourOfDay(to);
  const current = now.slice(0, 13);
  return { first: firstHourOfDay(from), last: (last < current ? last : current) as typeof last };
};

/** The first instant of the days, and the last one that may hold an entry. */
export const instantsOf = ({ from, to }: Days, now: Instant): { readonly from: Instant; readonly to: Instant } => {
  const end = endOf(lastHourOfDay(to));
  return { from: startOf(firstHourOfDay(from)), to: end <= now ? (`${lastHourOfDay(to)}:59:59.999Z` as Instant) : now };
};
