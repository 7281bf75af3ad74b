import { findDigest } from "./check-digest.ts";
import type { TrailDigest } from "./digest.ts";
import { sha256Of } from "./digest.ts";
import { addHours, type Hour } from "./hours.ts";
import { dayPrefixes, readTrailName } from "./trail-names.ts";
import type { TrailReader } from "./trail-reader.ts";

/** A signed digest as the auditor's desk lists it. */
export interface ListedDigest {
  readonly digest: TrailDigest;
  readonly sha256: string;
}

/** The digest of an hour; undefined while there is none that is signed and readable. Whether it is whole, verifyTrail says. */
export const readSignedDigest = async (reader: TrailReader, hour: Hour): Promise<ListedDigest | undefined> => {
  const found = await findDigest(reader, hour);
  return found?.digest && found.signature !== undefined
    ? { digest: found.digest, sha256: sha256Of(found.bytes) }
    : undefined;
};

/** The hours from `from` to `to`, inclusive, that have a signed digest, in order. Reads names alone. */
export const digestedHours = async (reader: TrailReader, from: Hour, to: Hour): Promise<Hour[]> => {
  const hours: Hour[] = [];
  for (let hour = from; hour <= addHours(to, 23); hour = addHours(hour, 24)) {
    const [digests = ""] = dayPrefixes(hour);
    for await (const name of reader.list(digests)) {
      const read = readTrailName(name);
      if (read?.kind === "signature" && read.hour >= from && read.hour <= to) hours.push(read.hour);
    }
  }
  return hours.toSorted();
};
