import { ownActor } from "../../shared/access/caller.ts";
import { type Fate, type FileOwner, fateOf } from "../../shared/domain/temporary-files.ts";
import { trailEntry } from "../../shared/http/call.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { everyVersion, type StoredVersion } from "../../shared/stores/versions.ts";
import { type TemporaryBucket, type TemporaryPorts, temporaryBuckets } from "./ports.ts";
import { whoseFile } from "./whose-file.ts";

/** The clock in the access trail: it acts for itself, under its own name. */
const caller = ownActor("schedule:temporary-files");

interface Judged {
  readonly versions: readonly StoredVersion[];
  readonly fate: Fate;
}

/** Every name with all its versions, newest first. */
const filesOf = async (bucket: TemporaryBucket, ports: TemporaryPorts): Promise<readonly StoredVersion[][]> => {
  const byName = new Map<string, StoredVersion[]>();
  for await (const version of everyVersion(ports.buckets[bucket]))
    byName.set(version.name, [...(byName.get(version.name) ?? []), version]);
  return [...byName.values()].map((versions) => versions.toSorted((a, b) => Number(b.latest) - Number(a.latest)));
};

/** What becomes of each file. Owners are looked up after the listing: what was over then needs none of what was listed. */
const judge = async (bucket: TemporaryBucket, ports: TemporaryPorts): Promise<Judged[]> => {
  const owners = new Map<string, FileOwner>();
  const judged: Judged[] = [];
  const files = await filesOf(bucket, ports);
  const now = ports.clock();
  for (const versions of files) {
    const [newest] = versions;
    if (newest === undefined) continue;
    const { place, owner: key, look } = whoseFile(bucket, newest.name);
    const owner = owners.get(key) ?? (await look(ports.database));
    owners.set(key, owner);
    const fate = fateOf({ place, owner, newestAt: newest.at, deleted: newest.marker }, now, ports.limitDays);
    judged.push({ versions, fate });
  }
  return judged;
};

/**
 * Takes away what goes and counts what is there all the same. Versions are named: one that was put meanwhile stays. The
 * oldest go first, so that a sweep that was cut off never brings an older one to light.
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
  if (going.length > 0) {
    const { random } = ports;
    const origin = { caller, correlationId, action: "temporary-files:sweep", kind: "change", random } as const;
    const codes = [bucket, `files-${going.length}`, `late-${counts.late}`];
    // Before they go: cut off in between, the trail says more than was done, never less.
    await keepTrail(ports.database, trailEntry(origin, ports.clock(), { purpose: "temporary-files", codes }));
  }
  const stuck = await takeAway(bucket, going, ports);
  if (stuck + counts.late + counts.untaken + counts.waiting > 0)
    ports.log.note("temporary-file-stays", { bucket, stuck, ...counts });
  return { looked: files.length, gone: going.length - stuck };
};

/**
 * Every hour: what its owner no longer needs, or is past its limit, goes in every version; whatever should not have been there
 * any more, or is not gone afterwards, is told of. What fails for one bucket is logged, and the others do not wait for it.
 */
export const sweepFiles = (ports: TemporaryPorts) => async (): Promise<void> => {
  const correlationId = `temporary-files-${ports.clock()}`;
  let [looked, gone] = [0, 0];
  for (const bucket of temporaryBuckets) {
    try {
      const swept = await sweepBucket(bucket, correlationId, ports);
      looked += swept.looked;
      gone += swept.gone;
    } catch (error) {
      ports.log.fault(error);
    }
  }
  ports.log.note("temporary-files-swept", { looked, gone });
};
