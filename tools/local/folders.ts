import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import path from "node:path";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** Everything the local cloud writes is below this folder, which git ignores: two checkouts never meet. */
export const localFolder = path.join(projectRoot, ".local");

/**
 * A new folder for one run. It is marked CommonJS because the emulator starts functions from a `_worker.js` inside it,
 * which would otherwise be read as the ES module that the project's own package.json declares.
 */
export const newRunFolder = async (directory: string, purpose: string): Promise<string> => {
  await mkdir(directory, { recursive: true });
  const folder = await mkdtemp(path.join(directory, `${purpose}-`));
  await mkdir(path.join(folder, "tmp"));
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ type: "commonjs" }));
  return folder;
};
