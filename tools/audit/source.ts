import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import type { TrailReader } from "../../shared/audit/trail-reader.ts";
import { s3TrailFiles } from "../../shared/stores/trail-files.ts";

/** A copy of the bucket in a folder, as `aws s3 sync` makes it. */
const folderReader = (folder: string): TrailReader => ({
  async *list(prefix) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
    yield* names.filter((name) => name.startsWith(prefix)).toSorted();
  },
  get: (name) =>
    readFile(path.join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
      throw error;
    }),
});

/** `s3://bucket` with the credentials of the environment, or a folder. @throws when there is no such folder. */
export const trailSource = async (where: string): Promise<TrailReader> => {
  const bucket = /^s3:\/\/([^/]+)\/?$/.exec(where)?.[1];
  if (bucket !== undefined) return s3TrailFiles(new S3Client({}), bucket);
  if (!(await stat(where).catch(() => undefined))?.isDirectory())
    throw new Error(`フォルダーがない / no folder: ${where}`);
  return folderReader(where);
};
