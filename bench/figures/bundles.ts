import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "../../infra/bundling/bundle.ts";
import { entries, type FunctionName } from "../../shared/contracts/environment.ts";
import { atMost, type Figure, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";

/** 1 KB = 1,000 bytes. */
const most = { minified: 450, gzipped: 130 } as const;

/** It carries pdfkit, answers no request and runs once a week: its size is told, not judged. */
const exempt: ReadonlySet<string> = new Set<FunctionName>(["transmittal-steps"]);

/** The deployable bundles as `cdk deploy` makes them: size, and how much of it is zod's locales. */
export const bundles: Measure = async () => {
  const directory = mkdtempSync(path.join(tmpdir(), "kokunen-bench-"));
  try {
    return (Object.keys(entries) as FunctionName[]).flatMap((fn): Figure[] => {
      const { outputs } = bundle(fn, path.join(directory, fn));
      const code = readFileSync(path.join(directory, fn, "index.js"));
      const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
      const locales = inputs
        .filter(([file]) => /\/zod\/.*\/locales\//.test(file))
        .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
      const minified = { name: `bundle-${fn}-minified`, value: code.length / 1000, unit: "KB" };
      const gzipped = { name: `bundle-${fn}-gzip`, value: gzipSync(code).length / 1000, unit: "KB" };
      return [
        exempt.has(fn) ? noted(minified) : atMost(minified, most.minified),
        exempt.has(fn) ? noted(gzipped) : atMost(gzipped, most.gzipped),
        atMost({ name: `bundle-${fn}-zod-locales`, value: locales, unit: "bytes" }, 0),
      ];
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};
