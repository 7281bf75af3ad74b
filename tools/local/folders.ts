import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** Everything the local cloud writes is below this folder, which git ignores: two checkouts never meet. */
export const localFolder = path.join(projectRoot, ".local");

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Removes the folders of runs that were killed before they could do so themselves. */
const sweep = async (directory: string) => {
  for (const name of await readdir(directory)) {
    const [, pid] = /^run-[a-z]+-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) {
      await rm(path.join(directory, name), { recursive: true, force: true, maxRetries: 5 });
    }
  }
};

/**
 * A new folder for one run. It is marked CommonJS because the emulator starts functions from a `_worker.js` inside it,
 * which would otherwise be read as the ES module that the project's own package.json declares.
 */
export const newRunFolder = async (directory: string, purpose: "emulator" | "deploy" | "dynamodb"): Promise<string> => {
  await mkdir(directory, { recursive: true });
  await sweep(directory);
  const folder = await mkdtemp(path.join(directory, `run-${purpose}-${process.pid}-`));
  await mkdir(path.join(folder, "tmp"));
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ type: "commonjs" }));
  return folder;
};
