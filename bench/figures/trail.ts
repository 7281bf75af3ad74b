import { digestBytes, digestOf } from "../../shared/audit/digest.ts";
import { canonicalForm } from "../../shared/audit/entry.ts";
import { entryLines, leavesOf } from "../../shared/audit/entry-lines.ts";
import { addHours, type Hour } from "../../shared/audit/hours.ts";
import { merkleRoot } from "../../shared/audit/merkle.ts";
import { fingerprintOf, signatureText } from "../../shared/audit/signature.ts";
import { digestName, entriesName, signatureName } from "../../shared/audit/trail-names.ts";
import { verifyTrail } from "../../shared/audit/verify-trail.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { entryAt } from "../../test/support/trails.ts";
import { atLeast, atMost, median, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";

const first = "2026-11-26T00" as Hour;
const hours = 8;
const perHour = 5_000;
const count = hours * perHour;
const runs = 7;

const cpu = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

const timed = async (work: () => unknown): Promise<number> => {
  const spent: number[] = [];
  for (let run = 0; run < runs + 2; run += 1) spent.push(await cpu(work));
  return median(spent.slice(2));
};

/** A busy day of the trail: what an entry costs to be digested, and how fast one core verifies, hashing alone and in full. */
export const trail: Measure = async () => {
  const signer = memorySigner();
  const fingerprint = fingerprintOf(signer.key);
  const files = new Map<string, Uint8Array>();
  const entries = Array.from({ length: count }, (_, number) => {
    const hour = addHours(first, Math.floor(number / perHour));
    const milliseconds = String((number % perHour) * 10).padStart(5, "0");
    return entryAt(`${hour}:30:${milliseconds.slice(0, 2)}.${milliseconds.slice(2)}Z` as never, number);
  });
  let before: Parameters<typeof digestOf>[2] = null;
  for (let at = 0; at < hours; at += 1) {
    const hour = addHours(first, at);
    files.set(entriesName(hour), entryLines(entries.slice(at * perHour, (at + 1) * perHour)));
    const bytes = digestBytes(digestOf(hour, files, before, fingerprint));
    const signature = signatureText(await signer.sign(bytes));
    files.set(digestName(hour), bytes);
    files.set(signatureName(hour), Buffer.from(signature));
    before = { bytes, signature };
  }
  const own = entryLines(entries.slice(0, perHour));
  const append = await timed(() =>
    digestBytes(digestOf(first, new Map([[entriesName(first), own]]), null, fingerprint)),
  );
  const lines = await timed(() => entries.slice(0, perHour).map(canonicalForm));
  const hashing = await timed(() => {
    for (let at = 0; at < hours; at += 1)
      merkleRoot(leavesOf(files.get(entriesName(addHours(first, at))) ?? new Uint8Array()));
  });
  const whole = await timed(async () => {
    const now = `${addHours(first, hours)}:40:00.000Z` as never;
    const report = await verifyTrail({ reader: memoryTrailFiles(files), publicKey: signer.key, now });
    if (!report.ok || report.entries !== count) throw new Error("the bench's own trail is not whole");
  });
  return [
    atMost({ name: "trail-append", value: append / perHour, unit: "µs" }, 10),
    noted({ name: "trail-append-canonical-form", value: lines / perHour, unit: "µs" }),
    atLeast({ name: "trail-verify-hashing", value: (count / hashing) * 1e6, unit: "entries/s" }, 200_000),
    noted({ name: "trail-verify-in-full", value: (count / whole) * 1e6, unit: "entries/s" }),
  ];
};
