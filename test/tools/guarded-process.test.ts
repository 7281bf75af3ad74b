import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { startGuarded } from "../../tools/local/guarded-process.ts";
import { waitUntil } from "../../tools/local/wait-until.ts";
import { isRunning, scratchFolder } from "./scratch.ts";

const env = { PATH: process.env.PATH ?? "" };
const module = path.resolve(import.meta.dirname, "../../tools/local/guarded-process.ts");

const start = async (script: string) => {
  const folder = await scratchFolder();
  const logFile = path.join(folder, "log");
  const command = { command: "sh", args: ["-c", script], env, cwd: folder, logFile };
  const log = async () => readFile(logFile, "utf8");
  const says = (word: string) =>
    waitUntil({ what: word, seconds: 10, ready: async () => (await log()).includes(word) });
  return { guarded: await startGuarded(command), log, says };
};

const gone = (pid: number) => waitUntil({ what: `end of ${pid}`, seconds: 15, ready: async () => !isRunning(pid) });

describe("a guarded process", () => {
  it("is the command itself, asked by SIGTERM to stop and given the time to do so", async () => {
    const { guarded, log, says } = await start(
      "echo $$; trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done",
    );
    await says("up");
    expect(guarded.ended()).toBeUndefined();
    await guarded.stop();
    expect(guarded.ended()).toBe(0);
    expect((await log()).split("\n")).toEqual([String(guarded.pid), "up", "bye", ""]);
    await guarded.stop();
  });

  it("is killed when it does not listen", async () => {
    const { guarded, says } = await start("trap '' TERM; echo up; while :; do sleep 0.1; done");
    await says("up");
    await guarded.stop(0.2);
    expect(guarded.ended()).toBe("SIGKILL");
  });

  it("tells its exit code", async () => {
    const { guarded } = await start("exit 7");
    await waitUntil({ what: "exit", seconds: 10, ready: async () => guarded.ended() === 7 });
    await guarded.stop();
    expect(guarded.ended()).toBe(7);
  });

  it("leaves none of its own children behind, however it ends", async () => {
    const { guarded, log, says } = await start("sleep 600 & echo child $!; wait");
    await says("child");
    const child = Number((await log()).replace("child ", ""));
    expect(isRunning(child)).toBe(true);
    await guarded.kill();
    await gone(child);
  });

  it("ends when the process that started it is killed with no chance to clean up", async () => {
    const folder = await scratchFolder();
    const command = { command: "sleep", args: ["600"], env, cwd: folder, logFile: path.join(folder, "log") };
    const program = `import { startGuarded } from ${JSON.stringify(module)};
      console.log((await startGuarded(${JSON.stringify(command)})).pid);
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(parent.stdout, "data");
    const pid = Number(String(line));
    expect(isRunning(pid)).toBe(true);
    parent.kill("SIGKILL");
    await gone(pid);
  });
});
