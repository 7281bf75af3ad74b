import { problem } from "../../../../shared/contracts/problems.ts";
import { type ChangeState, changeStates, changesRequest } from "../../../../shared/contracts/resident-changes.ts";
import type { Call } from "../../../../shared/http/call.ts";
import { faultsOf } from "../../../../shared/http/faults.ts";
import type { Reply } from "../../../../shared/http/respond.ts";
import type { StorePorts } from "../../../ports.ts";
import { takenView } from "../change-view.ts";
import { parseRow } from "../parse-row.ts";
import { takeRows } from "../take-rows.ts";

/** Takes in 異動 one by one and answers for each. Sent again they change nothing. */
export const takeResidentChanges =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = changesRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const rows = asked.data.changes.map((value, at) => ({ at, row: parseRow(value) }));
    const feed = { occasion: call.occasion, trail: call.trail, index: await ports.keyring.index(), ports };
    const taken = await takeRows(rows, feed);
    const changes = rows.flatMap(({ at, row }) => {
      const outcome = taken.get(at);
      return outcome ? [{ at, ...takenView(outcome), ...(row.ok ? {} : { faults: row.faults }) }] : [];
    });
    const counts = Object.fromEntries(
      (Object.keys(changeStates) as ChangeState[]).map((state) => [
        state,
        changes.filter((change) => change.state === state).length,
      ]),
    );
    return { status: 200, body: { counts, changes } };
  };
