import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { findPython } from "../prerequisites.ts";

const run = promisify(execFile);
const requirements = path.join(import.meta.dirname, "requirements.txt");
const stampName = "kokunen-requirements.sha256";

const isInstalled = async (venv: string, hash: string): Promise<boolean> => {
  try {
    if ((await readFile(path.join(venv, stampName), "utf8")) !== hash) return false;
    // A Python that was upgraded or removed leaves an environment that no longer finds its packages.
    await run(path.join(venv, "bin/python"), ["-c", "import hypercorn, cryptography, ministack"]);
    return true;
  } catch {
    return false;
  }
};

const install = async (python: string, venv: string, hash: string) => {
  await run(python, ["-m", "venv", venv]);
  await run(
    path.join(venv, "bin/python"),
    ["-m", "pip", "install", "--quiet", "--no-input", "--require-hashes", "-r", requirements],
    { maxBuffer: 16_000_000 },
  );
  await writeFile(path.join(venv, stampName), hash);
};

/** Puts a finished environment in place of whatever is there; a run that finished first has made the same one. */
const publish = async (made: string, venv: string, hash: string) => {
  if (await isInstalled(venv, hash)) return;
  await rename(venv, `${made}-old`).catch(() => undefined);
  await rename(made, venv).catch(async (error: unknown) => {
    if (!(await isInstalled(venv, hash))) throw error;
  });
};

/**
 * The Python that has the emulator installed, exactly as pinned in requirements.txt; installs it on the first call and
 * after a change of the pins. Runs that install at the same time do not disturb each other.
 * @throws Error when Python is missing or the packages cannot be fetched.
 */
export const ensureEmulatorInstalled = async (directory: string, log: (line: string) => void): Promise<string> => {
  const venv = path.join(directory, "venv");
  const hash = createHash("sha256")
    .update(await readFile(requirements))
    .digest("hex");
  if (await isInstalled(venv, hash)) {
    log("エミュレーター MiniStack は導入済みです。");
  } else {
    const python = await findPython();
    if (python === undefined) throw new Error("Python 3.10 以上が見つかりません / Python 3.10 or later not found");
    log(`エミュレーター MiniStack を導入しています(初回のみ。Python ${python.version.join(".")})…`);
    await mkdir(directory, { recursive: true });
    const workshop = await mkdtemp(path.join(directory, "venv-"));
    try {
      const made = path.join(workshop, "venv");
      await install(python.command, made, hash);
      await publish(made, venv, hash);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
  }
  return path.join(venv, "bin/python");
};
