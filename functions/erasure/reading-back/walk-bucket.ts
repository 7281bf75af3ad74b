import type { Hit } from "../../../shared/protection/mark-search.ts";
import type { StoredVersion } from "../../../shared/stores/versions.ts";
import { groupsOf } from "../../groups-of.ts";
import type { BucketRead } from "../ports.ts";
import { whoCameBack } from "./came-back.ts";
import { type Copy, comeUpon } from "./come-upon.ts";
import type { Erased, Reading } from "./reading.ts";
import type { Walk } from "./walk.ts";

/** Objects in memory at once. */
const atOnce = 4;

interface Read {
  readonly version: StoredVersion;
  readonly hits: readonly Hit<Erased>[];
  readonly unreadable: boolean;
}

const readVersion = async (bucket: BucketRead, version: StoredVersion, reading: Reading): Promise<Read> => {
  const search = await reading.search();
  const named = search.inText(version.name);
  const bytes = version.marker
    ? undefined
    : await reading.turn.ports.buckets[bucket].get(version.name, version.version);
  if (!bytes) return { version, hits: named, unreadable: false };
  const { hits, unreadable } = search.inBytes(bytes);
  const others = named.filter(({ of }) => !hits.some((hit) => hit.of === of));
  return { version, hits: [...hits, ...others], unreadable };
};

/** Every version of every object, by its name and by what is in it. Those of a form that nobody can look into are counted. */
export const walkBucket = (bucket: BucketRead): Walk => {
  const name = `bucket-${bucket}`;
  return {
    name,
    page: async (after, reading: Reading) => {
      const { turn } = reading;
      const { versions, next } = await turn.ports.buckets[bucket].page("", after);
      let found = 0;
      let removed = 0;
      let unread = 0;
      for (const group of groupsOf(versions, atOnce)) {
        const read = await Promise.all(group.map((version) => readVersion(bucket, version, reading)));
        unread += read.filter(({ unreadable }) => unreadable).length;
        const hits = read.flatMap(({ version, hits: all }) => all.map((hit) => ({ version, hit })));
        const back = await whoCameBack(
          hits.map(({ hit }) => hit.of.owner),
          turn.ports,
        );
        for (const { version, hit } of hits) {
          // What was put after they were erased, and they are on file again, is of their new record.
          if (back.has(hit.of.owner) && hit.known !== "sealed-copy" && version.at > reading.erasedFrom) continue;
          const place = { kind: "object", bucket, name: version.name, version: version.version } as const;
          const copy: Copy = { of: hit.of, place, known: hit.known };
          if ((await comeUpon(copy, reading)) === "removed") removed += 1;
          else found += 1;
        }
      }
      return {
        examined: { [name]: versions.length, "not-looked-into": unread },
        found: { [name]: found },
        removed,
        next,
      };
    },
  };
};
