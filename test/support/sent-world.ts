import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { emptyBuckets, type World } from "./leaving.ts";
import { openStores } from "./restarting-office.ts";
import { versionedBucket } from "./versioned-bucket.ts";

const run = (year: number, letter: string) => `T${year}1123-${letter.repeat(6)}`;

/** What went out in that year (noon of 24 November in Japan). */
export const in2040 = "2040-11-24T03:00:00.000Z";
export const in2044 = "2044-11-24T03:00:00.000Z";

export const names = {
  once: `${run(2040, "A")}/qualification.dat`,
  twice: `${run(2040, "A")}/qualification.pdf`,
  deleted: `${run(2040, "B")}/manifest.json`,
  mark: `${run(2040, "B")}/exemption.dat`,
  output: "income-outputs/continuation-2040.001/continuation.dat",
  foreign: "planted/copy of somebody.pdf",
  resent: `${run(2040, "C")}/exemption.dat`,
  young: `${run(2044, "D")}/qualification.dat`,
} as const;

/** All that is past its years by November 2045. */
export const due = [names.once, names.twice, names.deleted, names.mark, names.output, names.foreign] as const;

/** A ward of nobody, with an outbox: what is past its three years in every state that an object can be in, and what is not. */
export const sentWorld = (pageSize = 3) => {
  const { database, master } = openStores();
  const outbox = versionedBucket(pageSize);
  outbox.put(names.once, in2040);
  outbox.put(names.twice, in2040);
  outbox.put(names.twice, "2040-11-24T03:00:01.000Z");
  outbox.put(names.deleted, in2040);
  outbox.put(names.deleted, "2040-11-24T03:00:01.000Z");
  outbox.mark(names.deleted, in2044);
  outbox.mark(names.mark, in2040);
  outbox.put(names.output, in2040);
  outbox.put(names.foreign, in2040);
  outbox.put(names.resent, in2040);
  outbox.put(names.resent, in2044);
  outbox.put(names.young, in2044);
  const world: World = { database, master, buckets: emptyBuckets(), signer: memorySigner() };
  return { world, outbox };
};
