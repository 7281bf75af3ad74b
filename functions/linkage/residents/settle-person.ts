import { type Occasion, today } from "../../../shared/domain/filing.ts";
import type { EntryId } from "../../../shared/domain/ids.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import type { ChangeDecision } from "../../../shared/domain/resident-change.ts";
import { decideChanges } from "../../../shared/domain/resident-change-set.ts";
import type { BlindIndex } from "../../../shared/protection/blind-index.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { type LoadedPerson, recordWrites } from "../../../shared/stores/people.ts";
import { type ChangeRow, changedWrites } from "../../../shared/stores/resident-changes.ts";
import type { StandingRow } from "./person-changes.ts";

interface Settling {
  /** The person's rows as they are to count now: a new one, or one that somebody decided, already among them. */
  readonly standing: readonly StandingRow[];
  /** The same rows as they are stored; a row not among them is new. */
  readonly stored: readonly ChangeRow[];
  readonly loaded: LoadedPerson;
  readonly index: BlindIndex;
  readonly occasion: Occasion;
  /** The change that gave rise to this. */
  readonly because: string;
}

interface Settled {
  readonly rows: readonly ChangeRow[];
  readonly writes: readonly Write[];
  /** What a new row goes in with, where nothing is recorded that holds the person's key. */
  readonly keyWrites: readonly Write[];
}

const outcomeOf = (decision: ChangeDecision): Pick<ChangeRow, "state" | "reason" | "flow"> => {
  if (decision.outcome === "record") return { state: "recorded", reason: null, flow: null };
  if (decision.outcome === "propose") return { state: "proposed", reason: null, flow: decision.flow };
  return { state: "quarantined", reason: decision.reason, flow: null };
};

const settledBy = ({ state }: ChangeRow) => (state === "confirmed" || state === "dismissed" ? state : null);

interface Wanted {
  readonly changeName: string;
  readonly events: readonly LedgerEvent[];
}

/**
 * Entries of the ledger that can stay: those that say, from the first on, just what is wanted in the order in which it is
 * wanted. From the first that does not, all are voided and said again, so that a late change finds its place.
 */
const kept = (wanted: readonly Wanted[], rows: readonly ChangeRow[]) => {
  const byEntry = Map.groupBy(
    rows.filter(({ entryId }) => entryId !== null),
    ({ entryId }) => entryId as EntryId,
  );
  const stays = new Set<EntryId>();
  let count = 0;
  let broken = false;
  for (const [entryId, said] of [...byEntry].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const names = new Set(said.map(({ changeName }) => changeName));
    const next = wanted.slice(count, count + names.size);
    broken ||= next.length !== names.size || !next.every(({ changeName }) => names.has(changeName));
    if (broken) break;
    stays.add(entryId);
    count += names.size;
  }
  return { count, stays, broken };
};

/** What stands of a person's changes, decided anew as a set: the rows and the ledger that follow. */
export const settlePerson = ({ standing, stored, loaded, index, occasion, because }: Settling): Settled => {
  const entries = loaded.entries.filter(({ source }) => source.kind !== "resident-record");
  const decided = decideChanges(
    standing.map(({ row, change }) => ({ change, settled: settledBy(row) })),
    entries,
    today(occasion),
  );
  const decisions = new Map(decided.map(({ change, decision }) => [change.changeId, decision]));
  const open = new Set(standing.flatMap(({ row }) => (settledBy(row) === null ? [row.changeName] : [])));
  const wanted: Wanted[] = decided.flatMap(({ change: { changeId }, decision }) =>
    decision.outcome === "record" && decision.events.length > 0 && open.has(changeId)
      ? [{ changeName: changeId, events: decision.events }]
      : [],
  );
  const { count, stays, broken } = kept(
    wanted,
    standing.map(({ row }) => row),
  );
  const fresh = wanted.slice(count);
  // All that does not stay, also what was voided before: voiding an entry restores what that entry had voided.
  const voided = broken
    ? loaded.entries.flatMap(({ id, source }) => (source.kind === "resident-record" && !stays.has(id) ? [id] : []))
    : [];
  const events: LedgerEvent[] = [
    ...(voided.length > 0 ? [{ kind: "voided", entries: voided, why: "amended" } as const] : []),
    ...fresh.flatMap((one) => one.events),
  ];
  const recorded =
    events.length > 0
      ? recordWrites(loaded, index, occasion, { kind: "resident-record", changeId: because }, events)
      : undefined;
  const said = new Set(fresh.map(({ changeName }) => changeName));

  const rows = standing.map(({ row }): ChangeRow => {
    const decision = decisions.get(row.changeName);
    const entryId = said.has(row.changeName)
      ? (recorded?.entry.id ?? null)
      : row.entryId !== null && !voided.includes(row.entryId)
        ? row.entryId
        : null;
    return { ...row, ...(open.has(row.changeName) && decision ? outcomeOf(decision) : {}), entryId };
  });
  const before = new Map(stored.map((row) => [row.changeName, row]));
  const changed = rows.flatMap((row) => {
    const was = before.get(row.changeName);
    return was && differs(was, row) ? changedWrites(was, row) : [];
  });
  return { rows, writes: [...(recorded?.writes ?? []), ...changed], keyWrites: recorded ? [] : loaded.keyWrites };
};

const differs = (a: ChangeRow, b: ChangeRow) =>
  a.state !== b.state ||
  a.reason !== b.reason ||
  a.flow !== b.flow ||
  a.entryId !== b.entryId ||
  a.decidedBy !== b.decidedBy ||
  a.sealed !== b.sealed;
