import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { ErasureCertificate } from "../../shared/audit/certificate.ts";
import { certificateKinds, certificateName } from "../../shared/audit/certificate.ts";
import { checkCertificate, type KeptCertificate } from "../../shared/audit/check-certificate.ts";
import { readPublicKey } from "../../shared/audit/signature.ts";
import type { TrailReader } from "../../shared/audit/trail-reader.ts";
import { retentionClasses } from "../../shared/domain/retention.ts";
import { trailSource } from "../audit/source.ts";

const usage = `使い方 / usage:
  npm run erasure:verify -- <s3://bucket | folder> --public-key FILE [--certificate X20261126-7K3M9Q]`;

/** Exit codes: every certificate holds, something was found, the command was not understood. */
const exit = { whole: 0, found: 1, misuse: 2 } as const;

const suffix = ".sig";

/** The names of the certificates there are, or of the one asked for: of a signature alone too. */
const namesIn = async (reader: TrailReader, asked: string | undefined): Promise<readonly string[]> => {
  if (asked !== undefined) return [certificateName(asked)];
  const names = new Set<string>();
  for await (const name of reader.list("certificates/"))
    names.add(name.endsWith(suffix) ? name.slice(0, -suffix.length) : name);
  return [...names].toSorted();
};

const kept = async (reader: TrailReader, name: string): Promise<KeptCertificate> => {
  const signature = await reader.get(`${name}${suffix}`);
  return {
    name,
    bytes: await reader.get(name),
    signature: signature === undefined ? undefined : Buffer.from(signature).toString("utf8"),
  };
};

const attested = ({
  kind,
  of,
  from,
  until,
  approvals,
  erased,
  left,
  checks,
  goneFrom,
  trail,
}: ErasureCertificate): void => {
  console.log(`  ${certificateKinds[kind]}(${of}) ${from} から ${until} まで`);
  for (const { by, at, documentNumber } of approvals) console.log(`  承認 ${by} ${at} ${documentNumber}`);
  for (const { class: name, records, source } of erased)
    console.log(`  消去 ${retentionClasses[name].title} ${records}件(${source})`);
  if (trail)
    console.log(`  アクセス記録の始め ${trail.until} まで。最後のダイジェスト ${trail.name} SHA-256 ${trail.sha256}`);
  for (const { class: name, reason, records } of left)
    console.log(`  残り ${retentionClasses[name].title} ${records}件 ${reason}`);
  for (const { check, examined, found } of checks)
    console.log(`  読み返し ${check} ${examined}件${found > 0 ? ` 残っている写し${found}件` : ""}`);
  console.log(
    `  控えから消える日 表の時点復元 ${goneFrom.pointInTime}、鍵の控え ${goneFrom.keyBackups}、控え ${goneFrom.backups}`,
  );
};

const main = async (): Promise<number> => {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    options: { "public-key": text, certificate: text },
    allowPositionals: true,
  });
  const [where, ...more] = positionals;
  if (where === undefined || more.length > 0 || values["public-key"] === undefined)
    throw new Error("場所と公開鍵が要る / needs a place and the public key");
  const publicKey = readPublicKey(await readFile(values["public-key"]));
  const reader = await trailSource(where);
  const names = await namesIn(reader, values.certificate);
  if (names.length === 0) throw new Error("certificates/ に消去証明が一件もない / no certificate there");
  let bad = 0;
  for (const name of names) {
    const { certificate, faults } = checkCertificate(await kept(reader, name), publicKey);
    for (const { code, detail } of faults) console.log(`${name}\t${code}\t${detail}`);
    if (faults.length > 0) bad += 1;
    else if (certificate) {
      console.log(`${name}\t署名が合い、食い違いがない / holds`);
      attested(certificate);
    }
  }
  console.log(`消去証明 ${names.length}件、うち合わないもの ${bad}件 / ${names.length} certificates, ${bad} bad`);
  return bad === 0 ? exit.whole : exit.found;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(usage);
  process.exitCode = exit.misuse;
}
