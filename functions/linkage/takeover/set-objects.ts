import { createHash } from "node:crypto";
import { sha256 } from "../../../shared/stores/files.ts";
import type { StoredVersion, Versions } from "../../../shared/stores/versions.ts";
import type { SetFiles } from "./read-set.ts";

export const setFolder = (set: string): string => `takeover/${set}/`;

/** Every version below a prefix, a page at a time. */
export async function* versionsBelow(bucket: Versions, prefix: string): AsyncGenerator<StoredVersion> {
  for (let after: string | null = null; ; ) {
    const page = await bucket.page(prefix, after);
    yield* page.versions;
    if (page.next === null) return;
    after = page.next;
  }
}

/** What lies in the folder of a set, in every version. */
export interface FolderContent {
  readonly files: SetFiles;
  /** SHA-256 over the names and contents of all of it. */
  readonly fingerprint: string;
  /** A name was put there with one content and then with another. */
  readonly rewritten: boolean;
  readonly distinct: readonly { readonly sha256: string; readonly size: number }[];
  /** Versions, without the marks that something was deleted. */
  readonly versions: number;
}

/** The number of a set, by the names and contents of its files, whatever their order. */
export const fingerprintOf = (contents: Iterable<readonly [name: string, sha256: string]>): string =>
  createHash("sha256")
    .update([...new Set([...contents].map(([name, digest]) => `${digest}  ${name}\n`))].toSorted().join(""))
    .digest("hex");

/** Undefined where nothing lies. */
export const folderContent = async (bucket: Versions, set: string): Promise<FolderContent | undefined> => {
  const files = new Map<string, Uint8Array>();
  const contents: (readonly [string, string])[] = [];
  const sizes = new Map<string, number>();
  for await (const { name, version, marker } of versionsBelow(bucket, setFolder(set))) {
    const bytes = marker ? undefined : await bucket.get(name, version);
    if (bytes === undefined) continue;
    const digest = sha256(bytes);
    const within = name.slice(setFolder(set).length);
    files.set(within, bytes);
    contents.push([within, digest]);
    sizes.set(digest, bytes.length);
  }
  if (contents.length === 0) return undefined;
  return {
    files,
    fingerprint: fingerprintOf(contents),
    rewritten: new Set(contents.map((each) => each.join(" "))).size > files.size,
    distinct: [...sizes].map(([digest, size]) => ({ sha256: digest, size })),
    versions: contents.length,
  };
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
