import path from "node:path";
import { atMost, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { inChild } from "../support/in-child.ts";

const script = path.join(import.meta.dirname, "../support/erasure-run.ts");

interface Run {
  /** CPU of the whole process, without the making of the ward. */
  readonly seconds: number;
  readonly people: number;
  readonly examined: number;
  readonly listed: number;
  readonly mostMegabytes: number;
}

const run = async (people: number) => (await inChild(script, [String(people)])) as Run;
const each = ({ seconds, people }: Run) => (seconds / people) * 1e6;

/** The goal is 10 s and 1 GB for 300,000 people; a tenth of the time is asked of 30,000. */
const share = { seconds: 10 / 300_000, megabytes: 1_000 } as const;

/** 満了した記録を集める: everybody on file with one year of 所得情報 each, one in fifteen of them due. */
export const erasure: Measure = async () => {
  const small = await run(30_000);
  const large = await run(300_000);
  return [
    atMost({ name: "erasure-list-30000", value: small.seconds, unit: "s" }, 30_000 * share.seconds),
    atMost({ name: "erasure-list-300000", value: large.seconds, unit: "s" }, 300_000 * share.seconds),
    noted({ name: "erasure-list-one-person", value: each(large), unit: "µs" }),
    atMost({ name: "erasure-list-slope", value: each(large) / each(small), unit: "×" }, 1.1),
    atMost({ name: "erasure-list-300000-memory", value: large.mostMegabytes, unit: "MB" }, share.megabytes),
    noted({ name: "erasure-list-300000-listed", value: large.listed, unit: `of ${large.examined}` }),
  ];
};
