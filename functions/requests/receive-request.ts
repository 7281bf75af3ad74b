import { problem } from "../../shared/contracts/problems.ts";
import { requestReceipt } from "../../shared/contracts/request-register.ts";
import { today } from "../../shared/domain/filing.ts";
import { lettersFrom } from "../../shared/domain/ids.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import { isIdempotencyKey } from "../../shared/http/idempotency-key.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../shared/stores/audit.ts";
import { keyCheck } from "../../shared/stores/keyring.ts";
import { personRows } from "../../shared/stores/people.ts";
import { findRequest, type Request, requestKeyRow, requestWrites, sealNotes } from "../../shared/stores/requests.ts";
import type { StorePorts } from "../ports.ts";
import { requestView } from "./request-view.ts";

/** The number of a request follows from whose Idempotency-Key it came under: sent again it is the same. */
const numberOf = (receivedOn: string, caller: string): string =>
  `S${receivedOn.replaceAll("-", "")}-${lettersFrom(Buffer.from(caller, "base64url").subarray(0, 6))}`;

/** Takes in a 請求, 問合せ or 事故, with its time from the day it was received. */
export const receiveRequest =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    if (!isIdempotencyKey(call.idempotencyKey)) return problem("idempotency-key-missing");
    const asked = requestReceipt.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { atenaNumber, note, ...facts } = asked.data;
    const day = today(call.occasion);
    if (facts.receivedOn > day)
      return problem("invalid-content", [
        { code: "received-in-the-future", detail: "受け付けた日は今日までの日にしてください", pointer: "/receivedOn" },
      ]);
    const { database, keyring } = ports;
    const index = await keyring.index();
    const personId = atenaNumber === null ? null : index.person(atenaNumber);
    const requestId = numberOf(facts.receivedOn, index.caller(call.caller.officer, call.idempotencyKey));
    const fingerprint = index.request(call.rawBody);
    const about = {
      subjects: personId === null ? [] : [index.auditSubject(personId)],
      object: requestId,
      purpose: "request",
    };
    const before = await findRequest(database, requestId);
    if (before) {
      if (before.fingerprint !== fingerprint) return problem("idempotency-key-reused");
      await keepTrail(database, call.trail({ ...about, codes: ["received-before"] }));
      return { status: 200, body: requestView(before, day) };
    }
    // Whoever asks for what is on file about somebody unknown is answered so: there is nothing of them here to key it to.
    const [, keyRow] = personId === null ? [] : await database.getAll([...personRows(personId)]);
    const { key, write } = await keyring.issueAt(requestKeyRow(requestId));
    const at = call.occasion.at;
    const by = call.caller.officer;
    const request: Request = {
      ...facts,
      requestId,
      personId,
      state: "open",
      outcome: null,
      history: [{ step: "received", on: facts.receivedOn, at, by, outcome: null, documentNumber: null, object: null }],
      fingerprint,
      sealed: sealNotes(key, requestId, { notes: [{ nth: 1, at, by, text: note }] }),
      version: 1,
    };
    const outcome = await database.transact([
      ...(personId !== null && keyRow ? [keyCheck(personId)] : []),
      write,
      ...requestWrites(request, null),
      auditWrite(call.trail({ ...about, codes: ["received", facts.kind] })),
    ]);
    return outcome.ok ? { status: 201, body: requestView(request, day) } : problem("contended");
  };
