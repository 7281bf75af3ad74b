import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { onTestFinished } from "vitest";
import { localFolder } from "../../tools/local/folders.ts";

/** An empty folder for one test, inside the project so that imports resolve; it goes when the test has finished. */
export const scratchFolder = async (): Promise<string> => {
  await mkdir(localFolder, { recursive: true });
  const folder = await mkdtemp(path.join(localFolder, "test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
};

export const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
