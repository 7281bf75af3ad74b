import { type AuditEntry, canonicalForm, entryDigest } from "../audit/entry.ts";
import type { Database, Write } from "./database.ts";

/** The write that adds an entry. Entries lie by hour; nothing here changes or removes one. */
export const auditWrite = (entry: AuditEntry): Write => {
  const text = canonicalForm(entry);
  return {
    kind: "create",
    table: "audit",
    item: {
      pk: `HOUR#${entry.at.slice(0, 13)}`,
      sk: `${entry.at}#${entry.id}`,
      entry: text,
      digest: entryDigest(text),
    },
  };
};

/** How often an entry is offered to a database that is busy. */
const attempts = 3;

/** Adds entries on their own: before an answer that only reads leaves. @throws when they were not written: then nothing may be shown. */
export const keepTrail = async (database: Database, entry: AuditEntry): Promise<void> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const outcome = await database.transact([auditWrite(entry)]);
    // Ids are drawn at random, so an entry that is there already is this one, from an attempt whose answer was lost.
    if (outcome.ok || !outcome.contended) return;
  }
  throw new Error("the access trail could not be written");
};
