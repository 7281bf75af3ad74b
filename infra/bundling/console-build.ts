import { execFileSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/**
 * Builds the console into `directory`: one page and its script and style, whose names carry the hash of what is in them.
 * A process of its own, because Vite builds asynchronously and a bundle is made while CDK waits.
 * @throws Error with what Vite printed when the build fails.
 */
export const buildConsole = (directory: string): void => {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const options = ["--config", "console/vite.config.ts", "--logLevel", "warn", "--outDir", directory, "--emptyOutDir"];
  execFileSync(process.execPath, [vite, "build", ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    // Under a test runner NODE_ENV says "test", and the build would be another one.
    env: { ...process.env, NODE_ENV: "production" },
  });
};
