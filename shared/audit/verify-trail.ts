import type { KeyObject } from "node:crypto";
import type { Instant } from "../law/calendar.ts";
import type { AttestedBeginning, attestedBeginning } from "./attested-beginning.ts";
import { checkFiles, checkLink, checkSigned, type FoundDigest, findDigest } from "./check-digest.ts";
import { sha256Of } from "./digest.ts";
import { addHours, type Hour, lastHourBefore } from "./hours.ts";
import { idSet } from "./id-set.ts";
import { fault, type TrailFault } from "./trail-faults.ts";
import { dayPrefixes, digestName, readTrailName, trailFolder } from "./trail-names.ts";
import type { TrailReader } from "./trail-reader.ts";

/** Minutes after an hour before which it gets no digest: what its calls still write has come by then. */
export const graceMinutes = 15;
/** Minutes after an hour by which its digest must be there. */
const dueMinutes = 30;
/** Findings a report holds; the rest are counted. */
const mostFaults = 1_000;

export interface TrailCheck {
  readonly reader: TrailReader;
  /** All that is needed: no key of the writer, no database. */
  readonly publicKey: KeyObject;
  readonly now: Instant;
  /** Only these hours; the whole trail when left out. */
  readonly range?: { readonly from: Hour; readonly to: Hour };
  /** SHA-256 of a digest, as it was once exported: it must still be in the chain. */
  readonly head?: string;
  /** Looks for whatever attests that what came before the oldest digest was erased by rule; without it nothing does. */
  readonly attested?: ReturnType<typeof attestedBeginning>;
}

export interface TrailReport {
  readonly ok: boolean;
  readonly hours: number;
  readonly entries: number;
  readonly faults: readonly TrailFault[];
  /** Findings beyond those named. */
  readonly further: number;
  readonly head: { readonly name: string; readonly hour: Hour; readonly sha256: string } | null;
  /** Of a trail whose beginning was erased by rule. */
  readonly erased: AttestedBeginning | null;
}

/** Every object of the trail, or of the range, by name. */
const namesOf = async ({ reader, range }: TrailCheck): Promise<Set<string>> => {
  const names = new Set<string>();
  if (!range) {
    for await (const name of reader.list(trailFolder)) names.add(name);
    return names;
  }
  const prefixes = new Set<string>();
  for (let hour = addHours(range.from, -24); hour <= addHours(range.to, 23); hour = addHours(hour, 24))
    for (const prefix of dayPrefixes(hour)) prefixes.add(prefix);
  for (const prefix of prefixes)
    for await (const name of reader.list(prefix)) {
      const read = readTrailName(name);
      if (!read || (read.digestHour >= range.from && read.digestHour <= range.to)) names.add(name);
    }
  return names;
};

const hoursBetween = (from: Hour, until: Hour): number => {
  let count = 0;
  for (let hour = from; hour < until && count < 100_000; hour = addHours(hour, 1)) count += 1;
  return count;
};

/**
 * Verifies the trail from what lies in the bucket and the public key alone: every signature, the chain in both directions,
 * every hour between the first and the last that is due, every file and every entry, and that nothing lies there that no
 * digest names. Reads one hour at a time; keeps the names of the objects and sixteen bytes for each entry's id.
 */
export const verifyTrail = async (check: TrailCheck): Promise<TrailReport> => {
  const { reader, publicKey, now, range, head, attested } = check;
  const faults: TrailFault[] = [];
  let further = 0;
  const tell = (found: readonly TrailFault[]) => {
    const room = Math.max(0, mostFaults - faults.length);
    faults.push(...found.slice(0, room));
    further += Math.max(0, found.length - room);
  };
  const names = await namesOf(check);
  const present = new Set<Hour>();
  for (const name of names) {
    const read = readTrailName(name);
    if (read?.kind === "digest") present.add(read.hour);
  }
  const due = lastHourBefore(now, dueMinutes);
  const latest = lastHourBefore(now, graceMinutes);
  const expected = range && range.to < due ? range.to : due;
  const ids = idSet();
  let [hours, entries, before, last] = [
    0,
    0,
    undefined as FoundDigest | undefined,
    undefined as FoundDigest | undefined,
  ];
  let headFound = false;
  let erased: AttestedBeginning | null = null;

  /** Hours without a digest from `from` up to but without `until`. */
  const gap = (code: "digest-missing" | "truncated", from: Hour, until: Hour) => {
    if (from < until) tell([fault(code, digestName(from), `${from} から${hoursBetween(from, until)}時間分`)]);
  };

  for (const hour of [...present].toSorted()) {
    const found = await findDigest(reader, hour);
    if (!found) continue;
    // The hour's digest is being made right now.
    if (hour > due && hour <= latest && found.signature === undefined) continue;
    const { digest } = found;
    tell(checkSigned(found, publicKey));
    if (hour > latest) tell([fault("from-the-future", digestName(hour))]);
    if (last === undefined) {
      // What lies before the range is looked at for its link alone.
      before = range && digest?.previousDigest ? await findDigest(reader, addHours(hour, -1)) : undefined;
      const previous = digest?.previousDigest;
      // Nothing is missing before where the range begins.
      if (attested && previous && range?.from !== hour) erased = (await attested(previous)) ?? null;
      const started = previous === null || erased !== null;
      if (range && !started) gap("digest-missing", range.from, hour);
      else if (!range && digest && !started) tell([fault("head-cut", digestName(hour))]);
    } else {
      gap("digest-missing", addHours(last.hour, 1), hour);
      if (last.hour !== addHours(hour, -1)) before = undefined;
    }
    if (before) tell(checkLink(found, before));
    else if (last && digest?.previousDigest === null) tell([fault("chain-broken", digestName(hour))]);
    names.delete(digestName(hour));
    names.delete(`${digestName(hour)}.sig`);
    if (digest) {
      tell(await checkFiles(reader, hour, digest, ids.add));
      for (const { name } of digest.files) names.delete(name);
      entries += digest.entries;
    }
    headFound ||= sha256Of(found.bytes) === head;
    hours += 1;
    before = found;
    last = found;
  }
  if (!last) tell([fault("no-trail", range ? digestName(range.from) : trailFolder)]);
  else gap("truncated", addHours(last.hour, 1), addHours(expected, 1));
  for (const name of names) {
    const digestHour = readTrailName(name)?.digestHour;
    const beingMade = digestHour !== undefined && digestHour > due && digestHour <= latest;
    if (!beingMade) tell([fault("unexpected-object", name)]);
  }
  if (head !== undefined && !headFound) tell([fault("head-differs", last ? digestName(last.hour) : trailFolder, head)]);
  return {
    ok: faults.length === 0,
    hours,
    entries,
    faults,
    further,
    head: last ? { name: digestName(last.hour), hour: last.hour, sha256: sha256Of(last.bytes) } : null,
    erased,
  };
};
