import { readdir } from "node:fs/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { startEmulator } from "../../tools/local/emulator.ts";
import { localFolder } from "../../tools/local/folders.ts";

/** The first start of a fresh clone installs the emulator. */
const seconds = 300;

const start = async () => {
  const lines: string[] = [];
  const emulator = await startEmulator({ directory: localFolder, log: (line) => lines.push(line) });
  onTestFinished(() => emulator.stop());
  return { ...emulator, lines };
};

const ourRuns = async () =>
  (await readdir(localFolder)).filter((name) => name.startsWith(`run-emulator-${process.pid}-`));

describe("the emulator", () => {
  it("starts beside another, answers, and leaves neither process nor folder", { timeout: seconds * 1000 }, async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(one.port).not.toBe(two.port);
    for (const { endpoint } of [one, two]) {
      expect((await fetch(`${endpoint}/_ministack/health`)).status).toBe(200);
    }
    expect(await ourRuns()).toHaveLength(2);
    for (const { endpoint, stop } of [one, two]) {
      await stop();
      await expect(fetch(`${endpoint}/_ministack/health`)).rejects.toThrow();
    }
    expect(await ourRuns()).toEqual([]);
  });

  it("is installed once", { timeout: seconds * 1000 }, async () => {
    await start();
    expect((await start()).lines[0]).toBe("エミュレーター MiniStack は導入済みです。");
  });
});
