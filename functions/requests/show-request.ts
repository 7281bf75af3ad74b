import { may } from "../../shared/access/may.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { today } from "../../shared/domain/filing.ts";
import { requestIdPattern } from "../../shared/domain/ids.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { notesOf, requestWithKey } from "../../shared/stores/requests.ts";
import type { StorePorts } from "../ports.ts";
import { requestView } from "./request-view.ts";

/** A request with its history; what was written about it only for those who work on it. */
export const showRequest =
  ({ database, keyring }: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const { subjectRequestId: requestId = "" } = call.params;
    if (!requestIdPattern.test(requestId)) return problem("not-found");
    const found = await requestWithKey(database, requestId);
    if (!found) return problem("not-found");
    const { request, keyRow } = found;
    const sees = may(call.caller, "reveal:request-notes");
    const index = await keyring.index();
    const subjects = request.personId === null ? [] : [index.auditSubject(request.personId)];
    const codes = sees ? ["notes"] : [];
    await keepTrail(database, call.trail({ subjects, object: requestId, purpose: "request", codes }));
    const notes = sees ? notesOf(await keyring.open(keyRow), request).notes : null;
    return { status: 200, body: { ...requestView(request, today(call.occasion)), notes } };
  };
