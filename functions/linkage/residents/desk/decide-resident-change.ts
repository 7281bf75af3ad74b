import { type Fault, problem } from "../../../../shared/contracts/problems.ts";
import { changeDecisionRequest, changeNamePattern } from "../../../../shared/contracts/resident-changes.ts";
import type { Call } from "../../../../shared/http/call.ts";
import { faultsOf } from "../../../../shared/http/faults.ts";
import type { Reply } from "../../../../shared/http/respond.ts";
import { type ChangeRow, findChange } from "../../../../shared/stores/resident-changes.ts";
import type { StorePorts } from "../../../ports.ts";
import { viewerOf } from "../../../viewer.ts";
import type { Feed } from "../../feed.ts";
import { changeView } from "../change-view.ts";
import { personChanges } from "../person-changes.ts";
import { redecide } from "../redecide.ts";
import { dismissUnreadable } from "./dismiss-unreadable.ts";
import { fileProposal } from "./file-proposal.ts";

const attempts = 3;

const notNow = (detail: string): Fault => ({ code: "wrong-state", detail, pointer: "/decision" });

/** The change as it stands now, as the answer shows it. */
const answer = async (row: ChangeRow, call: Call, ports: StorePorts): Promise<Reply> => {
  const stored = (await findChange(ports.database, row.changeName)) ?? row;
  if (stored.personId === null) return { status: 200, body: changeView(stored, undefined, false, viewerOf(call)) };
  const { loaded, contents } = await personChanges(stored.personId, ports);
  const { addressProtected } = loaded.person;
  return { status: 200, body: changeView(stored, contents.get(stored.changeName), addressProtected, viewerOf(call)) };
};

/**
 * What a clerk makes of a change. `confirm` files what is proposed (みなし届出), and has anything else looked at again by
 * the rules as the record stands now; `dismiss` leaves it out of account. Either may be asked twice.
 */
export const decideResidentChange =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = changeDecisionRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { changeId = "" } = call.params;
    const { decision, note } = asked.data;
    const feed: Feed = { occasion: call.occasion, trail: call.trail, index: await ports.keyring.index(), ports };
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const row = changeNamePattern.test(changeId) ? await findChange(ports.database, changeId) : undefined;
      if (!row) return problem("not-found");
      if (row.state === "confirmed")
        return decision === "confirm"
          ? answer(row, call, ports)
          : problem("transition-refused", [notNow("届出として受け付けています。届出を取り下げてください")]);
      if (decision === "dismiss" && row.state === "dismissed") return answer(row, call, ports);
      if (row.personId === null) {
        if (decision === "confirm")
          return problem("transition-refused", [
            notNow("読めなかった行です。正しい行を取り込み、この行は取り上げないでください"),
          ]);
        if (await dismissUnreadable(row, feed)) return answer(row, call, ports);
        continue;
      }
      if (decision === "confirm" && row.state === "proposed") {
        const filed = await fileProposal(row, asked.data.filing ?? {}, call, feed);
        return "problem" in filed ? filed : answer(row, call, ports);
      }
      const after = await redecide(row, decision === "dismiss" ? note : null, feed);
      if (after === "contended") continue;
      if (decision === "confirm" && after.state === "quarantined")
        return problem("transition-refused", [notNow("保留の理由がまだなくなっていません")]);
      return answer(after, call, ports);
    }
    return problem("contended");
  };
