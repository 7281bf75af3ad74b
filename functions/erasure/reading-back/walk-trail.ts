import { hoursBackwards } from "../../../shared/audit/trail-months.ts";
import { addDays, firstDayOf, lastDayOf, type PlainMonth } from "../../../shared/law/calendar.ts";
import { type ErasureItem, itemsOwnedBy } from "../../../shared/stores/erasures.ts";
import { monthOfRecord, trailMonths, trailObjectsOf } from "../../../shared/stores/trail-months.ts";
import { rowPlacesOfHour } from "../../../shared/stores/trail-rows.ts";
import { type CopyPlace, comeUpon } from "./come-upon.ts";
import type { Reading } from "./reading.ts";
import type { Walk } from "./walk.ts";

const name = "erased-trail";

/** Whatever lies where a month of the trail lay: objects of its digests in any version, and rows of its hours. */
async function* leftOf(month: PlainMonth, { turn }: Reading): AsyncGenerator<CopyPlace> {
  const { buckets, database } = turn.ports;
  for (let day = firstDayOf(month); day <= lastDayOf(month); day = addDays(day, 1)) {
    for (const versions of (await trailObjectsOf(buckets.audit, day)).values())
      for (const { name, version } of versions) yield { kind: "object", bucket: "audit", name, version };
    for (const hour of hoursBackwards(day))
      for await (const place of rowPlacesOfHour(database, hour)) yield { kind: "row", table: "audit", ...place };
  }
}

const behind = (months: readonly ErasureItem[], after: string | null) =>
  months.find(({ record, state }) => state === "erased" && (after === null || record > after));

/** Every hour of every month that was taken away is asked for in the bucket and in the table; a month a page. */
export const walkTrail: Walk = {
  name,
  page: async (after, reading: Reading) => {
    const months = await itemsOwnedBy(reading.turn.ports.database, reading.erasureId, "~", trailMonths);
    const item = behind(months, after);
    if (!item) return { examined: { [name]: 0 }, found: { [name]: 0 }, removed: 0, next: null };
    const of = { owner: item.owner, record: item.record };
    let found = 0;
    let removed = 0;
    for await (const place of leftOf(monthOfRecord(item.record), reading))
      if ((await comeUpon({ of, place, known: "same-place" }, reading)) === "removed") removed += 1;
      else found += 1;
    return { examined: { [name]: 1 }, found: { [name]: found }, removed, next: item.record };
  },
};
