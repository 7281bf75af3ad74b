import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  type S3Client,
} from "@aws-sdk/client-s3";

/** Files that another system drops, taken one by one. */
export interface Inbox {
  /** Names of what lies there, at most a thousand, in order. */
  list(): Promise<readonly string[]>;
  get(name: string): Promise<{ readonly bytes: Uint8Array; readonly mark: string } | undefined>;
  /** Takes away what was read under `mark`; a newer file of the same name stays. */
  remove(name: string, mark: string): Promise<void>;
}

export const s3Inbox = (s3: S3Client, bucket: string, prefix: string): Inbox => ({
  list: async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
    return Contents.flatMap(({ Key }) => (Key?.endsWith(".csv") ? [Key] : []));
  },
  get: async (name) => {
    try {
      const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
      return Body && ETag ? { bytes: await Body.transformToByteArray(), mark: ETag } : undefined;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
  remove: async (name, mark) => {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: name, IfMatch: mark }));
  },
});

/** A double. */
export const memoryInbox = (): Inbox & { readonly files: Map<string, Uint8Array> } => {
  const files = new Map<string, Uint8Array>();
  const markOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  return {
    files,
    list: async () => [...files.keys()].sort(),
    get: async (name) => {
      const bytes = files.get(name);
      return bytes && { bytes, mark: markOf(bytes) };
    },
    remove: async (name, mark) => {
      const bytes = files.get(name);
      if (bytes && markOf(bytes) === mark) files.delete(name);
    },
  };
};
