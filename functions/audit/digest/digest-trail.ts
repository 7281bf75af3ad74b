import type { KeyObject } from "node:crypto";
import { findDigest } from "../../../shared/audit/check-digest.ts";
import { sha256Of } from "../../../shared/audit/digest.ts";
import { addHours, type Hour, lastHourBefore } from "../../../shared/audit/hours.ts";
import { isSignature } from "../../../shared/audit/signature.ts";
import { digestName, readTrailName, trailFolder } from "../../../shared/audit/trail-names.ts";
import { graceMinutes } from "../../../shared/audit/verify-trail.ts";
import { readHead } from "../../../shared/stores/trail-hours.ts";
import { hasRows } from "../../../shared/stores/trail-rows.ts";
import { type Done, digestHour } from "./digest-hour.ts";
import { type DigestPorts, TrailDiffers } from "./ports.ts";

/** Hours a turn digests at most: after an outage the next turns go on. */
const mostHours = 48;
/** How far back the very first turn looks for entries made before there was a chain. */
const hoursLookedBack = 31 * 24;

/** The last hour that was begun, by the bucket alone: for the very first turns, and for when the row of the head is lost. */
const lastBegun = async ({ trail }: DigestPorts): Promise<Hour | undefined> => {
  let last: Hour | undefined;
  for await (const name of trail.list(trailFolder)) {
    const read = readTrailName(name);
    if (read && (last === undefined || read.digestHour > last)) last = read.digestHour;
  }
  return last;
};

/** The first hour with an entry; the last one that is over where there is none. */
const firstHour = async ({ database }: DigestPorts, latest: Hour): Promise<Hour> => {
  for (let hour = addHours(latest, -hoursLookedBack); hour < latest; hour = addHours(hour, 1))
    if (await hasRows(database, hour)) return hour;
  return latest;
};

/** A digest that the next one is to name. @throws TrailDiffers when it is not there as it was signed. */
const doneAt = async ({ trail }: DigestPorts, hour: Hour, key: KeyObject, sha256?: string): Promise<Done> => {
  const { bytes, signature } = (await findDigest(trail, hour)) ?? {};
  const whole =
    bytes !== undefined &&
    signature !== undefined &&
    isSignature(key, bytes, signature) &&
    (sha256 === undefined || sha256Of(bytes) === sha256);
  if (!whole) throw new TrailDiffers(digestName(hour));
  return { bytes, signature };
};

/** Which hour is next, and the digest before it. */
const nextHour = async (ports: DigestPorts, latest: Hour, key: KeyObject): Promise<readonly [Hour, Done | null]> => {
  const head = await readHead(ports.database);
  if (head) return [addHours(head.hour, 1), await doneAt(ports, head.hour, key, head.sha256)];
  const begun = await lastBegun(ports);
  if (begun === undefined) return [await firstHour(ports, latest), null];
  const before = addHours(begun, -1);
  const isFirst = (await ports.trail.get(digestName(before))) === undefined;
  return [begun, isFirst ? null : await doneAt(ports, before, key)];
};

const digestDueHours = async (ports: DigestPorts): Promise<void> => {
  const latest = lastHourBefore(ports.clock(), graceMinutes);
  const key = await ports.signer.publicKey();
  let [hour, done] = await nextHour(ports, latest, key);
  for (let count = 0; hour <= latest && count < mostHours; count += 1, hour = addHours(hour, 1))
    done = await digestHour(ports, hour, done, key);
};

/**
 * By the clock, every hour: digests each hour that is over and not digested yet. 評価書 III-3 リスク2⑥ (操作ログを改ざん・
 * 消去から守る). @throws when the bucket is not as this job left it; `trail-differs` then says where.
 */
export const digestTrail = (ports: DigestPorts) => async (): Promise<void> => {
  try {
    await digestDueHours(ports);
  } catch (error) {
    if (error instanceof TrailDiffers) ports.log.note("trail-differs", { place: error.place, fault: "object-differs" });
    throw error;
  }
};
