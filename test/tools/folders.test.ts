import { spawnSync } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { newRunFolder } from "../../tools/local/folders.ts";
import { scratchFolder } from "./scratch.ts";

it("a new run sweeps away what killed runs left, and nothing of a run that lives or of anyone else", async () => {
  const directory = await scratchFolder();
  const { pid: dead } = spawnSync("true");
  for (const name of [`run-deploy-${dead}-abc`, `run-emulator-${process.pid}-abc`, "venv", "state"]) {
    await mkdir(path.join(directory, name));
  }
  const folder = await newRunFolder(directory, "deploy");
  expect((await readdir(directory)).sort()).toEqual(
    [path.basename(folder), `run-emulator-${process.pid}-abc`, "state", "venv"].sort(),
  );
});
