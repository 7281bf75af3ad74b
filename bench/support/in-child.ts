import { fork } from "node:child_process";

/**
 * Runs a script in a fresh process and gives the one message it sends. Its standard output is dropped: functions log
 * there, as they do in Lambda. @throws when it ends without a message.
 */
export const inChild = (
  script: string,
  args: readonly string[],
  { env = process.env, execArgv = ["--expose-gc"] }: { env?: NodeJS.ProcessEnv; execArgv?: string[] } = {},
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const child = fork(script, [...args], { env, execArgv, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    let message: unknown;
    child.on("message", (sent) => {
      message = sent;
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (message === undefined) reject(new Error(`${script} ${args.join(" ")} ended with ${code} and no figure`));
      else resolve(message);
    });
  });
