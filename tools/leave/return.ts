import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { recipientOf } from "../../functions/erasure/leaving/envelope.ts";
import { giveBack, returnStops } from "../../functions/erasure/leaving/give-back.ts";
import { jsonBytes, manifestName } from "../../functions/erasure/leaving/manifest.ts";
import { sha256 } from "../../shared/stores/files.ts";
import { exit, Misuse, needed, runCommand } from "../operator/command.ts";
import { environmentPorts } from "../operator/environment-ports.ts";
import { diskFolder } from "../operator/folder.ts";
import { returnSchema } from "./schema.ts";

const usage =
  "使い方 / usage: npm run leave:return -- --env NAME --recipient FILE(区の公開鍵) --out FOLDER [--endpoint URL]";

await runCommand(usage, async () => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { env: text, recipient: text, out: text, endpoint: text } });
  const recipient = recipientOf(await readFile(needed(values.recipient, "recipient"), "utf8"));
  if (!recipient) throw new Misuse("区の公開鍵(RSA 3072ビット以上かP-256/P-384)が要る / unfit key");
  const folder = diskFolder(needed(values.out, "out"));
  const ports = environmentPorts(needed(values.env, "env"), values.endpoint);
  await folder.write("schema.json", jsonBytes(returnSchema()));
  const given = await giveBack(ports, recipient, folder);
  if ("stopped" in given) {
    console.error(`止めた / stopped: ${given.stopped} ${given.table ?? ""}\n${returnStops[given.stopped]}`);
    return exit.refused;
  }
  const records = given.parts.reduce((sum, part) => sum + part.records, 0);
  const manifest = (await folder.read(manifestName)) ?? new Uint8Array();
  console.log(`返した / given back: ${given.tally.people}人、記録 ${records}件、ファイル ${given.parts.length}個`);
  console.log(`目録のSHA-256 / manifest: ${sha256(manifest)}`);
  return exit.done;
});
