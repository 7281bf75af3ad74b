import { mayPerhaps } from "../../../shared/access/may.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { actionRequest } from "../../../shared/contracts/requests.ts";
import { type FilingAction, filingStatuses, mayTake, transitions } from "../../../shared/domain/filing-status.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../../shared/stores/audit.ts";
import { filingKey, filingOf, findFiling } from "../../../shared/stores/filings.ts";
import { loadedPerson, personRows } from "../../../shared/stores/people.ts";
import { queueEntryOf, queueKey } from "../../../shared/stores/queue.ts";
import type { StorePorts } from "../../ports.ts";
import { filingView } from "../filing-view.ts";
import { itemsDecided } from "../income-of.ts";
import { refusal } from "../refusal.ts";
import { type ActionWork, actions } from "./actions.ts";

const attempts = 3;

const notNow = (action: FilingAction, status: keyof typeof filingStatuses) =>
  problem("transition-refused", [
    {
      code: "wrong-status",
      detail: `「${filingStatuses[status]}」の届出に「${transitions[action].title}」はできません`,
      pointer: "/action",
    },
  ]);

/** One step in the life of a 届出. The status table says who may take it from where; the store asks again by version. */
export const actOnFiling =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = actionRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { action } = asked.data;
    if (!mayPerhaps(call.caller, `step:${action}`)) {
      await keepTrail(ports.database, call.trail({ result: "refused", codes: ["not-allowed"] }));
      return problem("not-allowed");
    }

    const index = await ports.keyring.index();
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const found = await findFiling(ports.database, call.params.filingId);
      if (!found) return problem("not-found");
      const [filingRow, queueRow, ...personItems] = await ports.database.getAll([
        { table: "filings", key: filingKey(found.filingId) },
        { table: "transmittals", key: queueKey(found.filingId) },
        ...personRows(found.personId),
      ]);
      if (!filingRow) return problem("not-found");
      const filing = filingOf(filingRow);
      const about = {
        subjects: [index.auditSubject(filing.personId)],
        object: filing.filingId,
        items: itemsDecided(flows[filing.flow]),
        purpose: "filing",
      };
      if (!mayTake(action, filing.status)) {
        await keepTrail(ports.database, call.trail({ ...about, result: "refused", codes: [action, "wrong-status"] }));
        return notNow(action, filing.status);
      }

      const work: ActionWork = {
        filing,
        queued: queueRow && queueEntryOf(queueRow),
        loaded: await loadedPerson(filing.personId, personItems, ports.keyring),
        index,
        call,
        ports,
      };
      const done = await actions[action](work, asked.data);
      if ("refused" in done) return refusal(call, done.refused, about, ports);
      if ("problem" in done) {
        await keepTrail(ports.database, call.trail({ ...about, result: "refused", codes: [action, done.problem] }));
        return done;
      }
      const outcome = await ports.database.transact([
        ...done.writes,
        auditWrite(call.trail({ ...about, codes: [action, ...done.reasons.map((reason) => reason.code)] })),
      ]);
      if (outcome.ok) return { status: 200, body: filingView(done.filing, done) };
    }
    return problem("contended");
  };
