import { placeOf, readLine, splitLines } from "../../shared/audit/entry-lines.ts";
import { hourOf } from "../../shared/audit/hours.ts";
import { proofOf } from "../../shared/audit/proof.ts";
import { entriesName, lateHours, lateName } from "../../shared/audit/trail-names.ts";
import type { TrailReader } from "../../shared/audit/trail-reader.ts";
import { instantSchema } from "../../shared/domain/values.ts";
import { trailSource } from "./source.ts";

const usage = "使い方 / usage: npm run --silent audit:prove -- <s3://bucket | folder> <entryId> > proof.json";

/** The entry of an id (`<at>_<id>`) in the files of its hour. */
const entryOf = async (reader: TrailReader, entryId: string) => {
  const hour = hourOf(instantSchema.parse(entryId.split("_")[0]));
  const names = [entriesName(hour), ...Array.from({ length: lateHours }, (_, index) => lateName(hour, index + 1))];
  for (const name of names)
    for (const line of splitLines((await reader.get(name)) ?? new Uint8Array()).lines) {
      const entry = readLine(line);
      if (entry && placeOf(entry) === entryId) return entry;
    }
  return undefined;
};

/** Prints the proof of one entry. Exit 1 when the trail has no such entry, 2 when the command was not understood. */
const main = async (): Promise<number> => {
  const [where, entryId, ...more] = process.argv.slice(2);
  if (where === undefined || entryId === undefined || more.length > 0)
    throw new Error("場所と記録の番号が要る / needs a place and an id");
  const reader = await trailSource(where);
  const entry = await entryOf(reader, entryId);
  const proof = entry && (await proofOf(reader, entry));
  if (!proof) {
    console.error("ダイジェストされた記録にその番号はない / no digested entry of that id");
    return 1;
  }
  console.log(JSON.stringify(proof, null, 2));
  return 0;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(usage);
  process.exitCode = 2;
}
