import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { addHours, type Hour, hourOf } from "../../../shared/audit/hours.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { hoursWithout, type TrailHour } from "../../../shared/stores/digested-hours.ts";
import { newestBy, newestOfHour } from "../../../shared/stores/newest-entries.ts";
import type { Trace } from "../../../shared/stores/traces.ts";
import { isWanted, type Wanted } from "./wanted.ts";

/** Entries and hours looked through for one page: some seconds of work. A page that ends for it says where to go on. */
const usualMost = 10_000;

export interface Search {
  readonly wanted: Wanted;
  /** Only entries before this place: a page goes on where the one before it ended. */
  readonly before?: string | undefined;
  readonly limit: number;
  /** Hours from this one on are read themselves, earlier ones by the rows that lead to an officer or a person; all themselves when null. */
  readonly readFrom: Hour | null;
  /** Entries and hours looked through at most. */
  readonly most?: number;
}

/** Where the search stands: at an entry, or at an hour that it is through with. An hour's name sorts before all of its entries. */
interface Standing {
  readonly place: string;
  readonly entry?: AuditEntry;
}

/** `<at>_<id>`: sorts by time. */
export const placeOf = ({ at, id }: Pick<AuditEntry, "at" | "id">): string => `${at}_${id}`;

/** Whether an hour can hold something that is wanted, by what its digest counted. */
const mayHold =
  ({ kind, result }: Wanted) =>
  ({ entries, kinds, refused }: TrailHour): boolean =>
    entries > 0 && (kind === undefined || (kinds[kind] ?? 0) > 0) && (result !== "refused" || refused > 0);

/** What narrows the search most: people are looked at by fewer entries than officers make. */
const traceOf = ({ officer, subject }: Wanted): Trace | undefined => {
  if (subject !== undefined) return { by: "subject", id: subject };
  return officer === undefined ? undefined : { by: "officer", id: officer };
};

async function* throughHours(
  database: Database,
  { wanted, readFrom }: Search,
  { first, last, to }: { readonly first: Hour; readonly last: Hour; readonly to: string },
): AsyncGenerator<Standing> {
  const settledTo = readFrom === null ? null : addHours(readFrom, -1);
  const skipped =
    settledTo === null || settledTo < last
      ? new Set<Hour>()
      : await hoursWithout(database, last, settledTo < first ? settledTo : first, mayHold(wanted));
  for (let hour = first; hour >= last; hour = addHours(hour, -1)) {
    if (!skipped.has(hour))
      for await (const entry of newestOfHour(database, hour, hour === first ? to : hour))
        yield { place: placeOf(entry), entry };
    yield { place: hour };
  }
}

/** The last instant, or the last hour, that a page behind `before` may reach. */
const lastBefore = (before: string): string => {
  const [at = before, id] = before.split("_");
  return id === undefined ? addHours(before as Hour, -1) : at;
};

/** All that may be wanted, newest first, each entry once: what is read hour by hour, then what rows lead to. */
async function* newestFirst(database: Database, search: Search): AsyncGenerator<Standing> {
  const { wanted, before, readFrom } = search;
  const to = before !== undefined && before < wanted.to ? lastBefore(before) : wanted.to;
  const first = to.slice(0, 13) as Hour;
  const start = hourOf(wanted.from);
  const trace = traceOf(wanted);
  const followed = trace !== undefined && readFrom !== null && readFrom > start;
  const last = followed ? readFrom : start;
  yield* throughHours(database, search, { first, last, to });
  if (!trace || !followed) return;
  const settledTo: string = addHours(readFrom, -1);
  for await (const entry of newestBy(database, trace, { from: wanted.from, to: settledTo < to ? settledTo : to }))
    yield { place: placeOf(entry), entry };
}

/** One page of what is wanted, newest first; `next` is where the next page begins, null once there is nothing more. */
export const findEntries = async (
  database: Database,
  search: Search,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly next: string | null }> => {
  const { wanted, before, limit, most = usualMost } = search;
  const entries: AuditEntry[] = [];
  let looked = 0;
  let end = "";
  for await (const { place, entry } of newestFirst(database, search)) {
    // The page before this one ended among entries of one instant.
    if (before !== undefined && place >= before) continue;
    const fits = entry !== undefined && isWanted(wanted, entry);
    // The page is full and there is more; or it took long enough.
    if ((fits && entries.length === limit) || looked === most) return { entries, next: end };
    looked += 1;
    if (fits) entries.push(entry);
    end = place;
  }
  return { entries, next: null };
};
