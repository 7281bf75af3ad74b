import { ownActor } from "../../shared/access/caller.ts";
import {
  type Fate,
  type FileOwner,
  fateOf,
  type TemporaryBucket,
  temporaryBuckets,
} from "../../shared/domain/temporary-files.ts";
import { trailEntry } from "../../shared/http/call.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { everyVersion, type StoredVersion } from "../../shared/stores/versions.ts";
import type { TemporaryPorts } from "./ports.ts";
import { type Whose, whoseFile } from "./whose-file.ts";

/** The clock in the access trail: it acts for itself, under its own name. */
const caller = ownActor("schedule:temporary-files");

interface Judged {
  /** Newest first. */
  readonly versions: readonly StoredVersion[];
  readonly fate: Fate;
}

const newestFirst = (a: StoredVersion, b: StoredVersion): number =>
  Number(b.latest) - Number(a.latest) || Date.parse(b.at) - Date.parse(a.at);

/** Every name with all its versions. */
const filesOf = async (bucket: TemporaryBucket, ports: TemporaryPorts): Promise<readonly StoredVersion[][]> => {
  const byName = new Map<string, StoredVersion[]>();
  for await (const version of everyVersion(ports.buckets[bucket])) {
    const known = byName.get(version.name);
    if (known) known.push(version);
    else byName.set(version.name, [version]);
  }
  return [...byName.values()].map((versions) => versions.toSorted(newestFirst));
};

/** Looks each owner up once; undefined, and logged, where that fails: then nothing is known of its files, and they stay. */
const ownersIn = (ports: TemporaryPorts) => {
  const owners = new Map<string, FileOwner | undefined>();
  return async ({ owner, look }: Whose): Promise<FileOwner | undefined> => {
    if (!owners.has(owner))
      owners.set(
        owner,
        await look(ports.database).catch((error) => {
          ports.log.fault(error);
          return undefined;
        }),
      );
    return owners.get(owner);
  };
};

/** What becomes of each file. Owners are looked up after the listing: what was over then needs none of what was listed. */
const judge = async (bucket: TemporaryBucket, ports: TemporaryPorts): Promise<readonly Judged[]> => {
  const files = await filesOf(bucket, ports);
  const ownerOf = ownersIn(ports);
  const judged: Judged[] = [];
  const now = ports.clock();
  for (const versions of files) {
    const [newest] = versions;
    if (newest === undefined) continue;
    const whose = whoseFile(bucket, newest.name);
    const owner = await ownerOf(whose);
    if (owner === undefined) continue;
    const file = { place: whose.place, owner, newestAt: newest.at, deleted: newest.marker };
    judged.push({ versions, fate: fateOf(file, now, ports.limitDays) });
  }
  return judged;
};

/**
 * Takes away what goes, and gives how many of the names are there all the same. Versions are named: one that was put meanwhile
 * stays. The oldest go first, so that a sweep that was cut off never brings an older one to light.
 */
const takeAway = async (bucket: TemporaryBucket, going: readonly Judged[], ports: TemporaryPorts): Promise<number> => {
  const versions = going.flatMap((file) => file.versions.toReversed());
  if (versions.length === 0) return 0;
  await ports.buckets[bucket].remove(versions).catch((error) => ports.log.fault(error));
  const gone = new Set(versions.map(({ name, version }) => `${version} ${name}`));
  const stuck = new Set<string>();
  for await (const { name, version } of everyVersion(ports.buckets[bucket]))
    if (gone.has(`${version} ${name}`)) stuck.add(name);
  return stuck.size;
};

const sweepBucket = async (bucket: TemporaryBucket, correlationId: string, ports: TemporaryPorts) => {
  const files = await judge(bucket, ports);
  const going = files.filter(({ fate }) => fate.goes);
  const told = (why: Fate["told"]) => files.filter(({ fate }) => fate.told === why).length;
  const counts = { late: told("late"), untaken: told("untaken"), waiting: told("waiting") };
  const tell = (stuck: number) => {
    if (stuck + counts.late + counts.untaken + counts.waiting > 0)
      ports.log.note("temporary-file-stays", { bucket, stuck, ...counts });
  };
  try {
    if (going.length > 0) {
      const { random } = ports;
      const origin = { caller, correlationId, action: "temporary-files:sweep", kind: "change", random } as const;
      const codes = [bucket, `files-${going.length}`, `late-${counts.late}`];
      // Before they go: cut off in between, the trail says more than was done, never less.
      await keepTrail(ports.database, trailEntry(origin, ports.clock(), { purpose: "temporary-files", codes }));
    }
    const stuck = await takeAway(bucket, going, ports);
    tell(stuck);
    return { looked: files.length, gone: going.length - stuck };
  } catch (error) {
    // Whether they went nobody knows: the next sweep sees.
    tell(going.length);
    throw error;
  }
};

/**
 * Every hour: what its owner no longer needs, or is past its limit, goes in every version; whatever should not have been there
 * any more, or is not gone afterwards, is told of. What fails for one bucket is logged, and the others do not wait for it; that
 * all were gone through is said only when none failed, and the silence raises an alarm.
 */
export const sweepFiles = (ports: TemporaryPorts) => async (): Promise<void> => {
  const correlationId = `temporary-files-${ports.clock()}`;
  const swept: { readonly looked: number; readonly gone: number }[] = [];
  for (const bucket of temporaryBuckets) {
    try {
      swept.push(await sweepBucket(bucket, correlationId, ports));
    } catch (error) {
      ports.log.fault(error);
    }
  }
  if (swept.length < temporaryBuckets.length) return;
  const sum = (what: "looked" | "gone") => swept.reduce((total, each) => total + each[what], 0);
  ports.log.note("temporary-files-swept", { looked: sum("looked"), gone: sum("gone") });
};
