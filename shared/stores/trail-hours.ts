import * as z from "zod";
import { sha256Of, type TrailDigest } from "../audit/digest.ts";
import type { AuditEntry } from "../audit/entry.ts";
import type { EntryKind } from "../audit/entry-kinds.ts";
import { type Hour, hourSchema } from "../audit/hours.ts";
import type { Database, Item, Write } from "./database.ts";

const headKey = { pk: "HEAD", sk: "HEAD" } as const;

const headRow = z.object({ hour: hourSchema, name: z.string(), sha256: z.string() });

/** The last hour of which everything was done: its digest is signed and its rows are written. */
export const readHead = async (database: Database) => {
  const [item] = await database.getAll([{ table: "traces", key: headKey }]);
  return item && headRow.parse(item);
};

export const headWrite = ({ hour, name }: TrailDigest, sha256: string): Write => ({
  kind: "put",
  table: "traces",
  item: { ...headKey, hour, name, sha256 },
});

const counted = (entries: readonly AuditEntry[]) => ({
  entries: entries.length,
  refused: entries.filter(({ result }) => result === "refused").length,
});

/** What an hour held, counted for the auditor's charts: by kind and by officer. Late entries count where they were taken in. */
const hourItem = (hour: Hour, digest: TrailDigest, bytes: Uint8Array, entries: readonly AuditEntry[]): Item => {
  const kinds = new Map<EntryKind, number>();
  const officers = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + 1);
    const own = officers.get(entry.officer);
    if (own) own.push(entry);
    else officers.set(entry.officer, [entry]);
  }
  return {
    pk: `HOURS#${hour.slice(0, 7)}`,
    sk: hour,
    ...counted(entries),
    kinds: Object.fromEntries(kinds),
    officers: Object.fromEntries([...officers].map(([officer, own]) => [officer, counted(own)])),
    late: digest.files.reduce((sum, file) => sum + (file.late ? file.entries : 0), 0),
    files: digest.files.length,
    digest: digest.name,
    sha256: sha256Of(bytes),
    merkleRoot: digest.merkleRoot,
  };
};

export const hourWrite = (digest: TrailDigest, bytes: Uint8Array, entries: readonly AuditEntry[]): Write => ({
  kind: "put",
  table: "traces",
  item: hourItem(digest.hour, digest, bytes, entries),
});

/** Takes away what an hour held in numbers. */
export const hourGoneWrite = (hour: Hour): Write => ({
  kind: "remove",
  table: "traces",
  key: { pk: `HOURS#${hour.slice(0, 7)}`, sk: hour },
});
