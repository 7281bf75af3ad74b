import { changeStates } from "../../../shared/contracts/resident-changes.ts";
import { quarantineReasons } from "../../../shared/domain/resident-change.ts";
import { changeKinds } from "../../../shared/domain/resident-change-row.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import type { Viewer } from "../../../shared/protection/mask-person.ts";
import { maskPerson } from "../../../shared/protection/mask-person.ts";
import type { ChangeRow, SealedChange } from "../../../shared/stores/resident-changes.ts";
import type { Taken } from "./taken.ts";

/** What became of a row, nothing of the person. */
export const takenView = ({ changeName, state, reason, repeated }: Taken) => ({
  changeId: changeName,
  state,
  stateLabel: changeStates[state],
  reason,
  ...(reason ? { detail: quarantineReasons[reason] } : {}),
  repeated,
});

/** A change as the list shows it: what it says, with what the viewer need not see masked. */
export const changeView = (
  row: ChangeRow,
  content: SealedChange | undefined,
  addressProtected: boolean,
  to: Viewer,
) => ({
  changeId: row.changeName,
  state: row.state,
  stateLabel: changeStates[row.state],
  reason: row.reason,
  ...(row.reason ? { detail: quarantineReasons[row.reason] } : {}),
  takenAt: row.takenAt,
  decidedBy: row.decidedBy,
  flow: row.flow,
  flowTitle: row.flow && flows[row.flow].title,
  filingId: row.filingId,
  kindLabel: content ? changeKinds[content.change.kind].ja : null,
  change: content ? maskPerson(content.change, addressProtected, to) : null,
  note: content?.note ?? "",
  faults: row.faults,
});
