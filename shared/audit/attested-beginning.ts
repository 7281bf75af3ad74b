import type { KeyObject } from "node:crypto";
import type { ErasureCertificate } from "./certificate.ts";
import { checkCertificate } from "./check-certificate.ts";
import { findDigest } from "./check-digest.ts";
import { sha256Of, type TrailDigest } from "./digest.ts";
import { addHours, type Hour } from "./hours.ts";
import { isSignature } from "./signature.ts";
import { digestName } from "./trail-names.ts";
import type { TrailReader } from "./trail-reader.ts";

type Previous = NonNullable<TrailDigest["previousDigest"]>;
type ErasedTrail = NonNullable<ErasureCertificate["trail"]>;

/**
 * What the trail says of the digest of `hour` from behind: the signed digest after it names it. Undefined where that one is
 * missing, is not signed or names another.
 */
export const toldFromBehind = async (
  reader: TrailReader,
  hour: Hour,
  publicKey: KeyObject,
): Promise<ErasedTrail | undefined> => {
  const behind = await findDigest(reader, addHours(hour, 1));
  const previous = behind?.digest?.previousDigest;
  if (!behind || !previous || previous.name !== digestName(hour)) return undefined;
  const signed = behind.signature !== undefined && isSignature(publicKey, behind.bytes, behind.signature);
  return signed ? { until: hour, ...previous } : undefined;
};

/** Whether the digest of `hour` is there, and is the one that the next names. */
export const isNamedFromBehind = async (reader: TrailReader, hour: Hour, publicKey: KeyObject): Promise<boolean> => {
  const [own, told] = await Promise.all([findDigest(reader, hour), toldFromBehind(reader, hour, publicKey)]);
  return own !== undefined && told?.sha256 === sha256Of(own.bytes) && told.signature === own.signature;
};

/** A certificate that says that the trail was erased up to a digest. */
export interface AttestedBeginning {
  readonly certificateId: string;
  readonly until: Hour;
}

const attests = ({ trail }: ErasureCertificate, { name, sha256, signature }: Previous): boolean =>
  trail?.name === name && trail.sha256 === sha256 && trail.signature === signature;

/** Finds the certificate of whatever came before the oldest digest that is there; undefined where no sound one says it. */
export const attestedBeginning =
  (reader: TrailReader, publicKey: KeyObject) =>
  async (previous: Previous): Promise<AttestedBeginning | undefined> => {
    for await (const name of reader.list("certificates/")) {
      if (!name.endsWith(".json")) continue;
      const [bytes, signature] = await Promise.all([reader.get(name), reader.get(`${name}.sig`)]);
      const { certificate, faults } = checkCertificate(
        { name, bytes, signature: signature && Buffer.from(signature).toString("utf8") },
        publicKey,
      );
      if (certificate?.trail && faults.length === 0 && attests(certificate, previous))
        return { certificateId: certificate.certificateId, until: certificate.trail.until };
    }
    return undefined;
  };
