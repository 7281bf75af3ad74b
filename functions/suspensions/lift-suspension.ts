import { may } from "../../shared/access/may.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { liftingRequest, suspensionIdPattern } from "../../shared/contracts/suspensions.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { findRequest, linkWrites } from "../../shared/stores/requests.ts";
import { changesSoFar, findSuspension, liftingWrites } from "../../shared/stores/suspensions.ts";
import type { StorePorts } from "../ports.ts";
import { suspensionView } from "./suspension-view.ts";

const attempts = 3;

/** Ends a 利用停止, by somebody other than who placed it; it stays in its history. Lifted once more by the same paper, it is as it was. */
export const liftSuspension =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = liftingRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { suspensionId = "" } = call.params;
    if (!suspensionIdPattern.test(suspensionId)) return problem("not-found");
    const index = await ports.keyring.index();
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const changes = await changesSoFar(ports.database);
      const found = await findSuspension(ports.database, suspensionId);
      if (!found) return problem("not-found");
      if (found.ended !== null)
        return found.ended.documentNumber === asked.data.documentNumber
          ? { status: 200, body: suspensionView(found) }
          : problem("suspension-ended");
      const own = found.placedBy === call.caller.officer;
      if (!may(call.caller, "liftSuspension", { own })) return problem("own-work");
      const ended = { by: call.caller.officer, at: call.occasion.at, documentNumber: asked.data.documentNumber };
      const entry = call.trail({
        subjects: [index.auditSubject(found.personId)],
        object: found.requestId,
        purpose: "suspension",
        codes: ["lifted", suspensionId],
      });
      const request = await findRequest(ports.database, found.requestId);
      const outcome = await ports.database.transact([
        ...liftingWrites(found, ended, changes),
        ...(request ? linkWrites(request, "suspension-lifted", suspensionId, call.occasion, ended.documentNumber) : []),
        auditWrite(entry),
      ]);
      if (outcome.ok) return { status: 200, body: suspensionView({ ...found, ended }) };
    }
    return problem("contended");
  };
