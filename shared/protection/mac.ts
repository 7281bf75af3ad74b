import { createHmac, type KeyObject } from "node:crypto";
import { GenerateMacCommand, type KMSClient } from "@aws-sdk/client-kms";

/** HMAC-SHA-256 of a text under a secret that never leaves its keeper. */
export type Mac = (text: string) => Promise<Uint8Array>;

/** The secret is the material of a KMS key (HMAC_256), imported by the ward's key administrator. At most 4,096 bytes are signed. */
export const kmsMac =
  (kms: KMSClient, keyArn: string): Mac =>
  async (text) => {
    const { Mac: mac } = await kms.send(
      new GenerateMacCommand({ KeyId: keyArn, MacAlgorithm: "HMAC_SHA_256", Message: Buffer.from(text) }),
    );
    if (mac === undefined) throw new Error("KMS answered without a MAC");
    return mac;
  };

/** A double over a secret held in memory. */
export const memoryMac =
  (secret: KeyObject): Mac =>
  async (text) =>
    createHmac("sha256", secret).update(text).digest();
