import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { JSONWebKeySet } from "jose";
import type { ConsoleIdentity } from "../../shared/contracts/console.ts";
import { childEnvironment, localAccount, localRegion } from "./aws.ts";
import { type Deployment, parseDeployment } from "./deployment.ts";
import { localFolder, newRunFolder, projectRoot } from "./folders.ts";

type Options = {
  endpoint: string;
  /** Public keys of the identity provider whose tokens the deployed API takes. */
  jwks: JSONWebKeySet;
  /** Where people of the console sign in. */
  consoleIdentity: Omit<ConsoleIdentity, "issuer">;
  log: (line: string) => void;
  /** Folder of the CDK app. */
  app?: string;
};

const run = promisify(execFile);

/** @throws Error with the end of what the CDK CLI printed. */
const cdk = async (args: string[], cwd: string, env: Record<string, string>) => {
  try {
    await run(path.join(projectRoot, "node_modules/.bin/cdk"), args, { cwd, env, maxBuffer: 64_000_000 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    const lastWords = `${stdout ?? ""}\n${stderr ?? ""}`.split("\n").slice(-60).join("\n");
    throw new Error(`cdk ${args[0]} に失敗しました / failed\n${lastWords}`, { cause: error });
  }
};

/**
 * Deploys the app, unchanged, into the local cloud with the ordinary CDK CLI and says where everything is.
 * @throws Error when the deployment fails or lacks an output.
 */
export const deployApp = async ({
  endpoint,
  jwks,
  consoleIdentity,
  log,
  app = projectRoot,
}: Options): Promise<Deployment> => {
  const folder = await newRunFolder(localFolder, "deploy");
  const env = {
    ...childEnvironment(folder),
    AWS_ENDPOINT_URL: endpoint,
    CDK_DEFAULT_ACCOUNT: localAccount,
    CDK_DEFAULT_REGION: localRegion,
    CDK_HOME: path.join(folder, "cdk-home"),
    CDK_DISABLE_CLI_TELEMETRY: "true",
    CDK_DISABLE_VERSION_CHECK: "1",
    KOKUNEN_LOCAL_JWKS: JSON.stringify(jwks),
    KOKUNEN_LOCAL_CONSOLE: JSON.stringify(consoleIdentity),
    CI: "true",
  };
  const outputs = path.join(folder, "outputs.json");
  try {
    log("CDK の土台を用意しています(cdk bootstrap)…");
    // Without an app: bootstrapping needs no synthesis.
    await cdk(["bootstrap", `aws://${localAccount}/${localRegion}`, "--app", "", "--no-notices"], folder, env);
    log("アプリを配置しています(cdk deploy --all)…");
    const deploy = ["deploy", "--all", "--require-approval", "never", "--no-notices", "-c", "env=local"];
    // Directly: the emulator fails on the change set of a second deployment.
    const method = ["--method=direct", "--output", path.join(folder, "cdk.out"), "--outputs-file", outputs];
    await cdk([...deploy, ...method], app, env);
    return parseDeployment(JSON.parse(await readFile(outputs, "utf8")), endpoint);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
