import * as z from "zod";
import type { OfficerId } from "../domain/ids.ts";
import { officerIdSchema } from "../domain/right-events.ts";
import { instantSchema } from "../domain/values.ts";
import type { Instant } from "../law/calendar.ts";
import type { Item, Key, Write } from "./database.ts";

/** A session as it was first seen: whose, and at which terminal and address. */
const sessionRow = z.object({
  officer: officerIdSchema,
  terminal: z.string(),
  address: z.string(),
  startedAt: instantSchema,
  /** When the authentication behind it is too old. */
  endsAt: instantSchema,
  endedAt: instantSchema.nullable(),
  expiresAt: z.int(),
  version: z.int().positive(),
});
export type Session = z.infer<typeof sessionRow>;

/** The sessions that an officer may still be working in, so that a second one at once is noticed. */
const openRow = z.object({
  open: z.array(z.object({ session: z.string(), terminal: z.string(), until: instantSchema })),
  version: z.int().positive(),
});
export type OpenSessions = z.infer<typeof openRow>;

/** A row is of no use once every token of its session is too old, which is after a day at most; an hour more, for clocks that differ. */
const keptSeconds = 25 * 60 * 60;
/** More sessions of one officer at once than this are not told apart. */
const mostOpen = 20;

const sessionKey = (session: string): Key => ({ pk: `SESSION#${session}`, sk: "SESSION" });
const openKey = (officer: OfficerId): Key => ({ pk: `OFFICER#${officer}`, sk: "OPEN" });

export const sessionRowOf = (session: string) => ({ table: "sessions", key: sessionKey(session) }) as const;
export const openRowOf = (officer: OfficerId) => ({ table: "sessions", key: openKey(officer) }) as const;

export const sessionOf = (item: Item | undefined): Session | undefined => item && sessionRow.parse(item);
export const openSessionsOf = (item: Item | undefined): OpenSessions => (item ? openRow.parse(item) : noneOpen);

const noneOpen: OpenSessions = { open: [], version: 0 };

/** Seconds since 1970, as DynamoDB's expiry counts. */
const expiryAfter = (at: Instant): number => Math.floor(Date.parse(at) / 1000) + keptSeconds;

const openWrite = (officer: OfficerId, before: OpenSessions, open: OpenSessions["open"], at: Instant): Write => {
  const item: Item = { ...openKey(officer), open, version: before.version + 1, expiresAt: expiryAfter(at) };
  return before.version === 0
    ? { kind: "create", table: "sessions", item }
    : { kind: "replace", table: "sessions", item, expects: before.version };
};

type Beginning = Pick<Session, "officer" | "terminal" | "address" | "startedAt" | "endsAt">;

/** A session and its place among those the officer has open. */
export const sessionStart = (session: string, begun: Beginning, before: OpenSessions): Write[] => {
  const { officer, terminal, startedAt, endsAt } = begun;
  const others = before.open.filter(({ until, session: other }) => until > startedAt && other !== session);
  const row: Session = { ...begun, endedAt: null, expiresAt: expiryAfter(startedAt), version: 1 };
  const open = [...others, { session, terminal, until: endsAt }].slice(-mostOpen);
  return [
    { kind: "create", table: "sessions", item: { ...sessionKey(session), ...row } },
    openWrite(officer, before, open, startedAt),
  ];
};

/** The session over, and no longer among those open. */
export const sessionEnd = (session: string, row: Session, before: OpenSessions, at: Instant): Write[] => [
  {
    kind: "replace",
    table: "sessions",
    item: { ...sessionKey(session), ...row, endedAt: at, version: row.version + 1 },
    expects: row.version,
  },
  openWrite(
    row.officer,
    before,
    before.open.filter(({ session: other, until }) => other !== session && until > at),
    at,
  ),
];
