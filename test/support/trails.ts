import { digestTrail } from "../../functions/audit/digest/digest-trail.ts";
import type { DigestPorts } from "../../functions/audit/digest/ports.ts";
import { type AuditEntry, canonicalForm } from "../../shared/audit/entry.ts";
import { addHours, type Hour, startOf } from "../../shared/audit/hours.ts";
import { lettersFrom } from "../../shared/domain/ids.ts";
import { memoryLog } from "../../shared/http/log.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { randomFrom } from "../../tools/ward/random.ts";

const actions = ["showPerson", "searchPeople", "file:loss", "listFilings"] as const;

/** An entry at a time. The number makes its id; the same gives the same entry. */
export const entryAt = (at: Instant, number: number): AuditEntry => ({
  form: 2,
  kind: number % 3 === 0 ? "search" : "read",
  id: lettersFrom(
    Uint8Array.from({ length: 16 }, (_, index) => (index < 8 ? 7 * index : Math.floor(number / 32 ** (15 - index)))),
  ),
  at,
  correlationId: `call-${number}`,
  officer: `clerk-${1 + (number % 4)}`,
  roles: ["clerk"],
  department: "pension",
  counter: "main-office",
  terminal: `t-0${number % 3}`,
  session: "session-1",
  action: actions[number % actions.length] ?? "showPerson",
  subjects: number % 2 === 0 ? [Buffer.alloc(20, number).toString("base64url")] : [],
  object: null,
  items: ["insured.name"],
  terms: number % 3 === 0 ? [{ by: "birth-date", value: Buffer.alloc(20, number + 1).toString("base64url") }] : [],
  purpose: "counter-inquiry",
  result: number % 7 === 0 ? "refused" : "done",
  codes: [],
});

const minute = (hour: Hour, minutes: number, milliseconds = 0): Instant =>
  `${hour}:${String(minutes).padStart(2, "0")}:00.${String(milliseconds).padStart(3, "0")}Z` as Instant;

type MemorySigner = ReturnType<typeof memorySigner>;

/** The job over a trail of its own, with an hourly clock. `tick` runs the turn that comes 20 minutes after the hour. */
export const openTrail = (over: Partial<Pick<DigestPorts, "database" | "trail">> & { signer?: MemorySigner } = {}) => {
  const database = memoryDatabase();
  const trail = memoryTrailFiles();
  const signer = over.signer ?? memorySigner();
  const log = memoryLog();
  const time = { now: startOf("2026-11-23T00" as Hour) };
  const turn = digestTrail({ database, trail, log, clock: () => time.now, ...over, signer });
  const keep = (entry: AuditEntry) => database.transact([auditWrite(entry)]);
  const tick = async (hour: Hour) => {
    time.now = minute(addHours(hour, 1), 20);
    await turn();
  };
  return { database, trail, signer, log, time, turn, keep, tick };
};

export interface Written {
  readonly files: Map<string, Uint8Array>;
  readonly publicKey: ReturnType<typeof memorySigner>["key"];
  /** When the last digest is due and there. */
  readonly now: Instant;
  readonly first: Hour;
  readonly last: Hour;
  readonly entries: readonly AuditEntry[];
  readonly database: ReturnType<typeof memoryDatabase>;
  readonly signer: MemorySigner;
}

/** What the trail of a test is verified with. */
export const checkOf = (
  { publicKey, now }: Pick<Written, "publicKey" | "now">,
  files: ReadonlyMap<string, Uint8Array>,
) => ({
  reader: memoryTrailFiles(new Map(files)),
  publicKey,
  now,
});

/** A trail of so many hours: busy ones, empty ones, and entries that come an hour or two late. */
export const writtenTrail = async (seed: number, hours: number, first = "2026-11-22T22" as Hour): Promise<Written> => {
  const random = randomFrom(seed);
  const { database, trail, signer, keep, tick } = openTrail();
  const entries: AuditEntry[] = [];
  const held: { readonly due: Hour; readonly entry: AuditEntry }[] = [];
  for (let count = 0; count < hours; count += 1) {
    const hour = addHours(first, count);
    const many = count === 0 ? 3 : count % 5 === 3 ? 0 : 1 + random.int(6);
    for (let each = 0; each < many; each += 1) {
      const entry = entryAt(minute(hour, random.int(60), random.int(1000)), entries.length);
      entries.push(entry);
      const late = count > 0 && count + 2 < hours && random.int(8) === 0 ? 1 + random.int(2) : 0;
      if (late === 0) await keep(entry);
      else held.push({ due: addHours(hour, late), entry });
    }
    for (const { due, entry } of held) if (due === hour) await keep(entry);
    await tick(hour);
  }
  const last = addHours(first, hours - 1);
  const now = minute(addHours(last, 1), 40);
  return { files: trail.files, publicKey: signer.key, now, first, last, entries, database, signer };
};

export const lineOf = (entry: AuditEntry): string => canonicalForm(entry);
