import { readdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { readSet } from "../../functions/linkage/takeover/read-set.ts";
import { rejectOf } from "../../functions/linkage/takeover/rejects.ts";
import { fingerprintOf } from "../../functions/linkage/takeover/set-objects.ts";
import { parameterFor } from "../../infra/parameter.ts";
import { addTotals, differences, totalsOfRow } from "../../shared/domain/takeover-totals.ts";
import { sha256 } from "../../shared/stores/files.ts";
import { exit, Misuse, needed } from "../operator/command.ts";
import { diskFolder } from "../operator/folder.ts";
import { differenceLines, faultLine, rejectLines } from "./print.ts";

/** A dry run over a folder on disk: touches no store, and reads with the code that takes in. */
export const check = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { env: { type: "string" } },
    allowPositionals: true,
  });
  const [where, ...more] = positionals;
  if (where === undefined || more.length > 0) throw new Misuse("抽出データのフォルダーが一つ要る / needs one folder");
  const covered = new Set(parameterFor(needed(values.env, "env")).beyondAssessment);
  const folder = diskFolder(where);
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(where, { recursive: true, withFileTypes: true })) {
    const name = path.relative(where, path.join(entry.parentPath, entry.name));
    const bytes = entry.isFile() ? await folder.read(name) : undefined;
    if (bytes) files.set(name, bytes);
  }
  for (const [name, bytes] of files) console.log(`${name}\t${sha256(bytes)}`);
  const read = readSet(files, covered);
  if (!read.ok) {
    console.log(faultLine(read));
    return exit.refused;
  }
  const { manifest, people, rows } = read;
  const rejects = people.flatMap(({ decided }) =>
    decided.ok ? [] : decided.rejects.map(({ row, reason }) => rejectOf(row, reason)),
  );
  const totals = rows.map(totalsOfRow).reduce(addTotals, {});
  const differ = differences(manifest.totals, totals);
  for (const [name, value] of Object.entries(totals).toSorted()) console.log(`${name}\t${value}`);
  for (const line of [...differenceLines("統制合計と読んだ行の差", differ), ...rejectLines(rejects)]) console.log(line);
  const contents = [...files].map(([name, bytes]) => [name, sha256(bytes)] as const);
  console.log(
    `${people.length}人、${rows.length}行、受け取らない行 ${rejects.length}行、組の番号 ${fingerprintOf(contents)}`,
  );
  return rejects.length + differ.length === 0 ? exit.done : exit.refused;
};
