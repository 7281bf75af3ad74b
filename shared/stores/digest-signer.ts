import { createPublicKey, generateKeyPairSync, hash, type KeyObject, sign } from "node:crypto";
import { GetPublicKeyCommand, type KMSClient, SignCommand } from "@aws-sdk/client-kms";
import type { Signer } from "../audit/signature.ts";

/** Asked for once: the key of the signatures is not rotated. */
export const kmsSigner = (kms: KMSClient, keyArn: string): Signer => {
  let known: Promise<KeyObject> | undefined;
  const ask = async () => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyArn }));
    if (PublicKey === undefined) throw new Error("KMS answered without a public key");
    return createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
  };
  return {
    publicKey: async () => {
      known ??= ask();
      try {
        return await known;
      } catch (error) {
        known = undefined;
        throw error;
      }
    },
    sign: async (bytes) => {
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyArn,
          Message: hash("sha256", bytes, "buffer"),
          MessageType: "DIGEST",
          SigningAlgorithm: "ECDSA_SHA_256",
        }),
      );
      if (Signature === undefined) throw new Error("KMS answered without a signature");
      return Signature;
    },
  };
};

/** A double with a key of its own; `calls` counts signatures. */
export const memorySigner = (
  pair = generateKeyPairSync("ec", { namedCurve: "P-256" }),
): Signer & { readonly calls: { signatures: number }; readonly key: KeyObject } => {
  const calls = { signatures: 0 };
  return {
    calls,
    key: pair.publicKey,
    publicKey: async () => pair.publicKey,
    sign: async (bytes) => {
      calls.signatures += 1;
      return sign("sha256", bytes, pair.privateKey);
    },
  };
};
