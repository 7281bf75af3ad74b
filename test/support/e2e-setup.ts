import type { TestProject } from "vitest/node";
import type { Deployment } from "../../tools/local/deployment.ts";
import { startLocalCloud } from "../../tools/local/local-cloud.ts";

declare module "vitest" {
  export interface ProvidedContext {
    endpoint: string;
    deployment: Deployment;
  }
}

/** One emulator with one deployment for all e2e files; read it with `localCloud()` of local-cloud.ts. */
export default async (project: TestProject) => {
  const { endpoint, deployment, stop } = await startLocalCloud((line) => process.stderr.write(`${line}\n`));
  project.provide("endpoint", endpoint);
  project.provide("deployment", deployment);
  return stop;
};
