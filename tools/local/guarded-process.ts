import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/**
 * Becomes the command (same process id), beside a watcher that waits for the end of standard input. That end comes when
 * the command has exited and when our own process is gone for any reason, kill -9 included; then the watcher ends what is
 * left of the process group, which is the command's own: no orphan either way.
 */
const guard = `
exec 3<&0
(
  trap '' TERM INT HUP
  cat <&3 >/dev/null
  kill -TERM 0
  for second in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 $$ 2>/dev/null || break
    sleep 1
  done
  kill -KILL 0
) &
exec "$@" </dev/null 3<&-
`;

export type GuardedProcess = {
  pid: number;
  /** Undefined while it runs; afterwards its exit code, or the signal that ended it. */
  ended(): number | NodeJS.Signals | undefined;
  /** SIGTERM, then SIGKILL when it has not ended within `graceSeconds`. Resolves when it is gone; a second call does no harm. */
  stop(graceSeconds?: number): Promise<void>;
  /** SIGKILL, for tests of sudden death. */
  kill(): Promise<void>;
};

type Command = {
  command: string;
  args: readonly string[];
  env: Record<string, string>;
  cwd: string;
  /** Standard output and error are appended to this file. */
  logFile: string;
};

/** Starts a command that cannot outlive this process. @throws when no process could be started. */
export const startGuarded = async ({ command, args, env, cwd, logFile }: Command): Promise<GuardedProcess> => {
  const log = openSync(logFile, "a");
  const child = spawn("/bin/sh", ["-c", guard, "guard", command, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ["pipe", log, log],
  });
  closeSync(log);
  await once(child, "spawn");
  const { pid, stdin } = child;
  if (pid === undefined || stdin === null) throw new Error(`${command} did not start`);
  stdin.on("error", () => undefined);
  const exited = once(child, "exit").then(() => stdin.end());
  const ended = () => child.exitCode ?? child.signalCode ?? undefined;
  const end = async (signal: NodeJS.Signals) => {
    if (ended() === undefined) child.kill(signal);
    await exited;
  };
  return {
    pid,
    ended,
    kill: () => end("SIGKILL"),
    stop: async (graceSeconds = 15) => {
      const patience = new AbortController();
      const overdue = delay(graceSeconds * 1000, undefined, { signal: patience.signal }).then(
        () => end("SIGKILL"),
        () => undefined,
      );
      await end("SIGTERM");
      patience.abort();
      await overdue;
    },
  };
};
