import path from "node:path";
import chromium from "@sparticuz/chromium";
import type { TestProject } from "vitest/node";
import { buildConsole } from "../../infra/bundling/console-build.ts";
import { localFolder } from "../../tools/local/folders.ts";

declare module "vitest" {
  interface ProvidedContext {
    consoleFolder: string;
    browserPath: string;
  }
}

/** Builds the console once, as a deployment does, and unpacks the browser that comes with the packages. */
export default async (project: TestProject): Promise<void> => {
  const folder = path.join(localFolder, "console");
  buildConsole(folder);
  project.provide("consoleFolder", folder);
  project.provide("browserPath", await chromium.executablePath());
};
