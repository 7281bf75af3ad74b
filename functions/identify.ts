import { type Actor, type Approach, type Identify, type NotIdentified, unknownActor } from "../shared/access/caller.ts";
import { type Duties, dutiesOf, type FirstHead } from "../shared/access/duties.ts";
import { type Authenticate, claimedBy, type Vouched, type VouchedPerson } from "../shared/access/token.ts";
import { trailEntry } from "../shared/http/call.ts";
import { dayAt, type Instant } from "../shared/law/calendar.ts";
import { auditWrite } from "../shared/stores/audit.ts";
import type { Database, Item } from "../shared/stores/database.ts";
import { recordOf, standingRowOf } from "../shared/stores/rights.ts";
import { openRowOf, openSessionsOf, sessionOf, sessionRowOf, sessionStart } from "../shared/stores/sessions.ts";

export interface IdentityPorts {
  readonly authenticate: Authenticate;
  readonly database: Database;
  readonly clock: () => Instant;
  readonly random: (bytes: number) => Uint8Array;
  /** Minutes after the factors were shown at which a session is over. */
  readonly sessionMinutes: number;
  readonly firstHeads: readonly FirstHead[];
}

/** How often a first call is tried while others of the same session or officer are in the way. */
const attempts = 4;
/** Seconds by which the provider's clock may be ahead of ours. */
const clockSkew = 60;

const nobody: NotIdentified = { refused: "no-token", actor: unknownActor };

const actorOf = (
  vouched: Vouched,
  { roles, department, system }: Duties,
): Actor & { department: Duties["department"] } =>
  vouched.kind === "system"
    ? { officer: vouched.officer, roles, department, counter: "", terminal: "", session: null, system }
    : {
        officer: vouched.officer,
        roles,
        department,
        counter: vouched.counter,
        terminal: vouched.terminal,
        session: vouched.session,
        system: null,
      };

/** Why a session known from before is not this one any more. */
const sessionFault = (
  vouched: VouchedPerson,
  address: string,
  row: NonNullable<ReturnType<typeof sessionOf>>,
): Omit<NotIdentified, "actor"> | undefined => {
  if (row.officer !== vouched.officer) return { refused: "session-elsewhere", notes: ["other-officer"] };
  if (row.terminal !== vouched.terminal) return { refused: "session-elsewhere", notes: ["other-terminal"] };
  if (row.address !== address) return { refused: "session-elsewhere", notes: ["other-address"] };
  return row.endedAt === null ? undefined : { refused: "session-ended", notes: ["signed-out"] };
};

/**
 * Who calls. The token says who and from where, the ledger of rights what they may do, the store of sessions whether it is
 * still the session that was signed in. The one read of all three runs while the signature is verified.
 */
export const identifyBy = ({
  authenticate,
  database,
  clock,
  random,
  sessionMinutes,
  firstHeads,
}: IdentityPorts): Identify => {
  const ageFault = (at: Instant, { authenticatedAt }: VouchedPerson): Omit<NotIdentified, "actor"> | undefined => {
    const age = Date.parse(at) / 1000 - authenticatedAt;
    if (age < -clockSkew) return { refused: "no-token", notes: ["not-yet-authenticated"] };
    return age >= sessionMinutes * 60 ? { refused: "session-ended", notes: ["too-old"] } : undefined;
  };

  /** The first call of a session: its row and the entry of the login, or neither. */
  const signIn = async (
    vouched: VouchedPerson,
    actor: Actor,
    { address, correlationId }: Approach,
    openItem: Item | undefined,
  ): Promise<boolean> => {
    const at = clock();
    const { officer, terminal, session, authenticatedAt } = vouched;
    const endsAt = new Date((authenticatedAt + sessionMinutes * 60) * 1000).toISOString() as Instant;
    const before = openSessionsOf(openItem);
    const elsewhere = before.open.some((other) => other.until > at && other.terminal !== terminal);
    const origin = { caller: actor, correlationId, action: "login", kind: "login", random } as const;
    const outcome = await database.transact([
      ...sessionStart(session, { officer, terminal, address, startedAt: at, endsAt }, before),
      auditWrite(trailEntry(origin, at, { codes: elsewhere ? ["concurrent-session"] : [] })),
    ]);
    return outcome.ok;
  };

  return async (approach) => {
    const told = claimedBy(approach.authorization);
    if (!told) return nobody;
    const keys = [
      standingRowOf(told.officer),
      openRowOf(told.officer),
      ...(told.session === undefined ? [] : [sessionRowOf(told.session)]),
    ];
    const reading = database.getAll(keys);
    // Whoever is refused for the token alone does not wait for it, and its failure is then nobody's.
    reading.catch(() => undefined);
    const vouched = await authenticate(approach.authorization);
    if (!vouched || vouched.officer !== told.officer) return nobody;
    if (vouched.kind !== "system" && vouched.session !== told.session) return nobody;

    let [standingItem, openItem, sessionItem] = await reading;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const at = clock();
      const { standing } = recordOf(vouched.officer, standingItem);
      const duties = dutiesOf(vouched, standing, firstHeads, dayAt(at));
      const surname = standing.identity?.surname;
      const actor = { ...actorOf(vouched, duties), ...(surname ? { surname } : {}) };
      const refused = (fault: Omit<NotIdentified, "actor">): NotIdentified => ({
        ...fault,
        actor: { ...actor, roles: [] },
      });
      if (vouched.kind === "one-factor") return refused({ refused: "no-token", notes: ["one-factor"] });
      if (vouched.kind === "system") return duties.roles.length > 0 ? actor : refused({ refused: "no-rights" });
      const row = sessionOf(sessionItem);
      const fault = ageFault(at, vouched) ?? (row && sessionFault(vouched, approach.address, row));
      if (fault) return refused(fault);
      if (duties.roles.length === 0) return refused({ refused: "no-rights" });
      if (row || (await signIn(vouched, actor, approach, openItem))) return actor;
      [standingItem, openItem, sessionItem] = await database.getAll(keys);
    }
    throw new Error("a session could not be kept");
  };
};
