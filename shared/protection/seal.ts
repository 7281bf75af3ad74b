import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";

/** Where a sealed value lives. It is bound to the place: moved elsewhere it does not open. */
export interface Place {
  readonly table: string;
  readonly pk: string;
  readonly sk: string;
  readonly attribute: string;
}

const version = 1;
const ivLength = 12;
const tagLength = 16;

const bound = ({ table, pk, sk, attribute }: Place) => Buffer.from(JSON.stringify([table, pk, sk, attribute]));

/** AES-256-GCM: version (1 byte), IV (12), tag (16), ciphertext. */
export const seal = (key: KeyObject, place: Place, plain: Uint8Array): Uint8Array => {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(bound(place));
  const body = [cipher.update(plain), cipher.final()];
  return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), ...body]);
};

/** @throws when the key is not the one it was sealed with, the place differs, or a byte was changed. */
export const open = (key: KeyObject, place: Place, sealed: Uint8Array): Buffer => {
  const blob = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (blob[0] !== version || blob.length < 1 + ivLength + tagLength) throw new Error("not a sealed value");
  const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(1, 1 + ivLength))
    .setAAD(bound(place))
    .setAuthTag(blob.subarray(1 + ivLength, 1 + ivLength + tagLength));
  const plain = decipher.update(blob.subarray(1 + ivLength + tagLength));
  // GCM holds nothing back: what is left is only to tell whether all of it is genuine.
  decipher.final();
  return plain;
};

export const sealJson = (key: KeyObject, place: Place, value: unknown): Uint8Array =>
  seal(key, place, Buffer.from(JSON.stringify(value)));

export const openJson = (key: KeyObject, place: Place, sealed: Uint8Array): unknown =>
  JSON.parse(open(key, place, sealed).toString());
