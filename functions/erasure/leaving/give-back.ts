import type { Key } from "../../../shared/stores/database.ts";
import { openErasure } from "../../../shared/stores/erasures.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import type { TableName } from "../../../shared/stores/tables.ts";
import { encrypted, type Recipient } from "./envelope.ts";
import {
  jsonBytes,
  type Manifest,
  manifestName,
  type Part,
  type Place,
  type Progress,
  places,
  progressName,
  progressSchema,
  readManifest,
} from "./manifest.ts";
import { openRows, type ReturnedRow } from "./open-rows.ts";
import type { LeavingPorts, ReturnFolder } from "./ports.ts";
import type { RecordKind } from "./record-kinds.ts";
import { emptyTally, withObjects, withPage } from "./tally.ts";

/** Why a return stops: nothing is lost, and it goes on from there once that is put right. */
export const returnStops = {
  "erasure-open": "消去が進行中。終わってから返還する",
  "unknown-row": "この版の国年が書くと知られていない行がある",
  "cannot-open": "開けない行がある(鍵がないか、書き換えられている)",
  "other-return": "フォルダーに別の返還(環境か区の公開鍵が違う)がある",
  "file-damaged": "書き出したファイルがなくなったか変わった。空のフォルダーで始め直す",
} as const satisfies Record<string, string>;
export type ReturnStop = { readonly stopped: keyof typeof returnStops; readonly table?: TableName };

/** Bytes of lines after which files are written: what is held in memory, and what one file holds at most, beside one page more. */
const mostBytes = 8 * 1024 * 1024;

const lines = "application/x-ndjson";
const anyBytes = "application/octet-stream";

interface Bearings {
  readonly ports: LeavingPorts;
  readonly recipient: Recipient;
  readonly folder: ReturnFolder;
  readonly limit: number;
}

const isStop = (value: Progress | ReturnStop): value is ReturnStop => "stopped" in value;

const writePart = async (
  { recipient, folder }: Bearings,
  before: readonly Part[],
  kind: RecordKind,
  plain: Uint8Array,
  { records, object }: Pick<Part, "records" | "object">,
): Promise<Part> => {
  const number = before.filter((part) => part.kind === kind).length + 1;
  const file = `${kind}/${String(number).padStart(6, "0")}.${object ? "bin" : "jsonl"}.jwe`;
  const bytes = await encrypted(recipient, plain, object ? anyBytes : lines);
  await folder.write(file, bytes);
  return { file, kind, records, bytes: plain.length, sha256: sha256(plain), encryptedSha256: sha256(bytes), object };
};

interface Line {
  readonly kind: RecordKind;
  readonly text: string;
}

const lineOf = (row: ReturnedRow): Line => ({ kind: row.kind, text: `${JSON.stringify(row)}\n` });

/** Lines of every kind in files of their own. */
const writeLines = async (bearings: Bearings, progress: Progress, held: readonly Line[]): Promise<Progress> => {
  const parts = [...progress.parts];
  for (const [kind, rows = []] of Object.entries(Object.groupBy(held, ({ kind: each }) => each))) {
    const plain = Buffer.from(rows.map(({ text }) => text).join(""));
    // The names in the group are kinds.
    parts.push(await writePart(bearings, parts, kind as RecordKind, plain, { records: rows.length, object: null }));
  }
  return { ...progress, parts };
};

const keep = async ({ folder }: Bearings, progress: Progress): Promise<Progress> => {
  await folder.write(progressName, jsonBytes(progress));
  return progress;
};

const sizeOf = (held: readonly Line[]) => held.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);

const giveTable = async (bearings: Bearings, table: TableName, begun: Progress): Promise<Progress | ReturnStop> => {
  const { ports, limit } = bearings;
  let progress = begun;
  let tally = begun.tally;
  let held: Line[] = [];
  let size = 0;
  // The text is one that this walk wrote.
  for (let after = begun.at.after === null ? null : (JSON.parse(begun.at.after) as Key); ; ) {
    const { items, next } = await ports.scan.page(table, after);
    const counted = withPage(tally, table, items);
    if (!counted) return { stopped: "unknown-row", table };
    const opened = await openRows(ports, table, counted.rows);
    if (!opened) return { stopped: "cannot-open", table };
    tally = counted.tally;
    const added = opened.map(lineOf);
    held = [...held, ...added];
    size += sizeOf(added);
    if (size >= limit || next === null) {
      const written = await writeLines(bearings, { ...progress, tally }, held);
      const at = { place: table, after: next && JSON.stringify(next) };
      progress = next === null ? written : await keep(bearings, { ...written, at });
      held = [];
      size = 0;
      ports.tell(`${table}: ${tally.tables[table]?.rows ?? 0}行まで返した / rows given back`);
    }
    if (next === null) return progress;
    after = next;
  }
};

/** Every version that is still there of what was sent out, one file each. */
const giveOutbox = async (bearings: Bearings, begun: Progress): Promise<Progress> => {
  const outbox = bearings.ports.buckets.outbox;
  let progress = begun;
  for (let after = begun.at.after; ; ) {
    const { versions, next } = await outbox.page("", after);
    for (const { name, version, marker } of versions) {
      const bytes = marker ? undefined : await outbox.get(name, version);
      if (!bytes) continue;
      const object = { bucket: "outbox", name, version };
      const part = await writePart(bearings, progress.parts, "outbox-object", bytes, { records: 1, object });
      progress = {
        ...progress,
        tally: withObjects(progress.tally, "outbox-object", 1),
        parts: [...progress.parts, part],
      };
    }
    if (next === null) return progress;
    progress = await keep(bearings, { ...progress, at: { place: "outbox", after: next } });
    after = next;
  }
};

/** What lies in the audit bucket, by name: the objects stay there under their lock. */
const listAudit = async (bearings: Bearings, begun: Progress): Promise<Progress> => {
  let progress = begun;
  for (let after = begun.at.after; ; ) {
    const { versions, next } = await bearings.ports.buckets.audit.page("", after);
    if (versions.length > 0) {
      const plain = Buffer.from(versions.map((each) => `${JSON.stringify(each)}\n`).join(""));
      const records = versions.length;
      const part = await writePart(bearings, progress.parts, "audit-object", plain, { records, object: null });
      progress = {
        ...progress,
        tally: withObjects(progress.tally, "audit-object", records),
        parts: [...progress.parts, part],
      };
    }
    if (next === null) return progress;
    progress = await keep(bearings, { ...progress, at: { place: "audit-bucket", after: next } });
    after = next;
  }
};

const give = (bearings: Bearings, place: Place, progress: Progress) => {
  if (place === "outbox") return giveOutbox(bearings, progress);
  return place === "audit-bucket" ? listAudit(bearings, progress) : giveTable(bearings, place, progress);
};

/** What a return that was cut off left, as long as its files are whole; a new one in an empty folder. */
const begin = async ({ ports, recipient, folder }: Bearings): Promise<Progress | ReturnStop> => {
  const there = await folder.read(progressName);
  if (!there)
    return {
      form: 1,
      environment: ports.environment,
      wardCode: ports.ward.code,
      wardName: ports.ward.name,
      startedAt: ports.clock(),
      recipient: recipient.fingerprint,
      tally: emptyTally,
      parts: [],
      at: { place: places[0], after: null },
    };
  const progress = progressSchema.parse(JSON.parse(Buffer.from(there).toString("utf8")));
  for (const { file, encryptedSha256 } of progress.parts) {
    const bytes = await folder.read(file);
    if (!bytes || sha256(bytes) !== encryptedSha256) return { stopped: "file-damaged" };
  }
  return progress;
};

/**
 * 返還: every record of the environment, opened, in files that only the ward can open, with the manifest behind the last of
 * them. Cut off and begun again with the same folder it goes on behind the last file that was whole.
 */
export const giveBack = async (
  ports: LeavingPorts,
  recipient: Recipient,
  folder: ReturnFolder,
  limit = mostBytes,
): Promise<Manifest | ReturnStop> => {
  const bearings: Bearings = { ports, recipient, folder, limit };
  const isOther = ({ environment, recipient: other }: Pick<Manifest, "environment" | "recipient">) =>
    environment !== ports.environment || other !== recipient.fingerprint;
  const whole = await folder.read(manifestName);
  if (whole) {
    const found = readManifest(whole)?.manifest;
    if (!found || isOther(found)) return { stopped: "other-return" };
    await folder.remove(progressName);
    return found;
  }
  if (await openErasure(ports.database)) return { stopped: "erasure-open" };
  const begun = await begin(bearings);
  if (isStop(begun)) return begun;
  if (isOther(begun)) return { stopped: "other-return" };
  let progress = begun;
  for (const place of places.slice(places.indexOf(begun.at.place))) {
    if (progress.at.place !== place) progress = await keep(bearings, { ...progress, at: { place, after: null } });
    const given = await give(bearings, place, progress);
    if (isStop(given)) return given;
    progress = given;
  }
  const { at: _at, ...facts } = progress;
  const manifest: Manifest = { ...facts, finishedAt: ports.clock() };
  await folder.write(manifestName, jsonBytes(manifest));
  await folder.remove(progressName);
  return manifest;
};
