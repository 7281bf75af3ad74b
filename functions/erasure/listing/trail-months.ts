import { monthOfHour, monthsFrom } from "../../../shared/audit/trail-months.ts";
import { dayAt, monthOf } from "../../../shared/law/calendar.ts";
import { holdingOfTrailMonth, oldestDigest } from "../../../shared/stores/trail-months.ts";
import type { Phase } from "./phase.ts";
import { foundIn } from "./records.ts";

/** Every month of the trail from its oldest digest on, each as one record. */
export const trailMonths: Phase = {
  name: "trail-months",
  page: async (after, looking) => {
    const { buckets, clock } = looking.ports;
    const oldest = await oldestDigest(buckets.audit);
    const all = oldest === undefined ? [] : monthsFrom(monthOfHour(oldest), monthOf(dayAt(clock())));
    const months = all.filter((month) => after === null || month > after);
    return {
      looked: months.map((month) => foundIn(holdingOfTrailMonth(month), looking)),
      placeOf: (nth) => {
        const month = months[nth];
        if (month === undefined) throw new RangeError("a place behind a month that the page does not have");
        return month;
      },
      next: null,
    };
  },
};
