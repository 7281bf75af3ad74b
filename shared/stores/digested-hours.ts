import * as z from "zod";
import { addHours, type Hour, hourSchema } from "../audit/hours.ts";
import { lateHours } from "../audit/trail-names.ts";
import { addMonths, type PlainMonth, plainMonth } from "../law/calendar.ts";
import { type Database, type Item, queryAll } from "./database.ts";

/** What the digest of an hour leaves of it: how much there was, by kind and by officer, and which digest it went into. */
const hourRow = z.object({
  sk: hourSchema,
  entries: z.int(),
  refused: z.int(),
  kinds: z.record(z.string(), z.int()),
  officers: z.record(z.string(), z.object({ entries: z.int(), refused: z.int() })),
  late: z.int(),
  files: z.int(),
  digest: z.string(),
  sha256: z.string(),
  merkleRoot: z.string(),
});

export interface TrailHour extends Omit<z.infer<typeof hourRow>, "sk"> {
  readonly hour: Hour;
}

const partition = (hour: string) => `HOURS#${hour.slice(0, 7)}`;

const hourFrom = (item: Item): TrailHour => {
  const { sk: hour, ...row } = hourRow.parse(item);
  return { hour, ...row };
};

/** Months (UTC) from that of `from` to that of `to`, oldest first. */
const monthsOf = (from: Hour, to: Hour): PlainMonth[] => {
  const months: PlainMonth[] = [];
  const last = plainMonth(to.slice(0, 7));
  for (let month = plainMonth(from.slice(0, 7)); month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
};

/** Digested hours from `from` to `to`, both inclusive, oldest first. */
export const hoursDigested = async (database: Database, from: Hour, to: Hour): Promise<TrailHour[]> => {
  const hours: TrailHour[] = [];
  for (const month of monthsOf(from, to))
    for await (const item of queryAll(database, { table: "traces", pk: partition(month), between: { from, to } }))
      hours.push(hourFrom(item));
  return hours;
};

/**
 * Hours from `first` to `last` of which the digests say that they hold nothing of use, by `mayHold`. An hour that something came
 * late to is not among them: the late ones count where they were taken in.
 */
export const hoursWithout = async (
  database: Database,
  first: Hour,
  last: Hour,
  mayHold: (row: TrailHour) => boolean,
): Promise<ReadonlySet<Hour>> => {
  const rows = new Map(
    (await hoursDigested(database, first, addHours(last, lateHours))).map((row): [Hour, TrailHour] => [row.hour, row]),
  );
  const isComplete = (hour: Hour) =>
    Array.from({ length: lateHours }, (_, after) => rows.get(addHours(hour, after + 1))).every(
      (row) => row?.late === 0,
    );
  return new Set([...rows].flatMap(([hour, row]) => (hour <= last && !mayHold(row) && isComplete(hour) ? [hour] : [])));
};
