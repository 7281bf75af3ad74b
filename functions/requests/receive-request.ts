import { problem } from "../../shared/contracts/problems.ts";
import { type ReceivingRequest, receivingRequest } from "../../shared/contracts/request-register.ts";
import { today } from "../../shared/domain/filing.ts";
import { lettersFrom, type PersonId, type RequestId } from "../../shared/domain/ids.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { madeBefore, madeKey, madeWrite } from "../../shared/stores/answers.ts";
import { auditWrite, keepTrail } from "../../shared/stores/audit.ts";
import { requestKeyRow } from "../../shared/stores/keyring.ts";
import { personRows } from "../../shared/stores/people.ts";
import { findRequest, type Request, receivingWrites, sealNote } from "../../shared/stores/requests.ts";
import type { StorePorts } from "../ports.ts";
import { caseKeyCheck } from "./case-key.ts";
import { requestView } from "./request-view.ts";

const attempts = 3;

const keyForm = /^[A-Za-z0-9-]{8,64}$/;

const atenaNumberIn = (asked: ReceivingRequest) => (asked.kind === "incident" ? null : asked.atenaNumber);

/** What comes in, before anything was done with it. */
const comingIn = (asked: ReceivingRequest, requestId: RequestId, personId: PersonId | null, by: string): Request => ({
  requestId,
  kind: asked.kind,
  personId,
  state: "received",
  receivedOn: asked.receivedOn,
  receivedBy: by,
  requester: "requester" in asked ? asked.requester : null,
  identityDocument: "identityDocument" in asked ? asked.identityDocument : null,
  inquirer: "inquirer" in asked ? asked.inquirer : null,
  peopleCount: "peopleCount" in asked ? asked.peopleCount : null,
  specific: "specific" in asked && asked.specific,
  wrongful: "wrongful" in asked && asked.wrongful,
  disclosedOn: "disclosedOn" in asked ? asked.disclosedOn : null,
  askedOn: null,
  stoppedDays: 0,
  extendedBy: 0,
  interimOn: null,
  outcome: null,
  endedAt: null,
  version: 1,
});

/**
 * Takes a 請求, 問合せ or 事故 into the register, with its days running. One that comes too late is taken in as well: it is
 * refused by a decision, not at the desk. The same Idempotency-Key and body get the case that was made first.
 */
export const receiveRequest =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const { database, keyring } = ports;
    if (!call.idempotencyKey || !keyForm.test(call.idempotencyKey)) return problem("idempotency-key-missing");
    const parsed = receivingRequest.safeParse(call.body);
    if (!parsed.success) return problem("invalid-content", faultsOf(parsed.error));
    const asked = parsed.data;
    const day = today(call.occasion);
    if (asked.receivedOn > day)
      return problem("invalid-content", [
        { code: "received-in-the-future", detail: "今日以前の日にしてください", pointer: "/receivedOn" },
      ]);
    const index = await keyring.index();
    const atenaNumber = atenaNumberIn(asked);
    const personId = atenaNumber === null ? null : index.person(atenaNumber);
    const about = { subjects: personId === null ? [] : [index.auditSubject(personId)], purpose: "request" };
    const caller = index.caller(call.caller.officer, call.idempotencyKey);
    const fingerprint = index.request(`receiveRequest ${call.rawBody}`);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const [given, snapshot, keyRow] = await database.getAll([
        { table: "idempotency", key: madeKey(caller) },
        ...(personId === null ? [] : personRows(personId)),
      ]);
      if (given) {
        const made = madeBefore(given, fingerprint);
        if (made === "other-request") return problem("idempotency-key-reused");
        const found = await findRequest(database, made);
        await keepTrail(database, call.trail({ ...about, object: made, codes: ["received-before"] }));
        return found ? { status: 200, body: requestView(found, day) } : problem("not-found");
      }
      if (personId !== null && !(snapshot && keyRow)) {
        await keepTrail(database, call.trail({ ...about, result: "refused", codes: ["not-found"] }));
        return problem("not-found");
      }
      const requestId = `S${day.replaceAll("-", "")}-${lettersFrom(ports.random(6))}` as RequestId;
      const request = comingIn(asked, requestId, personId, call.caller.officer);
      const { key, write } = keyRow
        ? { key: await keyring.open(keyRow), write: caseKeyCheck(request) }
        : await keyring.issueAt(requestKeyRow(requestId));
      const outcome = await database.transact([
        write,
        ...receivingWrites(request, {
          requestId,
          personId,
          nth: 1,
          step: "receive",
          to: "received",
          at: call.occasion.at,
          by: call.caller.officer,
          codes: [],
          documentNumber: null,
          sealed: sealNote(key, requestId, 1, asked.summary),
        }),
        madeWrite(caller, fingerprint, call.occasion.at, requestId),
        auditWrite(call.trail({ ...about, object: requestId, codes: ["received", asked.kind] })),
      ]);
      if (outcome.ok) return { status: 201, body: requestView(request, day) };
    }
    return problem("contended");
  };
