import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { checkReturn, returnFaults } from "../../functions/erasure/leaving/check-return.ts";
import { privateKeyOf } from "../../functions/erasure/leaving/envelope.ts";
import { receiptSchema, signReceipt } from "../../functions/erasure/leaving/receipt.ts";
import { exit, Misuse, needed, runCommand } from "../operator/command.ts";
import { diskFolder } from "../operator/folder.ts";

const usage =
  "使い方 / usage: npm run leave:receipt -- FOLDER --key FILE --signing-key FILE --officer ID --document-number N --out FILE";

/** The ward's side: opens every file of the return, and signs for it only when all of it is whole. */
await runCommand(usage, async () => {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    options: { key: text, "signing-key": text, officer: text, "document-number": text, out: text },
    allowPositionals: true,
  });
  const [where, ...more] = positionals;
  if (where === undefined || more.length > 0) throw new Misuse("返還のフォルダーが一つ要る / needs one folder");
  const out = needed(values.out, "out");
  const signingKey = privateKeyOf(await readFile(needed(values["signing-key"], "signing-key"), "utf8"));
  const key = privateKeyOf(await readFile(needed(values.key, "key"), "utf8"));
  const { manifest, sha256: manifestSha256, faults } = await checkReturn(diskFolder(where), key);
  for (const { file, fault } of faults) console.log(`${file}\t${fault}\t${returnFaults[fault]}`);
  if (!manifest || faults.length > 0) {
    console.error("全部は開けないので署名しない / not signed: the return is not whole");
    return exit.refused;
  }
  const receipt = receiptSchema.safeParse({
    form: 1,
    environment: manifest.environment,
    manifestSha256,
    documentNumber: needed(values["document-number"], "document-number"),
    by: needed(values.officer, "officer"),
    at: new Date().toISOString(),
    files: manifest.parts.length,
    records: manifest.parts.reduce((sum, part) => sum + part.records, 0),
  });
  if (!receipt.success) throw new Misuse("職員IDか文書番号の形が違う / unfit officer or document number");
  await writeFile(out, `${await signReceipt(receipt.data, signingKey)}\n`);
  console.log(`受領書に署名した / signed: ${receipt.data.records}件、目録 ${manifestSha256}`);
  return exit.done;
});
