import { problem } from "../../shared/contracts/problems.ts";
import { suspensionRequest } from "../../shared/contracts/suspensions.ts";
import { today } from "../../shared/domain/filing.ts";
import { lettersFrom } from "../../shared/domain/ids.ts";
import { inForceOn } from "../../shared/domain/suspensions.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../shared/stores/audit.ts";
import { keyCheck } from "../../shared/stores/keyring.ts";
import { personRows } from "../../shared/stores/people.ts";
import { findGround, linkWrites } from "../../shared/stores/requests.ts";
import {
  changesSoFar,
  placingWrites,
  type Suspension,
  suspensionOf,
  suspensionRowOf,
} from "../../shared/stores/suspensions.ts";
import type { StorePorts } from "../ports.ts";
import { suspensionView } from "./suspension-view.ts";

const attempts = 3;

/** The same decision once more: its answer was lost. */
const isSame = (found: Suspension, asked: Pick<Suspension, "requestId" | "scopes" | "until" | "documentNumber">) =>
  found.requestId === asked.requestId &&
  found.documentNumber === asked.documentNumber &&
  found.until === asked.until &&
  found.scopes.length === asked.scopes.length &&
  found.scopes.every((scope) => asked.scopes.includes(scope));

/** Stops the use or the provision of what is on file of one person, as decided on their 請求. One at a time of a person. */
export const placeSuspension =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = suspensionRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { atenaNumber, ...decided } = asked.data;
    const day = today(call.occasion);
    if (decided.until !== null && decided.until < day)
      return problem("invalid-content", [
        { code: "until-in-the-past", detail: "期限は今日以後の日にしてください", pointer: "/until" },
      ]);
    const index = await ports.keyring.index();
    const personId = index.person(atenaNumber);
    const about = { subjects: [index.auditSubject(personId)], object: decided.requestId, purpose: "suspension" };
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const changes = await changesSoFar(ports.database);
      const request = await findGround(ports.database, decided.requestId, { kind: "suspension", personId });
      const [snapshot, key, row] = await ports.database.getAll([...personRows(personId), suspensionRowOf(personId)]);
      if (!snapshot || !key) {
        await keepTrail(ports.database, call.trail({ ...about, result: "refused", codes: ["not-found"] }));
        return problem("not-found");
      }
      const before = suspensionOf(row);
      if (before && inForceOn(before, day)) {
        const again = isSame(before, decided);
        const code = again ? "placed-before" : "already-suspended";
        await keepTrail(
          ports.database,
          call.trail({ ...about, result: again ? "done" : "refused", codes: [code, before.suspensionId] }),
        );
        return again ? { status: 200, body: suspensionView(before) } : problem("already-suspended");
      }
      if (!request) {
        await keepTrail(ports.database, call.trail({ ...about, result: "refused", codes: ["request-unfit"] }));
        return problem("request-unfit");
      }
      const suspension: Suspension = {
        ...decided,
        suspensionId: `B${day.replaceAll("-", "")}-${lettersFrom(ports.random(6))}`,
        personId,
        placedBy: call.caller.officer,
        placedAt: call.occasion.at,
        ended: null,
        version: changes + 1,
      };
      const outcome = await ports.database.transact([
        keyCheck(personId),
        ...placingWrites(suspension, before),
        ...linkWrites(request, "suspension-placed", suspension.suspensionId, call.occasion, suspension.documentNumber),
        auditWrite(call.trail({ ...about, codes: ["placed", suspension.suspensionId, ...suspension.scopes] })),
      ]);
      if (outcome.ok) return { status: 201, body: suspensionView(suspension) };
    }
    return problem("contended");
  };
