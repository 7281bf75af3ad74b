import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { CompactEncrypt, compactDecrypt } from "jose";
import { fingerprintOf } from "../../../shared/audit/signature.ts";

/** 3072 bits: what CRYPTREC asks of RSA for use beyond 2030. */
const fewestBits = 3_072;
const curves = ["prime256v1", "secp384r1"];

const isJwk = (text: string) => text.trimStart().startsWith("{");

/** A public key as PEM or JWK. */
export const publicKeyOf = (text: string): KeyObject =>
  isJwk(text) ? createPublicKey({ key: JSON.parse(text), format: "jwk" }) : createPublicKey(text);

/** A private key as PEM or JWK. */
export const privateKeyOf = (text: string): KeyObject =>
  isJwk(text) ? createPrivateKey({ key: JSON.parse(text), format: "jwk" }) : createPrivateKey(text);

const isRsa = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) =>
  asymmetricKeyType === "rsa" && (asymmetricKeyDetails?.modulusLength ?? 0) >= fewestBits;
const isCurve = ({ asymmetricKeyDetails }: KeyObject) => curves.includes(asymmetricKeyDetails?.namedCurve ?? "");

/** To whom everything is encrypted. */
export interface Recipient {
  readonly key: KeyObject;
  readonly fingerprint: string;
}

/** RSA of 3072 bits or more, P-256 and P-384 are taken; undefined for any other, and for a private key given by mistake. */
export const recipientOf = (text: string): Recipient | undefined => {
  if (/PRIVATE KEY/.test(text) || (isJwk(text) && "d" in JSON.parse(text))) return undefined;
  const key = publicKeyOf(text);
  return isRsa(key) || isCurve(key) ? { key, fingerprint: fingerprintOf(key) } : undefined;
};

/** RFC 7516, compact: one JWE is one file. The content is AES-256-GCM under a key of its own. */
export const encrypted = async (recipient: Recipient, plain: Uint8Array, contentType: string): Promise<Uint8Array> => {
  const alg = isRsa(recipient.key) ? "RSA-OAEP-256" : "ECDH-ES+A256KW";
  const text = await new CompactEncrypt(plain)
    .setProtectedHeader({ alg, enc: "A256GCM", kid: recipient.fingerprint, cty: contentType })
    .encrypt(recipient.key);
  return Buffer.from(text, "ascii");
};

/** Undefined when the key is another one or a byte was changed. */
export const decrypted = async (key: KeyObject, bytes: Uint8Array): Promise<Uint8Array | undefined> => {
  try {
    const { plaintext } = await compactDecrypt(Buffer.from(bytes).toString("ascii"), key, {
      keyManagementAlgorithms: ["RSA-OAEP-256", "ECDH-ES+A256KW"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return plaintext;
  } catch {
    return undefined;
  }
};
