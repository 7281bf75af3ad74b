import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { ReturnFolder } from "../../functions/erasure/leaving/ports.ts";

/** A folder on disk. A file appears under its name once all of it is on the disk. */
export const diskFolder = (folder: string): ReturnFolder => {
  const root = path.resolve(folder);
  const placeOf = (name: string): string => {
    const place = path.resolve(root, name);
    if (!place.startsWith(`${root}${path.sep}`)) throw new Error("a name that leads out of the folder");
    return place;
  };
  return {
    write: async (name, bytes) => {
      const place = placeOf(name);
      await mkdir(path.dirname(place), { recursive: true });
      const making = `${place}.making`;
      const file = await open(making, "w", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(making, place);
    },
    read: (name) =>
      readFile(placeOf(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      }),
    remove: (name) => rm(placeOf(name), { force: true }),
  };
};
