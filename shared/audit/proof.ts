import type { KeyObject } from "node:crypto";
import * as z from "zod";
import { findDigest } from "./check-digest.ts";
import { digestBytes, type TrailDigest, trailDigest } from "./digest.ts";
import { type AuditEntry, auditEntry, canonicalForm } from "./entry.ts";
import { leavesOf, splitLines } from "./entry-lines.ts";
import { addHours, type Hour, hourOf } from "./hours.ts";
import { inclusionPath, leafHash, rootFromPath } from "./merkle.ts";
import { fingerprintOf, isSignature } from "./signature.ts";
import { lateHours } from "./trail-names.ts";
import type { TrailReader } from "./trail-reader.ts";

/** One entry with what proves that it was in a signed digest, showing nothing of the others but hashes. */
export const trailProof = z.strictObject({
  form: z.literal(1),
  entry: auditEntry,
  index: z.int().nonnegative(),
  size: z.int().positive(),
  path: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(64),
  digest: trailDigest,
  signature: z.string().max(200),
});
export type TrailProof = z.infer<typeof trailProof>;

/** The leaves of a digest in its order, and where in them the entry is. */
const placeIn = async (reader: TrailReader, digest: TrailDigest, canonical: string) => {
  const leaves: Buffer[] = [];
  let index = -1;
  for (const { name } of digest.files) {
    const bytes = await reader.get(name);
    if (!bytes) return undefined;
    const at = splitLines(bytes).lines.findIndex((line) => line.equals(Buffer.from(canonical, "utf8")));
    if (at >= 0) index = leaves.length + at;
    for (const leaf of leavesOf(bytes)) leaves.push(leaf);
  }
  return index < 0 ? undefined : { leaves, index };
};

/** The proof of an entry; undefined while no digest holds it. Says nothing of whether the digest itself is whole: {@link checkProof} does. */
export const proofOf = async (reader: TrailReader, entry: AuditEntry): Promise<TrailProof | undefined> => {
  const canonical = canonicalForm(entry);
  for (let after = 0; after <= lateHours; after += 1) {
    const hour: Hour = addHours(hourOf(entry.at), after);
    const found = await findDigest(reader, hour);
    if (!found?.digest || found.signature === undefined) continue;
    const place = await placeIn(reader, found.digest, canonical);
    if (!place) continue;
    return {
      form: 1,
      entry,
      index: place.index,
      size: place.leaves.length,
      path: inclusionPath(place.leaves, place.index).map((hash) => hash.toString("hex")),
      digest: found.digest,
      signature: found.signature,
    };
  }
  return undefined;
};

/** The leaf and the root of a proof, hexadecimal. */
export const leafOf = (entry: AuditEntry): string =>
  leafHash(Buffer.from(canonicalForm(entry), "utf8")).toString("hex");

/** What is wrong with a proof, in Japanese; empty when it holds. Needs the public key alone. */
export const checkProof = (proof: TrailProof, publicKey: KeyObject): readonly string[] => {
  const { entry, index, size, path, digest, signature } = proof;
  const root = rootFromPath(
    Buffer.from(leafOf(entry), "hex"),
    index,
    size,
    path.map((hash) => Buffer.from(hash, "hex")),
  );
  const late = lateHours - 1;
  const hour = hourOf(entry.at);
  return [
    ...(isSignature(publicKey, digestBytes(digest), signature) ? [] : ["ダイジェストの署名が公開鍵と合わない"]),
    ...(digest.publicKeyFingerprint === fingerprintOf(publicKey) ? [] : ["ダイジェストが別の公開鍵を名指している"]),
    ...(size === digest.entries ? [] : ["記録の数がダイジェストと違う"]),
    ...(root && Buffer.from(root).toString("hex") === digest.merkleRoot
      ? []
      : ["記録がダイジェストのMerkleの根に届かない"]),
    ...(hour <= digest.hour && hour >= addHours(digest.hour, -late - 1)
      ? []
      : ["記録の時刻がダイジェストの時間と合わない"]),
  ];
};
