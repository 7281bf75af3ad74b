import path from "node:path";
import { atMost, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { inChild } from "../support/in-child.ts";

const script = path.join(import.meta.dirname, "../support/erasure-run.ts");

interface Run {
  /** CPU of the whole process until the list waits for approval, and from the approval to the certificate; without the making of the ward. */
  readonly listing: number;
  readonly erasing: number;
  readonly people: number;
  readonly examined: number;
  readonly listed: number;
  readonly erased: number;
  readonly mostMegabytes: number;
}

const run = async (people: number) => (await inChild(script, [String(people)])) as Run;

/** The goal is 10 s and 1 GB for 300,000 people; a tenth of the time is asked of 30,000. */
const share = { seconds: 10 / 300_000, megabytes: 1_000 } as const;

/** 消去: everybody on file with one year of 所得情報 each, one in fifteen of them due. */
export const erasure: Measure = async () => {
  const small = await run(30_000);
  const large = await run(300_000);
  const slope = (part: "listing" | "erasing") => large[part] / large.people / (small[part] / small.people);
  return [
    atMost({ name: "erasure-list-30000", value: small.listing, unit: "s" }, 30_000 * share.seconds),
    atMost({ name: "erasure-list-300000", value: large.listing, unit: "s" }, 300_000 * share.seconds),
    atMost({ name: "erasure-list-slope", value: slope("listing"), unit: "×" }, 1.1),
    atMost({ name: "erasure-erase-30000", value: small.erasing, unit: "s" }, 30_000 * share.seconds),
    atMost({ name: "erasure-erase-300000", value: large.erasing, unit: "s" }, 300_000 * share.seconds),
    atMost({ name: "erasure-erase-slope", value: slope("erasing"), unit: "×" }, 1.1),
    atMost({ name: "erasure-300000-memory", value: large.mostMegabytes, unit: "MB" }, share.megabytes),
    noted({ name: "erasure-300000-listed", value: large.listed, unit: `of ${large.examined}` }),
    noted({ name: "erasure-300000-erased", value: large.erased, unit: "records" }),
  ];
};
