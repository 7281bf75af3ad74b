import path from "node:path";
import { against, atMost, type Figure, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { inChild } from "../support/in-child.ts";

const script = path.join(import.meta.dirname, "../support/income-run.ts");

interface Run {
  /** CPU of the whole process, without the making of the ward. */
  readonly seconds: number;
  readonly examined: number;
  readonly lines: number;
  readonly floorMicroseconds: number;
  readonly mostMegabytes: number;
}

const run = async (kind: string, people: number) => (await inChild(script, [kind, String(people)])) as Run;
const each = ({ seconds, examined }: Run) => (seconds / examined) * 1e6;

const perPerson = (name: string, measured: Run): Figure =>
  against(
    { name, value: each(measured), unit: "µs" },
    { what: "two seals opened, one record parsed, one HMAC", value: measured.floorMicroseconds },
  );

/** The goal is 10 s and 1 GB for 300,000 people; a tenth of the time is asked of 30,000. */
const share = { seconds: 10 / 300_000, megabytes: 1_000 } as const;

/** 免除勧奨 over everyone with 所得情報, and the two outputs that are led to their people one by one. */
export const incomeBatch: Measure = async () => {
  const small = await run("encouragement", 30_000);
  const large = await run("encouragement", 300_000);
  const answers = await run("request-answer", 30_000);
  const continuation = await run("continuation", 30_000);
  return [
    atMost({ name: "income-batch-30000", value: small.seconds, unit: "s" }, 30_000 * share.seconds),
    atMost({ name: "income-batch-300000", value: large.seconds, unit: "s" }, 300_000 * share.seconds),
    perPerson("income-batch-one-person", large),
    atMost({ name: "income-batch-slope", value: each(large) / each(small), unit: "×" }, 1.05),
    atMost({ name: "income-batch-300000-memory", value: large.mostMegabytes, unit: "MB" }, share.megabytes),
    noted({ name: "income-batch-300000-listed", value: large.lines, unit: `of ${large.examined}` }),
    perPerson("income-answer-one-line", answers),
    perPerson("income-continuation-one-person", continuation),
  ];
};
