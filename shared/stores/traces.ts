import * as z from "zod";
import type { AuditEntry } from "../audit/entry.ts";
import type { Hour } from "../audit/hours.ts";
import { keysOf } from "../domain/keys-of.ts";
import { roles } from "../domain/roles.ts";
import { instantSchema } from "../domain/values.ts";
import { type Database, type Key, queryAll, type Write } from "./database.ts";
import { entryIn, rowsOfHour } from "./trail-rows.ts";

/**
 * Ways to the entries of the trail. The hour's digest adds them once the hour is over, so that an entry costs whoever makes
 * it nothing more; entries of hours not yet digested are read from their hours. All of it can be made anew from the trail.
 */
export type Trace = { readonly by: "officer"; readonly id: string } | { readonly by: "subject"; readonly id: string };

const partition = (trace: Trace) => `${trace.by.toUpperCase()}#${trace.id}`;
/** Sorts by time; leads to the entry, which lies in the partition of its hour. */
const placeOf = ({ at, id }: AuditEntry) => `${at}#${id}`;
const entryKey = (place: string): Key => ({ pk: `HOUR#${place.slice(0, 13)}`, sk: place });

const tracesOf = ({ officer, subjects }: AuditEntry): Trace[] => [
  { by: "officer", id: officer },
  ...[...new Set(subjects)].map((id) => ({ by: "subject", id }) as const),
];

const usePartition = (officer: string) => `USE#${officer}`;

/** The rows that lead to an entry, and what it says of when its officer last did that. Written again they say the same. */
export const traceWrites = (entry: AuditEntry): Write[] => [
  ...tracesOf(entry).map(
    (trace): Write => ({ kind: "put", table: "traces", item: { pk: partition(trace), sk: placeOf(entry) } }),
  ),
  ...(entry.result === "done"
    ? [
        {
          kind: "put",
          table: "traces",
          item: { pk: usePartition(entry.officer), sk: entry.action, at: entry.at, roles: [...entry.roles] },
        } as const,
      ]
    : []),
];

const useRow = z.object({ sk: z.string(), at: instantSchema, roles: z.array(z.enum(keysOf(roles))) });

/** When an officer last did each thing, up to the last hour that was digested. */
export const usesOf = async (database: Database, officer: string) => {
  const uses: { action: string; at: z.infer<typeof instantSchema> }[] = [];
  for await (const item of queryAll(database, { table: "traces", pk: usePartition(officer) })) {
    const { sk: action, at } = useRow.parse(item);
    uses.push({ action, at });
  }
  return uses;
};

interface Stretch {
  /** Instants, inclusive. */
  readonly from: string;
  readonly to: string;
  /** Continue before this place. */
  readonly after?: string;
  readonly limit: number;
}

/** Entries that a trace leads to, newest first. `next` is set while more may follow. */
export const entriesBy = async (
  database: Database,
  trace: Trace,
  { from, to, after, limit }: Stretch,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly next: string | null }> => {
  const rows = await database.query({
    table: "traces",
    pk: partition(trace),
    between: { from, to: `${to}~` },
    descending: true,
    limit,
    ...(after === undefined ? {} : { after }),
  });
  const items = await database.getAll(rows.map(({ sk }) => ({ table: "audit", key: entryKey(sk) })));
  const entries = items.flatMap((item) => entryIn(item) ?? []);
  return { entries, next: rows.length < limit ? null : (rows.at(-1)?.sk ?? null) };
};

/** Every entry of an hour (`2026-11-26T02`, UTC), in the order of the trail. */
export async function* entriesOfHour(database: Database, hour: Hour): AsyncGenerator<AuditEntry> {
  for await (const { entry } of rowsOfHour(database, hour)) if (entry) yield entry;
}

/**
 * The rows of many entries, each once. Of when an officer last did something only the latest is kept, and none where the
 * table already knows of a later time: entries that came late are digested after later ones.
 */
export const traceWritesOf = async (database: Database, entries: readonly AuditEntry[]): Promise<Write[]> => {
  const rows = new Map<string, Write & { readonly kind: "put" }>();
  const uses = new Map<string, Write & { readonly kind: "put" }>();
  for (const write of entries.flatMap(traceWrites)) {
    if (write.kind !== "put") continue;
    const place = `${write.item.pk}\0${write.item.sk}`;
    const known = uses.get(place);
    if (write.item.at === undefined) rows.set(place, write);
    else if (!known || String(known.item.at) <= String(write.item.at)) uses.set(place, write);
  }
  const wanted = [...uses.values()];
  const found = await database.getAll(wanted.map(({ item: { pk, sk } }) => ({ table: "traces", key: { pk, sk } })));
  const newer = wanted.filter(({ item }, index) => String(found[index]?.at ?? "") <= String(item.at));
  return [...rows.values(), ...newer];
};

/**
 * Takes away an hour of the trail: of each entry the rows that lead to it and then itself, so that whatever is cut off leaves no
 * way to nothing; a row that was tampered with goes too.
 */
export async function* goneWritesOfHour(database: Database, hour: Hour): AsyncGenerator<Write> {
  for await (const item of queryAll(database, { table: "audit", pk: `HOUR#${hour}` })) {
    const entry = entryIn(item);
    for (const trace of entry ? tracesOf(entry) : [])
      yield { kind: "remove", table: "traces", key: { pk: partition(trace), sk: item.sk } };
    yield { kind: "remove", table: "audit", key: { pk: item.pk, sk: item.sk } };
  }
}
