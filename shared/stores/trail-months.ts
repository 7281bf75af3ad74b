import { firstHourOfDay, type Hour, lastHourOfDay } from "../audit/hours.ts";
import { dayPrefixes, readTrailName, trailFolder } from "../audit/trail-names.ts";
import { lastDayOf, type PlainDate, type PlainMonth, plainMonth } from "../law/calendar.ts";
import type { Holding } from "./holding.ts";
import type { StoredVersion, Versions } from "./versions.ts";

type Listed = Pick<Versions, "page">;

/** How the records of months begin. */
export const trailMonths = "trail:";
export const isTrailMonth = (record: string): boolean => record.startsWith(trailMonths);
const trailMonthRecord = (month: PlainMonth): string => `${trailMonths}${month}`;
/** @throws when the record is none of a month. */
export const monthOfRecord = (record: string): PlainMonth => plainMonth(record.slice(trailMonths.length));

/** What a month (in Japan) of the trail is, for erasure: one record, of nobody's, since it tells of everybody. */
export const holdingOfTrailMonth = (month: PlainMonth): Holding => ({
  kind: "record",
  owner: "~",
  record: trailMonthRecord(month),
  class: "audit-record",
  clockOn: lastDayOf(month),
});

async function* versionsUnder(bucket: Listed, folder: string): AsyncGenerator<readonly StoredVersion[]> {
  for (let after: string | null = null; ; ) {
    const { versions, next } = await bucket.page(folder, after);
    yield versions;
    if (next === null) return;
    after = next;
  }
}

/** The hour of the oldest digest that is there in any version; undefined where there is none. */
export const oldestDigest = async (bucket: Listed): Promise<Hour | undefined> => {
  // Names sort by their hours, and marks of deletion lie apart on a page: its least is the least of all.
  for await (const versions of versionsUnder(bucket, `${trailFolder}digests/`)) {
    const [first] = versions.flatMap(({ name }) => readTrailName(name)?.hour ?? []).toSorted();
    if (first !== undefined) return first;
  }
  return undefined;
};

/**
 * Every version of every object of the digests of a day (in Japan), by the hour of the digest: entries that came late lie with
 * the digest that took them in, and go with it.
 */
export const trailObjectsOf = async (
  bucket: Listed,
  day: PlainDate,
): Promise<ReadonlyMap<Hour, readonly StoredVersion[]>> => {
  const [first, last] = [firstHourOfDay(day), lastHourOfDay(day)];
  const objects = new Map<Hour, StoredVersion[]>();
  // The day lies in two of UTC's; what came late is filed under an hour of up to two before.
  for (const folder of [...dayPrefixes(first), ...dayPrefixes(last)])
    for await (const versions of versionsUnder(bucket, folder))
      for (const version of versions) {
        const hour = readTrailName(version.name)?.digestHour;
        if (hour === undefined || hour < first || hour > last) continue;
        objects.set(hour, [...(objects.get(hour) ?? []), version]);
      }
  return objects;
};
