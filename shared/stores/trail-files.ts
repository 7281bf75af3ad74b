import { createHash } from "node:crypto";
import { ListObjectsV2Command, PutObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { TrailReader } from "../audit/trail-reader.ts";
import { readObject } from "./read-object.ts";

/** The trail's part of the audit bucket. Objects are added and stay as they are. */
export interface TrailFiles extends TrailReader {
  /** False when the name is taken, by whatever bytes; nothing is changed then. */
  add(name: string, bytes: Uint8Array, type: string): Promise<boolean>;
}

/** S3 answers 412 when the name is taken, and 409 when somebody is just taking it. */
const taken = [409, 412];

export const s3TrailFiles = (s3: S3Client, bucket: string): TrailFiles => ({
  async *list(prefix) {
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...(token ? { ContinuationToken: token } : {}) }),
      );
      for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
      token = page.NextContinuationToken;
    } while (token !== undefined);
  },
  get: (name) => readObject(s3, bucket, name),
  add: async (name, bytes, type) => {
    try {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: name,
          Body: bytes,
          ContentType: type,
          IfNoneMatch: "*",
          ChecksumSHA256: createHash("sha256").update(bytes).digest("base64"),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && taken.includes(error.$metadata.httpStatusCode ?? 0)) return false;
      throw error;
    }
  },
});

/** A double. */
export const memoryTrailFiles = (
  files = new Map<string, Uint8Array>(),
): TrailFiles & { readonly files: Map<string, Uint8Array> } => ({
  files,
  async *list(prefix) {
    yield* [...files.keys()].filter((name) => name.startsWith(prefix)).toSorted();
  },
  get: async (name) => files.get(name),
  add: async (name, bytes) => {
    if (files.has(name)) return false;
    files.set(name, Uint8Array.from(bytes));
    return true;
  },
});
