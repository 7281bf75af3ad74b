import { problem } from "../../shared/contracts/problems.ts";
import type { Reason } from "../../shared/domain/decision.ts";
import type { FilingId } from "../../shared/domain/ids.ts";
import { lettersFrom } from "../../shared/domain/ids.ts";
import { type FlowId, flows } from "../../shared/flows/catalogue.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import { isIdempotencyKey } from "../../shared/http/idempotency-key.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { answerKey, answerWrite, givenAnswer } from "../../shared/stores/answers.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import type { Write } from "../../shared/stores/database.ts";
import type { Filing } from "../../shared/stores/filings.ts";
import { loadedPerson, personRows } from "../../shared/stores/people.ts";
import { findGround, linkWrites } from "../../shared/stores/requests.ts";
import type { StorePorts } from "../ports.ts";
import { filingView } from "./filing-view.ts";
import { incomeChecks, incomeIn, incomeRows, itemsDecided } from "./income-of.ts";
import { judge } from "./judge.ts";
import { recordDecision } from "./record-decision.ts";
import { refusal } from "./refusal.ts";

const attempts = 3;

const groundUnfit: Reason = {
  weight: "refuse",
  code: "request-unfit",
  message: "受付簿にあるその人の訂正請求ではないか、取り下げられたもの、訂正しないと決めたもの、期間を過ぎたものです",
  pointer: "/details/requestId",
  article: "個人情報の保護に関する法律90条",
};

/**
 * Takes in one 届出: reads it by its flow's schema, decides by its flow's rules, and records filing, ledger, queue, answer
 * and trail in one transaction, with the history of the 訂正請求 that it is made on and what the caller writes `alongside`.
 * The same Idempotency-Key and body get the first answer again.
 */
export const takeFiling =
  (flowId: FlowId, ports: StorePorts, alongside: (filing: Filing) => readonly Write[] = () => []) =>
  async (call: Call): Promise<Reply> => {
    const flow = flows[flowId];
    if (!isIdempotencyKey(call.idempotencyKey)) return problem("idempotency-key-missing");
    const parsed = flow.request.safeParse(call.body);
    if (!parsed.success) return problem("invalid-content", faultsOf(parsed.error));
    const request = parsed.data;

    const index = await ports.keyring.index();
    const personId = index.person(request.person.atenaNumber);
    const caller = index.caller(call.caller.officer, call.idempotencyKey);
    const fingerprint = index.request(`${flowId} ${call.rawBody}`);

    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const [given, snapshot, keyRow, income] = await ports.database.getAll([
        { table: "idempotency", key: answerKey(caller) },
        ...personRows(personId),
        ...incomeRows(flow, request, personId),
      ]);
      const loaded = await loadedPerson(personId, [snapshot, keyRow], ports.keyring);
      if (given) {
        const first = givenAnswer(given, fingerprint, loaded.key);
        return first === "other-request" ? problem("idempotency-key-reused") : first;
      }

      const about = {
        subjects: [index.auditSubject(personId)],
        items: itemsDecided(flow),
        purpose: "filing",
      };
      const claim = flow.ground(request);
      const ground = claim === null ? null : await findGround(ports.database, claim, { kind: "correction", personId });
      if (ground === undefined) return refusal(call, [groundUnfit], about, ports);
      const decision = await judge(flow, request, loaded, call.occasion, ports, incomeIn(income, loaded));
      if (decision.outcome === "refuse") return refusal(call, decision.reasons, about, ports);

      const { filing, writes } = recordDecision({
        filingId: `${request.filedOn.replaceAll("-", "")}-${lettersFrom(ports.random(6))}` as FilingId,
        flowId,
        request,
        decision,
        loaded,
        index,
        occasion: call.occasion,
      });
      const answer = { status: 201, body: filingView(filing, { ...decision, content: request }) };
      const outcome = await ports.database.transact([
        ...writes,
        ...(ground === null ? [] : linkWrites(ground, "correction-filed", filing.filingId, call.occasion)),
        ...alongside(filing),
        ...incomeChecks(flow, request, personId, income),
        answerWrite({ caller, personId, fingerprint, key: loaded.key }, call.occasion.at, answer),
        auditWrite(
          call.trail({
            ...about,
            object: filing.filingId,
            codes: decision.reasons.map((reason) => reason.code),
          }),
        ),
      ]);
      if (outcome.ok) return answer;
    }
    return problem("contended");
  };
