import { problem } from "../../shared/contracts/problems.ts";
import { today } from "../../shared/domain/filing.ts";
import { requestIdSchema } from "../../shared/domain/values.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { personSnapshotRow, personUnder } from "../../shared/stores/people.ts";
import { findRequest, openNote, stepsOfRequest } from "../../shared/stores/requests.ts";
import type { StorePorts } from "../ports.ts";
import { caseKeyOf } from "./case-key.ts";
import { requestView, stepView } from "./request-view.ts";

/** One case with its whole history, what was written in it, and the 宛名番号 of whom it is about. */
export const showRequest =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const { database, keyring } = ports;
    const requestId = requestIdSchema.safeParse(call.params.requestId);
    if (!requestId.success) return problem("not-found");
    const request = await findRequest(database, requestId.data);
    if (!request) return problem("not-found");
    const { personId } = request;
    const index = await keyring.index();
    // Nothing of what is opened leaves before the entry is kept.
    await keepTrail(
      database,
      call.trail({
        subjects: personId === null ? [] : [index.auditSubject(personId)],
        object: request.requestId,
        items: personId === null ? [] : ["addressee.addressee"],
        purpose: "request",
      }),
    );
    const key = await caseKeyOf(request, ports);
    const steps = await stepsOfRequest(database, request.requestId);
    const [snapshot] = personId === null ? [] : await database.getAll([personSnapshotRow(personId)]);
    const person = personId !== null && key ? personUnder(personId, snapshot, key).person : null;
    return {
      status: 200,
      body: {
        ...requestView(request, today(call.occasion)),
        atenaNumber: person?.facts?.atenaNumber ?? null,
        history: steps.map((step) => stepView(step, key ? openNote(key, step) : null)),
      },
    };
  };
