import * as z from "zod";
import type { StoredVersion, Versions } from "./versions.ts";

/** An object in all its versions and marks of deletion. */
export interface NamedVersions {
  readonly name: string;
  readonly versions: readonly StoredVersion[];
}

type Listed = Pick<Versions, "page">;

/** The page of the bucket to look at, and the name behind which to begin there. */
const place = z.tuple([z.string().nullable(), z.string().nullable()]);

/** As S3 orders names: by their UTF-8 bytes. */
const isBehind = (name: string, other: string | null): boolean =>
  other === null || Buffer.compare(Buffer.from(name), Buffer.from(other)) > 0;

/** Every version and mark of one name; none where it is gone. */
export const versionsOf = async (bucket: Listed, name: string): Promise<readonly StoredVersion[]> => {
  const own: StoredVersion[] = [];
  for (let after: string | null = null; ; ) {
    const { versions, next } = await bucket.page(name, after);
    own.push(...versions.filter((version) => version.name === name));
    // Longer names come behind it.
    if (next === null || versions.some((version) => version.name !== name)) return own;
    after = next;
  }
};

const byName = (versions: readonly StoredVersion[]): Map<string, StoredVersion[]> => {
  const names = new Map<string, StoredVersion[]>();
  for (const version of versions) {
    const own = names.get(version.name);
    if (own) own.push(version);
    else names.set(version.name, [version]);
  }
  return names;
};

/**
 * A page of names in order, each with everything of it: what lies across the edge of the bucket's own page is read to its
 * end, and not met again. `placeOf` says where to go on behind the `nth` name, `next` behind the last of the page.
 */
export const pageOfNames = async (
  bucket: Listed,
  after: string | null,
): Promise<{
  readonly names: readonly NamedVersions[];
  readonly placeOf: (nth: number) => string;
  readonly next: string | null;
}> => {
  const [from, behind] = after === null ? [null, null] : place.parse(JSON.parse(after));
  const { versions, next } = await bucket.page("", from);
  const found = byName(versions.filter(({ name }) => isBehind(name, behind)));
  const names = [...found.keys()].toSorted((a, b) => (isBehind(a, b) ? 1 : -1));
  const last = names.at(-1) ?? behind;
  if (next !== null && last !== null && found.has(last)) found.set(last, [...(await versionsOf(bucket, last))]);
  return {
    names: names.map((name) => ({ name, versions: found.get(name) ?? [] })),
    placeOf: (nth) => {
      const name = names[nth];
      if (name === undefined) throw new RangeError("a place behind a name that the page does not have");
      return JSON.stringify([from, name]);
    },
    next: next && JSON.stringify([next, last]),
  };
};
