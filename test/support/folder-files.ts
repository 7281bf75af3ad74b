import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { StagingStore } from "../../shared/stores/files.ts";

/** A file store that outlives its process: whole files only, as in a bucket. */
export const folderFileStore = (folder: string): StagingStore => {
  const placeOf = (name: string) => path.join(folder, name.replaceAll("/", "~"));
  return {
    put: async (name, bytes) => {
      await mkdir(folder, { recursive: true });
      const making = `${placeOf(name)}.${process.pid}.making`;
      await writeFile(making, bytes);
      await rename(making, placeOf(name));
    },
    get: (name) => readFile(placeOf(name)).catch(() => undefined),
    link: async (name) => placeOf(name),
    clear: async (prefix) => {
      for (const name of (await filesIn(folder)).keys()) if (name.startsWith(prefix)) await rm(placeOf(name));
    },
  };
};

/** What is in such a folder. */
export const filesIn = async (folder: string): Promise<Map<string, Uint8Array>> => {
  const names = await readdir(folder).catch(() => []);
  const files = new Map<string, Uint8Array>();
  for (const name of names)
    if (!name.endsWith(".making")) files.set(name.replaceAll("~", "/"), await readFile(path.join(folder, name)));
  return files;
};
