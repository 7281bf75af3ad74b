import type { PersonId } from "../../../shared/domain/ids.ts";
import type { ResidentChange } from "../../../shared/domain/resident-change-row.ts";
import { type LoadedPerson, loadedPerson, personRows } from "../../../shared/stores/people.ts";
import {
  type ChangeRow,
  changesOf,
  headKey,
  headVersion,
  openChange,
  type SealedChange,
} from "../../../shared/stores/resident-changes.ts";
import type { StorePorts } from "../../ports.ts";

/** A person with all changes of theirs, as one decision needs them. */
export interface PersonChanges {
  readonly loaded: LoadedPerson;
  readonly head: number;
  readonly rows: readonly ChangeRow[];
  readonly contents: ReadonlyMap<string, SealedChange>;
}

/** The head is read first: whoever touches a change after that makes this decision's transaction fail. */
export const personChanges = async (personId: PersonId, ports: StorePorts): Promise<PersonChanges> => {
  const [head, ...person] = await ports.database.getAll([
    { table: "residents", key: headKey(personId) },
    ...personRows(personId),
  ]);
  const loaded = await loadedPerson(personId, person, ports.keyring);
  const rows = headVersion(head) === 0 ? [] : await changesOf(ports.database, personId);
  const contents = new Map(rows.map((row) => [row.changeName, openChange(loaded.key, row)]));
  return { loaded, head: headVersion(head), rows, contents };
};

/** A row that stands beside the person's own sequence: a second content of one number, or one too many to weave in. */
const isAside = ({ changeName, reason }: ChangeRow) => changeName.includes("~") || reason === "too-many";

export interface StandingRow {
  readonly row: ChangeRow;
  readonly change: ResidentChange;
}

export const standingRows = ({ rows, contents }: Pick<PersonChanges, "rows" | "contents">): readonly StandingRow[] =>
  rows.flatMap((row) => {
    const content = contents.get(row.changeName);
    return content && !isAside(row) ? [{ row, change: content.change }] : [];
  });
