import type { KeyObject } from "node:crypto";
import { digestBytes, digestOf, sha256Of, type TrailDigest } from "../../../shared/audit/digest.ts";
import { readEntries } from "../../../shared/audit/entry-lines.ts";
import type { Hour } from "../../../shared/audit/hours.ts";
import { fingerprintOf, isSignature, signatureText } from "../../../shared/audit/signature.ts";
import { digestName, signatureName } from "../../../shared/audit/trail-names.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { traceWritesOf } from "../../../shared/stores/traces.ts";
import { headWrite, hourWrite } from "../../../shared/stores/trail-hours.ts";
import { type DigestPorts, TrailDiffers } from "./ports.ts";
import { filesThere, writeFiles } from "./write-files.ts";

/** A digest that is done: the next one names it. */
export interface Done {
  readonly bytes: Uint8Array;
  readonly signature: string;
}

/** DynamoDB takes so many in one transaction. */
const mostWrites = 100;

/** Puts the bytes there unless they are; @throws TrailDiffers when others are. */
const settle = async ({ trail }: DigestPorts, name: string, bytes: Uint8Array, type: string): Promise<void> => {
  if (await trail.add(name, bytes, type)) return;
  const there = await trail.get(name);
  if (!there) throw new Error("an object of the trail is being written by somebody else");
  if (!Buffer.from(there).equals(bytes)) throw new TrailDiffers(name);
};

/** The signature that lies there. @throws TrailDiffers when it is none of the key over the bytes. */
const signatureThere = async ({ trail }: DigestPorts, name: string, bytes: Uint8Array, key: KeyObject) => {
  const there = await trail.get(name);
  if (!there) return undefined;
  const text = Buffer.from(there).toString("latin1");
  if (!isSignature(key, bytes, text)) throw new TrailDiffers(name);
  return text;
};

/** The one signature of the hour: no two are the same, so that whichever came there first is the one. */
const signed = async (ports: DigestPorts, name: string, bytes: Uint8Array, key: KeyObject): Promise<string> => {
  const there = await signatureThere(ports, name, bytes, key);
  if (there !== undefined) return there;
  const text = signatureText(await ports.signer.sign(bytes));
  if (!isSignature(key, bytes, text)) throw new Error("the signer signed with another key than it shows");
  if (await ports.trail.add(name, Buffer.from(text, "latin1"), "text/plain")) return text;
  const other = await signatureThere(ports, name, bytes, key);
  if (other === undefined) throw new Error("a signature of the trail is being written by somebody else");
  return other;
};

const writeAll = async ({ database }: DigestPorts, writes: readonly Write[]): Promise<void> => {
  for (let from = 0; from < writes.length; from += mostWrites) {
    const outcome = await database.transact(writes.slice(from, from + mostWrites));
    if (!outcome.ok) throw new Error("rows of the trail could not be written");
  }
};

const record = async (
  ports: DigestPorts,
  digest: TrailDigest,
  bytes: Uint8Array,
  files: ReadonlyMap<string, Uint8Array>,
) => {
  const entries = digest.files.flatMap(({ name }) => readEntries(files.get(name) ?? new Uint8Array()));
  await writeAll(ports, await traceWritesOf(ports.database, entries));
  const sha256 = sha256Of(bytes);
  // The head comes last: until it is there the hour is done again, to the same bytes.
  await writeAll(ports, [hourWrite(digest, bytes, entries)]);
  await writeAll(ports, [headWrite(digest, sha256)]);
  const hours = { hour: digest.hour, entries: digest.entries, files: digest.files.length };
  ports.log.note("audit-head", { ...hours, sha256 });
};

/**
 * Digests one hour: its entry files, the digest over them, the signature, then the rows that lead to the entries and the
 * head. Each object is added once and never again, in an order in which a turn that died anywhere is finished by the next.
 * @throws TrailDiffers when the bucket holds something else.
 */
export const digestHour = async (
  ports: DigestPorts,
  hour: Hour,
  before: Done | null,
  key: KeyObject,
): Promise<Done> => {
  const name = digestName(hour);
  const there = await ports.trail.get(name);
  // Once there is a digest the hour is closed: what came since is late.
  const files = there ? await filesThere(ports, hour) : await writeFiles(ports, hour);
  const digest = digestOf(hour, files, before, fingerprintOf(key));
  const bytes = digestBytes(digest);
  await settle(ports, name, bytes, "application/json");
  const signature = await signed(ports, signatureName(hour), bytes, key);
  await record(ports, digest, bytes, files);
  return { bytes, signature };
};
