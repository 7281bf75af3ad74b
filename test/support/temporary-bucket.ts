import type { StoredVersion, Versions } from "../../shared/stores/versions.ts";

interface Kept extends Omit<StoredVersion, "latest"> {
  readonly order: number;
}

/** A double of a versioned bucket that knows instants and marks of deletion, and lists as S3 does: by name, newest first, page by page, and in each page the marks apart. */
export const temporaryBucket = (pageSize = 3) => {
  let drawn = 0;
  let kept: readonly Kept[] = [];
  const add = (name: string, at: string, marker: boolean): string => {
    drawn += 1;
    kept = [...kept, { name, at, marker, version: `v${drawn}`, order: drawn, size: marker ? 0 : 9 }];
    return `v${drawn}`;
  };
  const listed = (): StoredVersion[] =>
    kept
      .toSorted((a, b) => (a.name === b.name ? b.order - a.order : a.name < b.name ? -1 : 1))
      .map(({ order, ...version }) => ({
        ...version,
        latest: !kept.some((other) => other.name === version.name && other.order > order),
      }));
  const versions: Pick<Versions, "page" | "remove"> = {
    page: async (prefix, after) => {
      const all = listed().filter(({ name }) => name.startsWith(prefix));
      const from = after === null ? 0 : all.findIndex(({ name, version }) => `${name} ${version}` === after) + 1;
      const page = all.slice(from, from + pageSize);
      const last = page.at(-1);
      const inTwo = [...page.filter(({ marker }) => !marker), ...page.filter(({ marker }) => marker)];
      return { versions: inTwo, next: last && from + pageSize < all.length ? `${last.name} ${last.version}` : null };
    },
    remove: async (going) => {
      const gone = new Set(going.map(({ name, version }) => `${name} ${version}`));
      kept = kept.filter(({ name, version }) => !gone.has(`${name} ${version}`));
    },
  };
  return {
    versions,
    put: (name: string, at: string) => add(name, at, false),
    mark: (name: string, at: string) => add(name, at, true),
    /** Names of whatever is there in any version, in order. */
    names: () => [...new Set(listed().map(({ name }) => name))],
    /** What a reader of the bucket sees. */
    visible: () => listed().flatMap(({ name, latest, marker }) => (latest && !marker ? [name] : [])),
  };
};
