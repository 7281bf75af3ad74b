import * as z from "zod";
import { type AuditEntry, entryDigest } from "../audit/entry.ts";
import { readLine } from "../audit/entry-lines.ts";
import { type Hour, hourOf } from "../audit/hours.ts";
import { type Database, type Item, type Key, queryAll } from "./database.ts";

export const storedRow = z.object({ sk: z.string(), entry: z.string(), digest: z.string() });

/** A row of the trail's table as it lies there. `entry` is undefined when the row is not one that auditWrite makes. */
export interface TrailRow {
  readonly place: string;
  readonly text: string;
  readonly entry: AuditEntry | undefined;
}

const rowOf = (item: Item): Omit<TrailRow, "place"> => {
  const row = storedRow.safeParse(item);
  const text = row.success ? row.data.entry : "";
  const entry = readLine(Buffer.from(text, "utf8"));
  const whole =
    row.success &&
    entry !== undefined &&
    item.sk === `${entry.at}#${entry.id}` &&
    item.pk === `HOUR#${hourOf(entry.at)}` &&
    row.data.digest === entryDigest(text);
  return { text, entry: whole ? entry : undefined };
};

/** The entry in a row; undefined for a row that was tampered with: it blinds nobody to the others, and the daily comparison tells of it. */
export const entryIn = (item: Item | undefined): AuditEntry | undefined => item && rowOf(item).entry;

/** Every row of an hour in the order of the trail, whatever it holds: the chain must not stop at a row that was tampered with. */
export async function* rowsOfHour(database: Database, hour: Hour): AsyncGenerator<TrailRow> {
  for await (const item of queryAll(database, { table: "audit", pk: `HOUR#${hour}` })) {
    const { text, entry } = rowOf(item);
    yield { place: item.sk.replace("#", "_"), text, entry };
  }
}

/** Whether any entry was made in the hour. */
export const hasRows = async (database: Database, hour: Hour): Promise<boolean> =>
  (await database.query({ table: "audit", pk: `HOUR#${hour}`, limit: 1 })).length > 0;

/** Where the rows of an hour lie, whatever they hold. */
export async function* rowPlacesOfHour(database: Database, hour: Hour): AsyncGenerator<Key> {
  for await (const { pk, sk } of queryAll(database, { table: "audit", pk: `HOUR#${hour}` })) yield { pk, sk };
}
