import path from "node:path";
import { atMost, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { inChild } from "../support/in-child.ts";

const script = path.join(import.meta.dirname, "../support/weekly-run.ts");

interface Run {
  readonly filings: number;
  readonly written: number;
  readonly seconds: number;
  readonly storeMegabytes: number;
  readonly mostMegabytes: number;
}

/** The goal is 10 s and 1 GB for 300,000 people; a tenth of both is asked of 30,000. */
const share = { seconds: 10 / 300_000, megabytes: 1_000 } as const;

export const weeklyBatch: Measure = async () => {
  const small = (await inChild(script, ["3000", "7"])) as Run;
  const large = (await inChild(script, ["30000", "3"])) as Run;
  const each = ({ seconds, filings }: Run) => (seconds / filings) * 1e6;
  return [
    atMost({ name: "weekly-batch-3000", value: small.seconds, unit: "s" }, 3_000 * share.seconds),
    atMost({ name: "weekly-batch-30000", value: large.seconds, unit: "s" }, 30_000 * share.seconds),
    noted({ name: "weekly-batch-one-person", value: each(large), unit: "µs" }),
    atMost({ name: "weekly-batch-slope", value: each(large) / each(small), unit: "×" }, 1.05),
    atMost({ name: "weekly-batch-30000-memory", value: large.mostMegabytes, unit: "MB" }, share.megabytes),
    noted({ name: "weekly-batch-30000-memory-of-stand-in-store", value: large.storeMegabytes, unit: "MB" }),
    noted({ name: "weekly-batch-30000-written", value: large.written, unit: `of ${large.filings}` }),
  ];
};
