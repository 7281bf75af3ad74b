import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { entryLines, inOrder, placeOf, readLine, splitLines } from "../../../shared/audit/entry-lines.ts";
import { addHours, type Hour } from "../../../shared/audit/hours.ts";
import { entriesName, filesOfDigest, lateHours, lateName } from "../../../shared/audit/trail-names.ts";
import { rowsOfHour } from "../../../shared/stores/trail-rows.ts";
import { type DigestPorts, TrailDiffers } from "./ports.ts";

const entryType = "application/x-ndjson";

/** The hour's entries as the table has them. A row that is no entry is told of and left out: it must not stop the chain. */
const entriesOf = async ({ database, log }: DigestPorts, hour: Hour): Promise<AuditEntry[]> => {
  const entries: AuditEntry[] = [];
  for await (const { place, entry } of rowsOfHour(database, hour)) {
    if (entry) entries.push(entry);
    else log.note("trail-differs", { hour, place, fault: "row-malformed" });
  }
  return entries;
};

/** Places of the entries in files that are there. */
const placesIn = async ({ trail }: DigestPorts, names: readonly string[]): Promise<Set<string>> => {
  const places = new Set<string>();
  for (const name of names)
    for (const line of splitLines((await trail.get(name)) ?? new Uint8Array()).lines) {
      const entry = readLine(line);
      if (entry) places.add(placeOf(entry));
    }
  return places;
};

/** A file that a turn before this one left: kept as it is, if each of its lines is a row of the table. */
const adopted = (name: string, bytes: Uint8Array, entries: readonly AuditEntry[]): Uint8Array => {
  const known = new Map(entries.map((entry) => [placeOf(entry), entry]));
  const kept = splitLines(bytes).lines.flatMap((line) => {
    const entry = readLine(line);
    return (entry && known.get(placeOf(entry))) ?? [];
  });
  if (!entryLines(inOrder(kept)).equals(bytes)) throw new TrailDiffers(name);
  return bytes;
};

const writeFile = async (
  ports: DigestPorts,
  name: string,
  { all, wanted }: { readonly all: readonly AuditEntry[]; readonly wanted: readonly AuditEntry[] },
): Promise<Uint8Array | undefined> => {
  const there = await ports.trail.get(name);
  if (there) return adopted(name, there, all);
  if (wanted.length === 0) return undefined;
  const bytes = entryLines(inOrder(wanted));
  if (await ports.trail.add(name, bytes, entryType)) return bytes;
  const other = await ports.trail.get(name);
  if (!other) throw new Error("a file of the trail is being written by somebody else");
  return adopted(name, other, all);
};

/** Entries of `of` that no file before the one `after` hours later holds. */
const lateEntries = async (ports: DigestPorts, of: Hour, after: number) => {
  const all = await entriesOf(ports, of);
  if (all.length === 0) return { all, wanted: all };
  const before = Array.from({ length: after - 1 }, (_, index) => lateName(of, index + 1));
  const known = await placesIn(ports, [entriesName(of), ...before]);
  return { all, wanted: all.filter((entry) => !known.has(placeOf(entry))) };
};

/** Writes the entry files of an hour's digest, each unless it is there, and gives all of them. */
export const writeFiles = async (ports: DigestPorts, hour: Hour): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  const write = async (name: string, found: Parameters<typeof writeFile>[2]) => {
    const bytes = await writeFile(ports, name, found);
    if (bytes) files.set(name, bytes);
  };
  for (let after = lateHours; after >= 1; after -= 1) {
    const of = addHours(hour, -after);
    await write(lateName(of, after), await lateEntries(ports, of, after));
  }
  const own = await entriesOf(ports, hour);
  await write(entriesName(hour), { all: own, wanted: own });
  return files;
};

/** The entry files of an hour as they lie in the bucket. */
export const filesThere = async ({ trail }: DigestPorts, hour: Hour): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  for (const { name } of filesOfDigest(hour)) {
    const bytes = await trail.get(name);
    if (bytes) files.set(name, bytes);
  }
  return files;
};
