import { addHours, type Hour, isHour } from "./hours.ts";

/** Everything of the chain lies below this in the audit bucket, and nothing else does. */
export const trailFolder = "trail/";

/** For so many hours after its own an entry that came late is still taken into the chain, marked as late. */
export const lateHours = 2;

const folderOf = (hour: Hour) => hour.slice(0, 10).replaceAll("-", "/");
const entriesPrefix = `${trailFolder}entries/`;
const digestsPrefix = `${trailFolder}digests/`;

/** The hour's entries. An hour without entries has no such file. */
export const entriesName = (hour: Hour): string => `${entriesPrefix}${folderOf(hour)}/${hour}.ndjson`;

/** Entries of `hour` that came after its file was written: taken in by the digest `after` hours later (1 to {@link lateHours}). */
export const lateName = (hour: Hour, after: number): string =>
  `${entriesPrefix}${folderOf(hour)}/${hour}.late-${after}.ndjson`;

export const digestName = (hour: Hour): string => `${digestsPrefix}${folderOf(hour)}/${hour}.json`;
export const signatureName = (hour: Hour): string => `${digestName(hour)}.sig`;

/** The prefix of a day's digests and of a day's entries (UTC). */
export const dayPrefixes = (hour: Hour): readonly string[] => [
  `${digestsPrefix}${folderOf(hour)}/`,
  `${entriesPrefix}${folderOf(hour)}/`,
];

export type TrailName =
  | { readonly kind: "digest"; readonly hour: Hour; readonly digestHour: Hour }
  | { readonly kind: "signature"; readonly hour: Hour; readonly digestHour: Hour }
  | { readonly kind: "entries"; readonly hour: Hour; readonly digestHour: Hour; readonly late: number };

const shapes = /\/([^/.]+)(\.ndjson|\.late-([1-9])\.ndjson|\.json|\.json\.sig)$/;

/** What an object of the trail is by its name; undefined for a name that the trail does not give. */
export const readTrailName = (name: string): TrailName | undefined => {
  const [, hour = "", ending, nth] = shapes.exec(name) ?? [];
  if (!isHour(hour)) return undefined;
  const late = Number(nth ?? 0);
  if (late > lateHours) return undefined;
  const read: TrailName =
    ending === ".json" || ending === ".json.sig"
      ? { kind: ending === ".json" ? "digest" : "signature", hour, digestHour: hour }
      : { kind: "entries", hour, digestHour: addHours(hour, late), late };
  return nameOf(read) === name ? read : undefined;
};

const nameOf = (read: TrailName): string => {
  if (read.kind === "entries") return read.late === 0 ? entriesName(read.hour) : lateName(read.hour, read.late);
  return read.kind === "digest" ? digestName(read.hour) : signatureName(read.hour);
};

/** The files that the digest of `hour` may name, in the order in which it names them. */
export const filesOfDigest = (
  hour: Hour,
): readonly { readonly name: string; readonly hour: Hour; readonly late: boolean }[] => [
  ...Array.from({ length: lateHours }, (_, index) => {
    const after = lateHours - index;
    const of = addHours(hour, -after);
    return { name: lateName(of, after), hour: of, late: true };
  }),
  { name: entriesName(hour), hour, late: false },
];
