import { createPublicKey, hash, type KeyObject, verify } from "node:crypto";

/** Order of the curve P-256: of the two values of `s` that verify, the lower one is the signature and the other is none. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Whatever signs digests: KMS, which never shows its private key. */
export interface Signer {
  publicKey(): Promise<KeyObject>;
  /** ECDSA P-256 over SHA-256 of the bytes, DER. Two signatures of the same bytes differ. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** SHA-256 of the public key's DER (SubjectPublicKeyInfo), hexadecimal. */
export const fingerprintOf = (key: KeyObject): string =>
  hash("sha256", key.export({ type: "spki", format: "der" }), "hex");

/** A public key as PEM or DER. @throws when it is no key on P-256. */
export const readPublicKey = (bytes: Uint8Array): KeyObject => {
  const text = Buffer.from(bytes);
  const key = text.includes("-----BEGIN PUBLIC KEY-----")
    ? createPublicKey(text)
    : createPublicKey({ key: text, format: "der", type: "spki" });
  if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1") throw new Error("not a public key on P-256");
  return key;
};

/** `r` and `s` of a DER signature: two integers in a sequence, each with a length of one byte. */
const partsOf = (der: Buffer): readonly [Buffer, Buffer] => {
  const length = der[3] ?? 0;
  return [der.subarray(4, 4 + length), der.subarray(6 + length)];
};

const numberOf = (integer: Buffer) => BigInt(`0x${integer.toString("hex") || "0"}`);

const derInteger = (value: bigint): Buffer => {
  const digits = value.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  const bytes = Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, "hex");
  return Buffer.concat([Buffer.from([0x02, bytes.length]), bytes]);
};

/** A signature as it is kept: DER with the lower `s`, base64. */
export const signatureText = (der: Uint8Array): string => {
  const [r, s] = partsOf(Buffer.from(der));
  const value = numberOf(s);
  const body = Buffer.concat([derInteger(numberOf(r)), derInteger(value * 2n > order ? order - value : value)]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]).toString("base64");
};

/** Whether the text is the one form of a signature of the key over the bytes. */
export const isSignature = (key: KeyObject, bytes: Uint8Array, text: string): boolean => {
  const der = Buffer.from(text, "base64");
  return (
    der.toString("base64") === text && verify("sha256", bytes, key, der) && numberOf(partsOf(der)[1]) * 2n <= order
  );
};
