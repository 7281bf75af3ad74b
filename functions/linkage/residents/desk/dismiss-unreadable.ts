import { auditWrite } from "../../../../shared/stores/audit.ts";
import { type ChangeRow, changedWrites } from "../../../../shared/stores/resident-changes.ts";
import type { Feed } from "../../feed.ts";

/** A row that nobody could read is seen to: the note is not kept, since nobody's key could seal it. False when others were first. */
export const dismissUnreadable = async (row: ChangeRow, { occasion, trail, ports }: Feed): Promise<boolean> => {
  const outcome = await ports.database.transact([
    ...changedWrites(row, { ...row, state: "dismissed", decidedBy: occasion.by }),
    auditWrite(trail({ object: row.changeName, purpose: "resident-record", codes: ["dismissed"] })),
  ]);
  return outcome.ok;
};
