import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { childEnvironment, localRegion } from "./aws.ts";
import { newRunFolder } from "./folders.ts";
import { freePort } from "./free-port.ts";
import { startGuarded } from "./guarded-process.ts";
import { ensureEmulatorInstalled } from "./installation.ts";
import { waitUntil } from "./wait-until.ts";

export type Emulator = {
  /** `http://127.0.0.1:PORT`: every AWS API of the local cloud, and the deployed API below it. */
  endpoint: string;
  port: number;
  /** Ends it by its own process id and waits until it is gone; its folder goes with it. */
  stop(): Promise<void>;
};

type Options = {
  /** Where it is installed and keeps its files: a folder that git ignores. */
  directory: string;
  log: (line: string) => void;
  /** Keeps what was stored for the next start. The emulator writes it on a clean stop only. */
  persist?: boolean;
};

const health = z.object({ version: z.string() });

const emulatorEnvironment = (folder: string, state: string, port: number, mark: string, persist: boolean) => ({
  ...childEnvironment(folder),
  BIND_HOST: "127.0.0.1",
  GATEWAY_PORT: String(port),
  MINISTACK_REGION: localRegion,
  MINISTACK_VERSION: mark,
  SFTP_ENABLED: "0",
  IOT_MTLS_ENABLED: "0",
  LAMBDA_EXECUTOR: "local",
  STATE_DIR: path.join(state, "services"),
  S3_DATA_DIR: path.join(state, "s3"),
  PERSIST_STATE: persist ? "1" : "0",
  S3_PERSIST: persist ? "1" : "0",
});

/**
 * Installs (once) and starts the emulator on a free port of loopback.
 * @throws Error with the last lines of its log when it does not come up.
 */
export const startEmulator = async ({ directory, log, persist = false }: Options): Promise<Emulator> => {
  const python = await ensureEmulatorInstalled(directory, log);
  const folder = await newRunFolder(directory, "emulator");
  const state = persist ? path.join(directory, "state") : path.join(folder, "state");
  await mkdir(state, { recursive: true });
  const logFile = path.join(folder, "emulator.log");
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  // Answered as its version: tells this emulator from another that took the port between our choice and its start.
  const mark = randomUUID();
  log(`エミュレーターを起動しています(${endpoint})…`);
  const emulator = await startGuarded({
    command: python,
    args: ["-m", "ministack"],
    env: emulatorEnvironment(folder, state, port, mark, persist),
    cwd: folder,
    logFile,
  });
  const stop = async () => {
    await emulator.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await waitUntil({
      what: "エミュレーターが起動しません / the emulator did not start",
      seconds: 60,
      hopeless: () => (emulator.ended() === undefined ? undefined : `exit ${emulator.ended()}`),
      ready: async () => {
        const answer = await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(2000) });
        return health.parse(await answer.json()).version === mark;
      },
    });
  } catch (error) {
    const lastWords = (await readFile(logFile, "utf8")).split("\n").slice(-20).join("\n");
    await stop();
    throw new Error(`${error instanceof Error ? error.message : error}\n${lastWords}`, { cause: error });
  }
  return { endpoint, port, stop };
};
