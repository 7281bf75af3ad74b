import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../tools/local/folders.ts";
import { scratchFolder } from "./scratch.ts";

const config = `export default { test: { globals: true, include: ["*.sample.mjs"],
  reporters: ["default", ${JSON.stringify(path.join(projectRoot, "test/support/closing-line.ts"))}] } };`;

const run = async (files: Record<string, string>) => {
  const folder = await scratchFolder();
  await writeFile(path.join(folder, "vitest.config.mjs"), config);
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, `${name}.sample.mjs`), text);
  const vitest = path.join(projectRoot, "node_modules/vitest/vitest.mjs");
  const { status, stdout } = spawnSync(process.execPath, [vitest, "run", "--root", folder], { encoding: "utf8" });
  return { status, last: stdout.trimEnd().split("\n").at(-1) };
};

const passing = `it("a", () => expect(1).toBe(1)); it("b", () => expect(1).toBe(1));`;

describe("the last line of a test run", () => {
  it("counts passed, failed and skipped tests", async () => {
    const mixed = `it("c", () => expect(1).toBe(2)); it.skip("d", () => undefined); it.todo("e");`;
    expect(await run({ passing, mixed })).toEqual({ status: 1, last: "2 passed, 1 failed, 2 skipped" });
  });

  it("says 0 failed when nothing failed", async () => {
    expect(await run({ passing })).toEqual({ status: 0, last: "2 passed, 0 failed, 0 skipped" });
  });

  it.each([
    ["a file that cannot be loaded", `throw new Error("broken");`, "2 passed, 1 failed, 0 skipped"],
    [
      "a failed hook",
      `beforeAll(() => { throw new Error("x"); }); it("c", () => undefined);`,
      "2 passed, 1 failed, 1 skipped",
    ],
    [
      "a failed hook of a group",
      `describe("g", () => { beforeAll(() => { throw new Error("x"); }); it("c", () => undefined); });`,
      "2 passed, 1 failed, 1 skipped",
    ],
    [
      "an error outside any test",
      `it("c", () => { setTimeout(() => { throw new Error("late"); }, 0); return new Promise((done) => setTimeout(done, 50)); });`,
      "3 passed, 1 failed, 0 skipped",
    ],
  ])("never says 0 failed when the run failed: %s", async (_, broken, last) => {
    expect(await run({ passing, broken })).toEqual({ status: 1, last });
  });
});
