import { itemsOf } from "../../../shared/domain/items-of.ts";
import { residentChange } from "../../../shared/domain/resident-change-row.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { type ChangeRow, changedWrites, headWrite, sealChange } from "../../../shared/stores/resident-changes.ts";
import type { Feed } from "../feed.ts";
import { type PersonChanges, personChanges, standingRows } from "./person-changes.ts";
import { settlePerson } from "./settle-person.ts";

/** The row with what somebody decided: dismissed with a note, or (null) handed back to the rules. */
const decidedRow = (row: ChangeRow, note: string | null, person: PersonChanges, { occasion }: Feed): ChangeRow => {
  const content = person.contents.get(row.changeName);
  if (note === null || !content)
    return row.state === "dismissed" ? { ...row, state: "quarantined", decidedBy: occasion.by } : row;
  return {
    ...row,
    state: "dismissed",
    decidedBy: occasion.by,
    sealed: sealChange(person.loaded.key, row, { ...content, note }),
  };
};

/**
 * Decides a person's changes anew after one of them was dismissed (`note`), or with one handed back to the rules (null).
 * Answers with the row as it then stands.
 */
export const redecide = async (row: ChangeRow, note: string | null, feed: Feed): Promise<ChangeRow | "contended"> => {
  const { occasion, index, ports, trail } = feed;
  if (row.personId === null) throw new Error("an unreadable row belongs to nobody");
  const person = await personChanges(row.personId, ports);
  const stored = person.rows.find(({ changeName }) => changeName === row.changeName);
  if (!stored || stored.version !== row.version) return "contended";
  const decided = decidedRow(stored, note, person, feed);
  const standing = standingRows(person);
  const isStanding = standing.some((one) => one.row.changeName === row.changeName);
  const { rows, writes } = settlePerson({
    standing: standing.map((one) => (one.row.changeName === row.changeName ? { ...one, row: decided } : one)),
    stored: person.rows,
    loaded: person.loaded,
    index,
    occasion,
    because: row.changeName,
  });
  const after = isStanding ? (rows.find(({ changeName }) => changeName === row.changeName) ?? decided) : decided;
  const aside: readonly Write[] = isStanding || decided === stored ? [] : changedWrites(stored, decided);
  const outcome = await ports.database.transact([
    headWrite(row.personId, person.head),
    ...writes,
    ...aside,
    auditWrite(
      trail({
        subjects: [index.auditSubject(row.personId)],
        object: row.changeName,
        items: itemsOf(residentChange),
        purpose: "resident-record",
        codes: [after.state, ...(after.reason ? [after.reason] : [])],
      }),
    ),
  ]);
  return outcome.ok ? after : "contended";
};
