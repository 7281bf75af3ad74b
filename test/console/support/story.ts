import { createHash } from "node:crypto";
import { type AuditEntry, auditEntry, canonicalForm } from "../../../shared/audit/entry.ts";
import { entryKinds } from "../../../shared/audit/entry-kinds.ts";
import type { Operation } from "../../../shared/contracts/operation.ts";
import { type OperationId, operations } from "../../../shared/contracts/operations.ts";
import { departments } from "../../../shared/domain/departments.ts";
import type { Instant } from "../../../shared/law/calendar.ts";

/** When the auditor sits at the console: Thursday noon in Japan. */
export const now = "2026-11-26T03:00:00.000Z" as Instant;

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const hash = (text: string) => createHash("sha256").update(text).digest();
/** As BlindIndex makes them: 27 letters that tell nothing. */
export const pseudonym = (name: string): string => hash(name).toString("base64url").slice(0, 27);
const entryLetters = (name: string) => [...hash(name).subarray(0, 16)].map((byte) => letters[byte % 32]).join("");

/** A person whose record an officer looks at by night; the number is asked for, never shown. */
export const watched = { atenaNumber: "0000001234", subject: pseudonym("watched") };
export const searchedName = { nameKana: "めぐろ はなこ", term: pseudonym("term of the searched name") };

type Made = Pick<AuditEntry, "at" | "officer"> & { readonly action: OperationId } & Partial<AuditEntry>;

const entryOf = ({ action, ...made }: Made, place: number): AuditEntry => {
  const { kind }: Operation = operations[action];
  return auditEntry.parse({
    form: 2,
    kind,
    id: entryLetters(`entry ${place}`),
    correlationId: `call-${place}`,
    roles: ["clerk"],
    department: "pension",
    counter: "main-office",
    terminal: "terminal-01",
    session: `session-of-${made.officer}`,
    action,
    subjects: [],
    object: null,
    items: [],
    terms: [],
    purpose: "counter-inquiry",
    result: "done",
    codes: [],
    ...made,
  });
};

const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+09:00`).toISOString() as Instant;

/** Office days of counters' ordinary work, thinned out by what the number of the call says. */
const ordinary = (): Made[] =>
  ["2026-11-20", "2026-11-24", "2026-11-25", "2026-11-26"].flatMap((day) =>
    ["clerk-1", "clerk-2", "examiner-1"].flatMap((officer, who) =>
      ["09:05", "09:40", "10:20", "11:10"].map(
        (clock, turn): Made => ({
          at: at(day, clock),
          officer,
          action: (["showPerson", "searchPeople", "showFiling"] as const)[(who + turn) % 3] ?? "showPerson",
          subjects: [pseudonym(`person ${day} ${who} ${turn}`)],
          items: ["insured.acquisitionDate"],
        }),
      ),
    ),
  );

/** What an auditor should come upon. */
const remarkable: Made[] = [
  { at: at("2026-11-25", "21:47"), officer: "clerk-3", action: "showPerson", subjects: [watched.subject] },
  { at: at("2026-11-25", "21:49"), officer: "clerk-3", action: "showLedger", subjects: [watched.subject] },
  { at: at("2026-11-25", "14:30"), officer: "clerk-3", action: "showMonths", subjects: [pseudonym("someone")] },
  {
    at: at("2026-11-25", "21:45"),
    officer: "clerk-3",
    action: "searchPeople",
    terms: [{ by: "nameKana", value: searchedName.term }],
    subjects: [watched.subject],
  },
  {
    at: at("2026-11-25", "15:02"),
    officer: "district-clerk-1",
    department: "district-office",
    action: "startRun",
    result: "refused",
    codes: ["not-allowed"],
    purpose: null,
  },
];

export const shown = (entry: AuditEntry) => ({
  ...entry,
  entryId: `${entry.at}_${entry.id}`,
  actionLabel: (operations as Readonly<Record<string, Operation>>)[entry.action]?.title ?? entry.action,
  kindLabel: entryKinds[entry.kind],
  departmentLabel: entry.department === "" ? "" : (departments[entry.department as keyof typeof departments] ?? ""),
});
export type Shown = ReturnType<typeof shown>;

/** The whole trail, newest first. */
export const trail: readonly Shown[] = [...ordinary(), ...remarkable]
  .map(entryOf)
  .map(shown)
  .toSorted((a, b) => (a.entryId < b.entryId ? 1 : -1));

export const sha256 = (text: string): string => hash(text).toString("hex");
export const leafOf = ({
  entryId: _id,
  actionLabel: _a,
  kindLabel: _k,
  departmentLabel: _d,
  ...entry
}: Shown): string => sha256(canonicalForm(entry as AuditEntry));
