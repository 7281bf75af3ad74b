import { createHash } from "node:crypto";
import { type AuditEntry, auditEntry } from "../../shared/audit/entry.ts";
import { lettersFrom } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import type { Database } from "../../shared/stores/database.ts";

/** A pseudonym as the blind index makes them, of a name that a test gives. */
export const pseudonym = (name: string): string =>
  createHash("sha256").update(name).digest().subarray(0, 20).toString("base64url");

/** Time of day in Japan on a day, as an instant. */
export const inJapan = (day: string, time: string): Instant =>
  new Date(`${day}T${time.length === 5 ? `${time}:00` : time}.000+09:00`).toISOString() as Instant;

/** An entry of the trail; ids follow from what is said and the number. */
export const entryOn = (at: Instant, over: Partial<AuditEntry> = {}, number = 0): AuditEntry =>
  auditEntry.parse({
    form: 2,
    kind: "read",
    id: lettersFrom(
      createHash("sha256")
        .update(`${at} ${number} ${JSON.stringify(over)}`)
        .digest()
        .subarray(0, 16),
    ),
    at,
    correlationId: "call",
    officer: "clerk-1",
    roles: ["clerk"],
    department: "pension",
    counter: "main-office",
    terminal: "t-01",
    session: "session-1",
    action: "showPerson",
    subjects: [],
    object: null,
    items: [],
    terms: [],
    purpose: "counter-inquiry",
    result: "done",
    codes: [],
    ...over,
  });

/** Puts entries into the trail, as whoever leaves them does. */
export const keepEntries = async (database: Database, entries: readonly AuditEntry[]): Promise<void> => {
  for (const entry of entries) await database.transact([auditWrite(entry)]);
};
