import { sha256 } from "../../../shared/stores/files.ts";
import type { StoredVersion, Versions } from "../../../shared/stores/versions.ts";
import type { SetFiles } from "./read-set.ts";

const folder = "takeover/";

export const setFolder = (set: string): string => `${folder}${set}/`;
/** Beside the sets, not among them: a report stays when its set goes. */
export const resultName = (fingerprint: string): string => `takeover-results/${fingerprint}.json`;

/** Every version below a prefix, a page at a time. */
export async function* versionsBelow(bucket: Versions, prefix: string): AsyncGenerator<StoredVersion> {
  for (let after: string | null = null; ; ) {
    const page = await bucket.page(prefix, after);
    yield* page.versions;
    if (page.next === null) return;
    after = page.next;
  }
}

const fileWithin = /^takeover\/([a-z0-9-]{1,40})\/([a-z0-9-]{1,40}\.(?:csv|json))$/;

/** Objects that count of each set, in their latest version. */
export const setsIn = async (bucket: Versions): Promise<ReadonlyMap<string, readonly StoredVersion[]>> => {
  const sets = new Map<string, StoredVersion[]>();
  for await (const version of versionsBelow(bucket, folder)) {
    const set = fileWithin.exec(version.name)?.[1];
    if (set === undefined || !version.latest || version.marker) continue;
    sets.set(set, [...(sets.get(set) ?? []), version]);
  }
  return sets;
};

export const filesOf = async (bucket: Versions, versions: readonly StoredVersion[]): Promise<SetFiles> => {
  const files = new Map<string, Uint8Array>();
  for (const { name, version } of versions) {
    const bytes = await bucket.get(name, version);
    if (bytes) files.set(name.slice(name.lastIndexOf("/") + 1), bytes);
  }
  return files;
};

interface Searched {
  readonly examined: number;
  /** Names of objects that hold a file of the set, byte for byte. */
  readonly copies: readonly string[];
}

/** Looks through every version in the bucket for files of a set, wherever they lie. Only what has the size of one is read. */
export const copiesIn = async (
  bucket: Versions,
  files: readonly { readonly sha256: string; readonly size: number }[],
): Promise<Searched> => {
  const sizes = new Set(files.map(({ size }) => size));
  const digests = new Set(files.map((file) => file.sha256));
  const copies: string[] = [];
  let examined = 0;
  for await (const { name, version, size, marker } of versionsBelow(bucket, "")) {
    examined += 1;
    if (marker || !sizes.has(size)) continue;
    const bytes = await bucket.get(name, version);
    if (bytes && digests.has(sha256(bytes))) copies.push(name);
  }
  return { examined, copies };
};
