import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import * as z from "zod";
import { attestedBeginning } from "../../shared/audit/attested-beginning.ts";
import { checkProof, trailProof } from "../../shared/audit/proof.ts";
import { readPublicKey } from "../../shared/audit/signature.ts";
import { type TrailReport, verifyTrail } from "../../shared/audit/verify-trail.ts";
import { instantSchema } from "../../shared/domain/values.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { trailSource } from "./source.ts";

const usage = `使い方 / usage:
  npm run audit:verify -- <s3://bucket | folder> --public-key FILE [--head SHA256|FILE] [--now INSTANT]
  npm run audit:verify -- --proof FILE --public-key FILE`;

/** Exit codes: the trail is whole, something was found, the command was not understood. */
const exit = { whole: 0, found: 1, misuse: 2 } as const;

/** A head as it was exported: the SHA-256 itself, or a file that holds it. */
const headOf = async (given: string): Promise<string> => {
  const text = /^[0-9a-f]{64}$/.test(given) ? given : await readFile(given, "utf8");
  const found = /[0-9a-f]{64}/.exec(text)?.[0];
  if (found === undefined) throw new Error("先頭の控えにSHA-256がない / no SHA-256 in the head");
  return found;
};

const tell = ({ ok, hours, entries, faults, further, head, erased }: TrailReport): number => {
  for (const { code, place, detail } of faults) console.log(`${place}\t${code}\t${detail}`);
  if (further > 0) console.log(`ほか${further}件 / and ${further} more`);
  console.log(`ダイジェスト ${hours}時間分、記録 ${entries}件 / ${hours} hourly digests, ${entries} entries`);
  if (erased)
    console.log(
      `${erased.until} までは保存期間の満了により消去された。消去証明 ${erased.certificateId} が、その最後のダイジェストを証明する / erased by rule up to ${erased.until}, as ${erased.certificateId} attests`,
    );
  if (head) console.log(`先頭 ${head.hour} SHA-256 ${head.sha256} / head`);
  console.log(
    ok
      ? "欠けも書き換えもない / whole"
      : `${faults.length + further}件の異常がある / ${faults.length + further} faults`,
  );
  return ok ? exit.whole : exit.found;
};

const verifyProof = async (file: string, key: ReturnType<typeof readPublicKey>): Promise<number> => {
  const proof = trailProof.safeParse(JSON.parse(await readFile(file, "utf8")));
  const faults = proof.success ? checkProof(proof.data, key) : ["証明の形でない"];
  for (const detail of faults) console.log(`${file}\tproof\t${detail}`);
  if (!proof.success || faults.length > 0) return exit.found;
  const { entry, digest } = proof.data;
  console.log(
    `記録 ${entry.at}_${entry.id} は、ダイジェスト ${digest.name} に署名されている / the entry is in the signed digest`,
  );
  return exit.whole;
};

const main = async (): Promise<number> => {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    options: { "public-key": text, head: text, now: text, proof: text },
    allowPositionals: true,
  });
  const [where, ...more] = positionals;
  if (values["public-key"] === undefined || more.length > 0 || (where === undefined) === (values.proof === undefined))
    throw new Error("公開鍵と、場所か証明のどちらか一つが要る / needs the public key, and either a place or a proof");
  const publicKey = readPublicKey(await readFile(values["public-key"]));
  if (where === undefined) return verifyProof(z.string().parse(values.proof), publicKey);
  const now = instantSchema.parse(values.now ?? (new Date().toISOString() as Instant));
  const head = values.head === undefined ? {} : { head: await headOf(values.head) };
  const reader = await trailSource(where);
  return tell(await verifyTrail({ reader, publicKey, now, attested: attestedBeginning(reader, publicKey), ...head }));
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(usage);
  process.exitCode = exit.misuse;
}
