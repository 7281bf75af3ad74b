import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { checkReturn, returnFaults } from "../../functions/erasure/leaving/check-return.ts";
import { privateKeyOf } from "../../functions/erasure/leaving/envelope.ts";
import { exit, Misuse, needed, runCommand } from "../operator/command.ts";
import { diskFolder } from "../operator/folder.ts";

const usage = "使い方 / usage: npm run leave:open -- FOLDER --key FILE(区の秘密鍵) --out FOLDER";

await runCommand(usage, async () => {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({ options: { key: text, out: text }, allowPositionals: true });
  const [where, ...more] = positionals;
  if (where === undefined || more.length > 0) throw new Misuse("返還のフォルダーが一つ要る / needs one folder");
  const key = privateKeyOf(await readFile(needed(values.key, "key"), "utf8"));
  const out = diskFolder(needed(values.out, "out"));
  const { manifest, sha256, faults } = await checkReturn(diskFolder(where), key, (part, plain) =>
    out.write(part.file.replace(/\.jwe$/, ""), plain),
  );
  for (const { file, fault } of faults) console.log(`${file}\t${fault}\t${returnFaults[fault]}`);
  if (!manifest) return exit.refused;
  for (const [kind, records] of Object.entries(manifest.tally.kinds)) console.log(`${kind}\t${records}件`);
  console.log(`${manifest.tally.people}人、ファイル ${manifest.parts.length}個、異常 ${faults.length}件`);
  console.log(`目録のSHA-256 / manifest: ${sha256}`);
  return faults.length === 0 ? exit.done : exit.refused;
});
