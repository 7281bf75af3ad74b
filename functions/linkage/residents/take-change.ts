import { changeColumns } from "../../../shared/contracts/resident-changes.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { type ResidentChange, residentChange } from "../../../shared/domain/resident-change-row.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import {
  type ChangeRow,
  findChange,
  headWrite,
  newChangeWrites,
  sealChange,
} from "../../../shared/stores/resident-changes.ts";
import type { Feed } from "../feed.ts";
import { type PersonChanges, personChanges, standingRows } from "./person-changes.ts";
import { settlePerson } from "./settle-person.ts";
import type { Mark, Taken } from "./taken.ts";

const attempts = 4;
/** A transaction holds a hundred writes; some are the caller's own. */
const mostWrites = 95;

const takenOf = ({ changeName, state, reason }: ChangeRow, repeated: boolean): Taken => ({
  changeName,
  state,
  reason,
  repeated,
});

const newRow = (
  changeName: string,
  fingerprint: string,
  change: ResidentChange,
  { loaded }: PersonChanges,
  { occasion }: Feed,
): ChangeRow => {
  const name = { personId: loaded.personId, changeName };
  return {
    ...name,
    state: "quarantined",
    reason: "duplicate",
    flow: null,
    filingId: null,
    entryId: null,
    fingerprint,
    takenAt: occasion.at,
    decidedBy: null,
    sealed: sealChange(loaded.key, name, { change, note: "" }),
    faults: [],
    version: 1,
  };
};

/** The rows and ledger after `incoming` (a new row, or none) has joined the person's set. */
const joined = (
  person: PersonChanges,
  feed: Feed,
  because: string,
  incoming?: { readonly row: ChangeRow; readonly change: ResidentChange },
) =>
  settlePerson({
    standing: [...standingRows(person), ...(incoming ? [incoming] : [])],
    stored: person.rows,
    loaded: person.loaded,
    index: feed.index,
    occasion: feed.occasion,
    because,
  });

interface Step {
  readonly row: ChangeRow;
  readonly writes: readonly Write[];
  readonly repeated: boolean;
}

const stepFor = async (change: ResidentChange, fingerprint: string, feed: Feed, person: PersonChanges) => {
  const known = await findChange(feed.ports.database, change.changeId);
  const { head, loaded, rows } = person;
  const touched = headWrite(loaded.personId, head);

  if (known?.personId === loaded.personId && known.fingerprint === fingerprint) {
    // Sent again: what waited for something else may have its turn by now.
    const { rows: after, writes } = joined(person, feed, change.changeId);
    const row = after.find(({ changeName }) => changeName === change.changeId) ?? known;
    return { row, writes: writes.length > 0 ? [touched, ...writes] : [], repeated: true } satisfies Step;
  }
  if (known) {
    const changeName = `${change.changeId}~${fingerprint.slice(0, 16)}`;
    const before = rows.find((row) => row.changeName === changeName);
    if (before) return { row: before, writes: [], repeated: true } satisfies Step;
    const row = newRow(changeName, fingerprint, change, person, feed);
    return { row, writes: [...loaded.keyWrites, touched, ...newChangeWrites(row)], repeated: false } satisfies Step;
  }
  const fresh = newRow(change.changeId, fingerprint, change, person, feed);
  const { rows: after, writes, keyWrites } = joined(person, feed, change.changeId, { row: fresh, change });
  const settled = after.find(({ changeName }) => changeName === change.changeId) ?? fresh;
  const all = [...keyWrites, ...writes, touched, ...newChangeWrites(settled)];
  if (all.length <= mostWrites) return { row: settled, writes: all, repeated: false } satisfies Step;
  const row: ChangeRow = { ...fresh, reason: "too-many" };
  return { row, writes: [...loaded.keyWrites, touched, ...newChangeWrites(row)], repeated: false } satisfies Step;
};

/** Equal for equal contents, whatever the order of the columns; tells nothing to who lacks the index key. */
const fingerprintOf = (change: ResidentChange, { index }: Feed) =>
  index.request(JSON.stringify(changeColumns.map((name) => change[name] ?? null)));

/**
 * Takes in one change: it joins the person's others, and all of them are decided anew, so that the order of arrival does
 * not matter. Row, ledger, trail and mark are one transaction. @throws when others keep changing the same person.
 */
export const takeChange = async (change: ResidentChange, feed: Feed, mark: Mark = () => []): Promise<Taken> => {
  const fingerprint = fingerprintOf(change, feed);
  const personId = feed.index.person(change.atenaNumber);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const person = await personChanges(personId, feed.ports);
    const { row, writes, repeated } = await stepFor(change, fingerprint, feed, person);
    const taken = takenOf(row, repeated);
    const outcome = await feed.ports.database.transact([
      ...writes,
      ...mark(taken),
      auditWrite(
        feed.trail({
          subjects: [feed.index.auditSubject(personId)],
          object: row.changeName,
          items: itemsOf(residentChange),
          purpose: "resident-record",
          codes: [taken.state, ...(taken.reason ? [taken.reason] : []), ...(repeated ? ["repeated"] : [])],
        }),
      ),
    ]);
    if (outcome.ok) return taken;
  }
  throw new Error("a change of a resident was contended on every attempt");
};
