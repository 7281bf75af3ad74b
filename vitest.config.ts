import { defineConfig } from "vitest/config";

/** Seconds a test and its hooks may take. Only rooms that start programs or synthesize templates get long. */
const room = (name: string, seconds: number, more: { globalSetup?: string[]; fileParallelism?: boolean } = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    ...more,
  },
});

export default defineConfig({
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    retry: 0,
    reporters: ["default", "./test/support/closing-line.ts"],
    projects: [
      room("unit", 10),
      room("law", 10),
      room("property", 60),
      room("tools", 30),
      room("infra", 120),
      room("console", 60, { globalSetup: ["./test/support/console-setup.ts"], fileParallelism: false }),
      room("integration", 120),
      room("e2e", 180, { globalSetup: ["./test/support/e2e-setup.ts"], fileParallelism: false }),
    ],
  },
});
