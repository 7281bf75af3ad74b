import path from "node:path";
import { projectRoot } from "./folders.ts";

export const localAccount = "000000000000";
export const localRegion = "ap-northeast-1";

/** Keys that open nothing: the emulator asks for a signature but checks none. Not twelve digits, which it would take for an account. */
const credentials = { accessKeyId: "local", secretAccessKey: "local" };

/** Configuration of an AWS SDK client that speaks to the local cloud. */
export const localClient = (endpoint: string) => ({ endpoint, region: localRegion, credentials, forcePathStyle: true });

/** Node 24 of the project first, so that functions, the CDK CLI and the CDK app run on what Lambda runs. */
const searchPath = () => [path.join(projectRoot, "node_modules/.bin"), process.env.PATH].join(path.delimiter);

/**
 * The whole environment of a child process. Built from nothing rather than copied, so that neither the operator's AWS
 * profile nor a variable of this shell reaches the emulator, its functions or a deployment.
 */
export const childEnvironment = (folder: string): Record<string, string> => ({
  PATH: searchPath(),
  HOME: folder,
  TMPDIR: path.join(folder, "tmp"),
  LANG: "C.UTF-8",
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_REGION: localRegion,
  AWS_DEFAULT_REGION: localRegion,
  AWS_EC2_METADATA_DISABLED: "true",
});
