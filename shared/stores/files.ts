import { createHash } from "node:crypto";
import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { readObject } from "./read-object.ts";

/** A bucket, as the work sees it: whole files by name. Writing the same name again puts the same bytes there. */
export interface FileStore {
  put(name: string, bytes: Uint8Array, type: string): Promise<void>;
  get(name: string): Promise<Uint8Array | undefined>;
  /** A link that opens the file for five minutes, inside the closed network only. */
  link(name: string): Promise<string>;
}

/** A bucket of files in the making: linked to while somebody decides on them, and gone in every version once that is over. */
export interface StagingStore extends FileStore {
  /** Takes away whatever lies under `prefix`, with all its versions. Again: nothing is left to take. @throws when something stays. */
  clear(prefix: string): Promise<void>;
}

/** SHA-256, hexadecimal: what a manifest says of a file. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Whether all of them are there. One by one: each may be large. */
export const areThere = async (store: Pick<FileStore, "get">, names: readonly string[]): Promise<boolean> => {
  for (const name of names) if ((await store.get(name)) === undefined) return false;
  return true;
};

/** Sends a file out as it was approved, byte for byte. @throws when it is another one. */
export const sendApproved = async (
  from: { readonly store: FileStore; readonly name: string },
  to: { readonly store: FileStore; readonly name: string },
  approved: { readonly sha256: string; readonly type: string },
): Promise<void> => {
  const bytes = await from.store.get(from.name);
  if (!bytes || sha256(bytes) !== approved.sha256) throw new Error("a file differs from what was approved");
  await to.store.put(to.name, bytes, approved.type);
};

const linkSeconds = 300;

export const s3FileStore = (s3: S3Client, bucket: string): FileStore => ({
  put: async (name, bytes, type) => {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: name,
        Body: bytes,
        ContentType: type,
        ChecksumSHA256: createHash("sha256").update(bytes).digest("base64"),
      }),
    );
  },
  get: (name) => readObject(s3, bucket, name),
  link: (name) => getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: name }), { expiresIn: linkSeconds }),
});

/** A double. */
export const memoryFileStore = (): StagingStore & { readonly files: Map<string, Uint8Array> } => {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    put: async (name, bytes) => {
      files.set(name, Uint8Array.from(bytes));
    },
    get: async (name) => files.get(name),
    link: async (name) => `memory:${name}`,
    clear: async (prefix) => {
      for (const name of [...files.keys()]) if (name.startsWith(prefix)) files.delete(name);
    },
  };
};
