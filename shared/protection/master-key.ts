import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from "@aws-sdk/client-kms";

/** What a wrapped key is for; KMS binds it to the key as encryption context and the key policy may ask for it. */
export interface KeyPurpose {
  readonly "kokunen:purpose": "branch" | "index";
  readonly "kokunen:name": string;
}

/** The KMS key above all others. It wraps branch keys and never sees data. */
export interface MasterKey {
  generate(purpose: KeyPurpose): Promise<{ readonly key: KeyObject; readonly wrapped: Uint8Array }>;
  /** @throws when the key is gone, forbidden, or the purpose differs from the one it was made for. */
  unwrap(wrapped: Uint8Array, purpose: KeyPurpose): Promise<KeyObject>;
}

const secret = (bytes: Uint8Array | undefined): KeyObject => {
  if (bytes === undefined) throw new Error("KMS answered without a key");
  return createSecretKey(bytes);
};

export const kmsMasterKey = (kms: KMSClient, keyArn: string): MasterKey => ({
  generate: async (purpose) => {
    const made = await kms.send(
      new GenerateDataKeyCommand({ KeyId: keyArn, KeySpec: "AES_256", EncryptionContext: { ...purpose } }),
    );
    if (made.CiphertextBlob === undefined) throw new Error("KMS answered without a wrapped key");
    return { key: secret(made.Plaintext), wrapped: made.CiphertextBlob };
  },
  unwrap: async (wrapped, purpose) => {
    const opened = await kms.send(
      new DecryptCommand({ KeyId: keyArn, CiphertextBlob: wrapped, EncryptionContext: { ...purpose } }),
    );
    return secret(opened.Plaintext);
  },
});

/** A double that wraps in memory as KMS does: bound to the purpose, counted in `calls`. */
export const memoryMasterKey = (root = randomBytes(32)): MasterKey & { readonly calls: { count: number } } => {
  const calls = { count: 0 };
  return {
    calls,
    generate: async (purpose) => {
      calls.count += 1;
      const plain = randomBytes(32);
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", root, iv).setAAD(Buffer.from(JSON.stringify(purpose)));
      return {
        key: createSecretKey(plain),
        wrapped: Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]),
      };
    },
    unwrap: async (wrapped, purpose) => {
      calls.count += 1;
      const blob = Buffer.from(wrapped);
      const decipher = createDecipheriv("aes-256-gcm", root, blob.subarray(0, 12))
        .setAAD(Buffer.from(JSON.stringify(purpose)))
        .setAuthTag(blob.subarray(-16));
      return createSecretKey(Buffer.concat([decipher.update(blob.subarray(12, -16)), decipher.final()]));
    },
  };
};
