import { hash } from "node:crypto";
import canonicalize from "canonicalize";
import * as z from "zod";
import { instantSchema } from "../domain/values.ts";
import { leavesOf } from "./entry-lines.ts";
import { addHours, endOf, type Hour, hourSchema, startOf } from "./hours.ts";
import { merkleRoot } from "./merkle.ts";
import { digestName, filesOfDigest } from "./trail-names.ts";

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const objectName = z.string().max(200);

/** First so many hexadecimal digits of a line's leaf hash: enough to say which line of a changed file is another one. */
const markLength = 16;

/**
 * The digest of an hour, in the form CloudTrail uses for its log files: what lies in the hour, and the digest before it with
 * its signature, so that none can be changed, taken out or put in unseen. Its bytes are the canonical form (RFC 8785).
 */
export const trailDigest = z.strictObject({
  form: z.literal(1),
  /** Its own object: a digest that was moved says so. */
  name: objectName,
  hour: hourSchema,
  digestStartTime: instantSchema,
  /** The first instant after the hour. */
  digestEndTime: instantSchema,
  files: z.array(
    z.strictObject({
      name: objectName,
      sha256: sha256Hex,
      /** Bytes. */
      size: count,
      entries: count,
      /** Whether its entries came after the file of their hour was written. */
      late: z.boolean(),
      /** One mark of {@link markLength} digits for each line, to locate a change; what proves it is the SHA-256. */
      marks: z.string().regex(/^[0-9a-f]*$/),
    }),
  ),
  entries: count,
  /** RFC 6962 over the lines of the files, in the order of `files`. */
  merkleRoot: sha256Hex,
  previousDigest: z.strictObject({ name: objectName, sha256: sha256Hex, signature: z.string().max(200) }).nullable(),
  publicKeyFingerprint: sha256Hex,
  algorithm: z.literal("ECDSA-P256-SHA256"),
});
export type TrailDigest = z.infer<typeof trailDigest>;

export const sha256Of = (bytes: Uint8Array): string => hash("sha256", bytes, "hex");

const canonicalBytes = (digest: TrailDigest): Buffer => {
  const text = canonicalize(digest);
  if (text === undefined) throw new Error("a digest without a canonical form");
  return Buffer.from(text, "utf8");
};

export const digestBytes = (digest: TrailDigest): Buffer => canonicalBytes(trailDigest.parse(digest));

/** The digest that bytes hold; undefined when they are not exactly the canonical form of one. */
export const readDigest = (bytes: Uint8Array): TrailDigest | undefined => {
  try {
    const parsed = trailDigest.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    return parsed.success && canonicalBytes(parsed.data).equals(bytes) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

export const marksOf = (leaves: readonly Buffer[]): string =>
  leaves.map((leaf) => leaf.toString("hex", 0, markLength / 2)).join("");

/** The marks of a file, one for each of its lines. */
export const splitMarks = (marks: string): string[] => marks.match(new RegExp(`.{${markLength}}`, "g")) ?? [];

interface Before {
  readonly bytes: Uint8Array;
  readonly signature: string;
}

/** The digest of `hour` over the files that are there for it. The same files and the same digest before give the same bytes. */
export const digestOf = (
  hour: Hour,
  files: ReadonlyMap<string, Uint8Array>,
  before: Before | null,
  publicKeyFingerprint: string,
): TrailDigest => {
  const read = filesOfDigest(hour).flatMap(({ name, late }) => {
    const bytes = files.get(name);
    return bytes ? [{ name, late, bytes, leaves: leavesOf(bytes) }] : [];
  });
  const leaves = read.flatMap((file) => file.leaves);
  return {
    form: 1,
    name: digestName(hour),
    hour,
    digestStartTime: startOf(hour),
    digestEndTime: endOf(hour),
    files: read.map(({ name, late, bytes, leaves: own }) => ({
      name,
      sha256: sha256Of(bytes),
      size: bytes.length,
      entries: own.length,
      late,
      marks: marksOf(own),
    })),
    entries: leaves.length,
    merkleRoot: merkleRoot(leaves).toString("hex"),
    previousDigest: before && {
      name: digestName(addHours(hour, -1)),
      sha256: sha256Of(before.bytes),
      signature: before.signature,
    },
    publicKeyFingerprint,
    algorithm: "ECDSA-P256-SHA256",
  };
};
