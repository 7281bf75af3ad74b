import type { AuditEntry } from "../audit/entry.ts";
import type { Hour } from "../audit/hours.ts";
import type { Database } from "./database.ts";
import { entriesBy, type Trace } from "./traces.ts";
import { entryIn } from "./trail-rows.ts";

const usualPage = 200;

/** The entries of an hour, newest first; only those up to `to` (an instant, or the beginning of one) where it is given. */
export async function* newestOfHour(database: Database, hour: Hour, to: string = hour): AsyncGenerator<AuditEntry> {
  for (let after: string | undefined; ; ) {
    const items = await database.query({
      table: "audit",
      pk: `HOUR#${hour}`,
      between: { from: hour, to: `${to}~` },
      descending: true,
      limit: usualPage,
      ...(after === undefined ? {} : { after }),
    });
    for (const item of items) {
      const entry = entryIn(item);
      if (entry) yield entry;
    }
    after = items.at(-1)?.sk;
    if (items.length < usualPage || after === undefined) return;
  }
}

/** The entries that a trace leads to, newest first, between two instants or beginnings of them, both inclusive. */
export async function* newestBy(
  database: Database,
  trace: Trace,
  { from, to }: { readonly from: string; readonly to: string },
  pageSize: number = usualPage,
): AsyncGenerator<AuditEntry> {
  if (from > `${to}~`) return;
  for (let after: string | undefined; ; ) {
    const page = await entriesBy(database, trace, {
      from,
      to,
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    yield* page.entries;
    if (page.next === null) return;
    after = page.next;
  }
}

/** The entry at a place of the trail, `<at>_<id>`. */
export const findEntry = async (database: Database, place: string): Promise<AuditEntry | undefined> => {
  const key = { pk: `HOUR#${place.slice(0, 13)}`, sk: place.replace("_", "#") };
  const [item] = await database.getAll([{ table: "audit", key }]);
  return entryIn(item);
};
