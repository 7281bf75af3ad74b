import type { KeyObject } from "node:crypto";
import { checkEntries, locateChange } from "./check-file.ts";
import { readDigest, sha256Of, type TrailDigest } from "./digest.ts";
import { leavesOf } from "./entry-lines.ts";
import { addHours, endOf, type Hour, startOf } from "./hours.ts";
import { merkleRoot } from "./merkle.ts";
import { fingerprintOf, isSignature } from "./signature.ts";
import { fault, type TrailFault } from "./trail-faults.ts";
import { digestName, filesOfDigest, signatureName } from "./trail-names.ts";
import type { TrailReader } from "./trail-reader.ts";

/** A digest as it lies there, whole or not. */
export interface FoundDigest {
  readonly hour: Hour;
  readonly bytes: Uint8Array;
  readonly signature: string | undefined;
  readonly digest: TrailDigest | undefined;
}

export const findDigest = async (reader: TrailReader, hour: Hour): Promise<FoundDigest | undefined> => {
  const [bytes, signature] = await Promise.all([reader.get(digestName(hour)), reader.get(signatureName(hour))]);
  return (
    bytes && {
      hour,
      bytes,
      // Latin-1 keeps one letter a byte: whatever was there is compared, not repaired.
      signature: signature && Buffer.from(signature).toString("latin1"),
      digest: readDigest(bytes),
    }
  );
};

/** Signature, form, name and time of one digest. */
export const checkSigned = ({ hour, bytes, signature, digest }: FoundDigest, publicKey: KeyObject): TrailFault[] => {
  const name = digestName(hour);
  const faults: TrailFault[] = [];
  if (signature === undefined) faults.push(fault("signature-missing", signatureName(hour)));
  else if (!isSignature(publicKey, bytes, signature)) faults.push(fault("signature-invalid", signatureName(hour)));
  if (!digest) return [...faults, fault("digest-unreadable", name)];
  if (digest.publicKeyFingerprint !== fingerprintOf(publicKey)) faults.push(fault("other-key", name));
  const here = digest.name === name && digest.hour === hour;
  if (!here || digest.digestStartTime !== startOf(hour) || digest.digestEndTime !== endOf(hour))
    faults.push(fault("digest-misplaced", name));
  return faults;
};

/** Whether a digest follows the one that lies before it. */
export const checkLink = ({ hour, digest }: FoundDigest, before: FoundDigest): TrailFault[] => {
  if (!digest) return [];
  const told = digest.previousDigest;
  const holds =
    told?.name === digestName(addHours(hour, -1)) &&
    told.sha256 === sha256Of(before.bytes) &&
    told.signature === before.signature;
  return holds ? [] : [fault("chain-broken", digestName(hour))];
};

/** The files that a digest names: each there, as signed, in its place, and its entries such as the trail has. */
export const checkFiles = async (
  reader: TrailReader,
  hour: Hour,
  digest: TrailDigest,
  addId: (id: string) => boolean,
): Promise<TrailFault[]> => {
  const faults: TrailFault[] = [];
  const leaves: Buffer[] = [];
  const possible = filesOfDigest(hour);
  let reached = -1;
  let intact = true;
  for (const file of digest.files) {
    const at = possible.findIndex(({ name, late }) => name === file.name && late === file.late);
    const place = possible[at];
    if (!place || at <= reached) {
      faults.push(fault("file-misnamed", digestName(hour), file.name));
      intact = false;
      continue;
    }
    reached = at;
    const bytes = await reader.get(file.name);
    if (!bytes) {
      faults.push(fault("file-missing", file.name));
      intact = false;
    } else if (bytes.length !== file.size || sha256Of(bytes) !== file.sha256) {
      faults.push(fault("file-changed", file.name), ...locateChange(file, bytes));
      intact = false;
    } else {
      faults.push(...checkEntries(file, place.hour, bytes, addId));
      for (const leaf of leavesOf(bytes)) leaves.push(leaf);
    }
  }
  if (!intact) return faults;
  if (leaves.length !== digest.entries) faults.push(fault("count-differs", digestName(hour)));
  if (merkleRoot(leaves).toString("hex") !== digest.merkleRoot) faults.push(fault("root-differs", digestName(hour)));
  return faults;
};
