import { writeSync } from "node:fs";
import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";

type Counts = Record<"passed" | "failed" | "skipped", number>;

/**
 * Counts every test once. A file that could not be loaded or an error outside any test counts as one failure each, so that
 * "0 failed" is never printed for a run that failed; a test that never ran counts as skipped.
 */
export const countResults = (modules: readonly TestModule[], unhandled: readonly SerializedError[]): Counts => {
  const counts: Counts = { passed: 0, failed: unhandled.length, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      counts[state === "pending" ? "skipped" : state] += 1;
    }
  }
  return counts;
};

/** Ends the run with a line of its own, `N passed, N failed, N skipped`, after everything else has been said. */
export default class ClosingLine implements Reporter {
  #counts: Counts = { passed: 0, failed: 0, skipped: 0 };

  onInit() {
    process.once("exit", () => {
      const { passed, failed, skipped } = this.#counts;
      writeSync(1, `${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
    this.#counts = countResults(modules, unhandled);
  }
}
