import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { publicKeyOf } from "../../functions/erasure/leaving/envelope.ts";
import { eraseEnvironment, eraseRefusals } from "../../functions/erasure/leaving/erase-environment.ts";
import { certificateName } from "../../shared/audit/certificate.ts";
import { officerIdSchema } from "../../shared/domain/right-events.ts";
import { exit, Misuse, needed, runCommand } from "../operator/command.ts";
import { environmentPorts } from "../operator/environment-ports.ts";

const usage = `使い方 / usage: npm run leave:erase -- --env NAME --manifest FILE --receipt FILE --ward-public-key FILE
  --document-number N --operator ID --confirm kokunen-NAME [--endpoint URL]`;

/** What no command of ours may do: printed, so that it is not forgotten (docs/leaving.md). */
const remaining = (environment: string, { pointInTime, backups }: { pointInTime: string; backups: string }) => `
残る作業 / what remains:
  1. 消去ロールで ${environment} のKMS鍵(data、backup)の削除を予約する。audit と audit-signing は監査バケットの期限まで残す
  2. 監査用でないスタックを cdk destroy で消す
  3. ${pointInTime} から時点復旧に、${backups} からどのバックアップにも残っていない。その日に区へ伝える
  4. 消去証明を区へ渡す`;

await runCommand(usage, async () => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      env: text,
      manifest: text,
      receipt: text,
      "ward-public-key": text,
      "document-number": text,
      operator: text,
      confirm: text,
      endpoint: text,
    },
  });
  const operator = officerIdSchema.safeParse(needed(values.operator, "operator"));
  if (!operator.success) throw new Misuse("職員IDの形が違う / unfit operator");
  const ports = environmentPorts(needed(values.env, "env"), values.endpoint);
  const done = await eraseEnvironment(ports, {
    manifest: await readFile(needed(values.manifest, "manifest")),
    receipt: await readFile(needed(values.receipt, "receipt"), "utf8"),
    wardKey: publicKeyOf(await readFile(needed(values["ward-public-key"], "ward-public-key"), "utf8")),
    documentNumber: needed(values["document-number"], "document-number"),
    operator: operator.data,
    confirm: needed(values.confirm, "confirm"),
  });
  if ("refused" in done) {
    console.error(`消していない、または証明していない / refused: ${done.refused} ${done.where ?? ""}`);
    console.error(eraseRefusals[done.refused]);
    return exit.refused;
  }
  console.log(`消去証明 / certificate: ${done.certificateId} (${certificateName(done.certificateId)})`);
  for (const { class: name, records } of done.erased) console.log(`${name}\t${records}件`);
  console.log(remaining(ports.environment, done.goneFrom));
  return exit.done;
});
