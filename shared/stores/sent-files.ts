import { createHash } from "node:crypto";
import { dayAt, type Instant } from "../law/calendar.ts";
import type { Holding } from "./holding.ts";
import type { NamedVersions } from "./named-versions.ts";

/** The bucket of what went out: media and papers of 進達, and outputs of 所得情報. */
export const sentBucket = "outbox";

/** Names as the system gives them; they say nothing of anybody. */
const ownNames = /^(T\d{8}-[0-9A-HJKMNP-TV-Z]{6}|income-outputs\/[\w.-]+)\/[a-z0-9-]+\.(dat|pdf|csv|json)$/;

const prefix = `object:${sentBucket}/`;

/** By what a file is known among the items of an erasure. A name that the system did not give may be somebody's: of it only a digest. */
export const sentFileRecord = (name: string): string =>
  `${prefix}${ownNames.test(name) ? name : `~${createHash("sha256").update(name).digest("base64url")}`}`;

export const isSentFile = (record: string): boolean => record.startsWith(prefix);

/**
 * What a file in the outbox is, for erasure: a record of nobody's, since it tells of many. Its clock starts when its newest content
 * was put, which is when it went out; where nothing but marks of deletion is left, with the newest of them.
 */
export const holdingOfSentFile = ({ name, versions }: NamedVersions): Holding => {
  const contents = versions.filter(({ marker }) => !marker);
  const newest = (contents.length > 0 ? contents : versions)
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return {
    kind: "record",
    owner: "~",
    record: sentFileRecord(name),
    class: "transmittal-file",
    clockOn: newest === undefined ? null : dayAt(newest as Instant),
  };
};
