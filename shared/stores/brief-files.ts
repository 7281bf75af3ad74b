import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from "@aws-sdk/client-s3";
import { type StagingStore, s3FileStore } from "./files.ts";

/** Files that are kept for hours and then gone in every version. */
export type BriefStore = Pick<StagingStore, "put" | "get" | "clear">;

export const s3BriefStore = (s3: S3Client, bucket: string): StagingStore => {
  const { put, get, link } = s3FileStore(s3, bucket);
  return {
    put,
    get,
    link,
    clear: async (prefix) => {
      for (;;) {
        const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix }));
        const all = [...(listed.Versions ?? []), ...(listed.DeleteMarkers ?? [])];
        const objects = all.flatMap(({ Key, VersionId }) => (Key && VersionId ? [{ Key, VersionId }] : []));
        if (objects.length === 0) return;
        const gone = await s3.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: objects, Quiet: true } }),
        );
        if (gone.Errors?.length) throw new Error("files could not be taken away");
      }
    },
  };
};

/** A double. Every version that was ever put is in `versions` until it is cleared. */
export const memoryBriefStore = (): BriefStore & { readonly versions: Map<string, readonly Uint8Array[]> } => {
  const versions = new Map<string, readonly Uint8Array[]>();
  return {
    versions,
    put: async (name, bytes) => {
      versions.set(name, [...(versions.get(name) ?? []), Uint8Array.from(bytes)]);
    },
    get: async (name) => versions.get(name)?.at(-1),
    clear: async (prefix) => {
      for (const name of [...versions.keys()]) if (name.startsWith(prefix)) versions.delete(name);
    },
  };
};
