import { type StoredVersion, type Versions, VersionsStay } from "../../shared/stores/versions.ts";

interface Kept extends Omit<StoredVersion, "latest"> {
  readonly order: number;
  readonly bytes: Uint8Array;
}

const ninth = new Uint8Array(9);

/** A double of a versioned bucket that knows instants, marks of deletion and locks, and lists as S3 does: by name, newest first, page by page, and in each page the marks apart. */
export const versionedBucket = (pageSize = 3) => {
  let drawn = 0;
  let kept: readonly Kept[] = [];
  const locked = new Set<string>();
  const add = (name: string, at: string, marker: boolean, bytes: Uint8Array): string => {
    drawn += 1;
    kept = [...kept, { name, at, marker, version: `v${drawn}`, order: drawn, size: marker ? 0 : bytes.length, bytes }];
    return `v${drawn}`;
  };
  const listed = (): StoredVersion[] =>
    kept
      .toSorted((a, b) => (a.name === b.name ? b.order - a.order : a.name < b.name ? -1 : 1))
      .map(({ order, bytes, ...version }) => ({
        ...version,
        latest: !kept.some((other) => other.name === version.name && other.order > order),
      }));
  const versions: Versions = {
    page: async (prefix, after) => {
      const all = listed().filter(({ name }) => name.startsWith(prefix));
      const from = after === null ? 0 : all.findIndex(({ name, version }) => `${name} ${version}` === after) + 1;
      const page = all.slice(from, from + pageSize);
      const last = page.at(-1);
      const inTwo = [...page.filter(({ marker }) => !marker), ...page.filter(({ marker }) => marker)];
      return { versions: inTwo, next: last && from + pageSize < all.length ? `${last.name} ${last.version}` : null };
    },
    get: async (name, version) =>
      kept.find((each) => each.name === name && each.version === version && !each.marker)?.bytes,
    remove: async (going) => {
      const gone = new Set(going.map(({ name, version }) => `${name} ${version}`));
      const stays = ({ name, version }: Kept) => locked.has(version) || !gone.has(`${name} ${version}`);
      const refused = kept.some((each) => locked.has(each.version) && gone.has(`${each.name} ${each.version}`));
      kept = kept.filter(stays);
      if (refused) throw new VersionsStay();
    },
  };
  return {
    versions,
    put: (name: string, at: string, bytes = ninth) => add(name, at, false, bytes),
    mark: (name: string, at: string) => add(name, at, true, new Uint8Array()),
    /** Under Object Lock: whoever asks for it to go is refused. */
    lock: (version: string) => locked.add(version),
    unlock: () => locked.clear(),
    /** Names of whatever is there in any version, in order. */
    names: () => [...new Set(listed().map(({ name }) => name))],
    /** What a reader of the bucket sees. */
    visible: () => listed().flatMap(({ name, latest, marker }) => (latest && !marker ? [name] : [])),
  };
};
