import type { Fault } from "../../../shared/contracts/problems.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { type ChangeRow, findChange, newChangeWrites } from "../../../shared/stores/resident-changes.ts";
import { type Feed, faultsKept } from "../feed.ts";
import type { Mark, Taken } from "./taken.ts";

/**
 * Keeps the fact that a row could not be read, and where: not what it said, which may be anything. The same text again is
 * the same row.
 */
export const takeMalformed = async (
  text: string,
  faults: readonly Fault[],
  feed: Feed,
  mark: Mark = () => [],
): Promise<Taken> => {
  const fingerprint = feed.index.request(`malformed ${text}`);
  const changeName = `unreadable~${fingerprint}`;
  const taken = (state: Taken["state"], repeated: boolean): Taken => ({
    changeName,
    state,
    reason: state === "quarantined" ? "malformed-row" : null,
    repeated,
  });
  for (;;) {
    const known = await findChange(feed.ports.database, changeName);
    const row: ChangeRow = {
      changeName,
      personId: null,
      state: "quarantined",
      reason: "malformed-row",
      flow: null,
      filingId: null,
      entryId: null,
      fingerprint,
      takenAt: feed.occasion.at,
      decidedBy: null,
      sealed: null,
      faults: faultsKept(faults),
      version: 1,
    };
    const answer = known ? taken(known.state, true) : taken("quarantined", false);
    const outcome = await feed.ports.database.transact([
      ...(known ? [] : newChangeWrites(row)),
      ...mark(answer),
      auditWrite(
        feed.trail({ object: changeName, purpose: "resident-record", codes: [answer.state, "malformed-row"] }),
      ),
    ]);
    if (outcome.ok) return answer;
    if (known) throw new Error("the mark of an unreadable row is there already");
  }
};
