import { may } from "../../shared/access/may.ts";
import { type Problem, problem } from "../../shared/contracts/problems.ts";
import { requestStep } from "../../shared/contracts/request-register.ts";
import { today } from "../../shared/domain/filing.ts";
import { requestIdPattern } from "../../shared/domain/ids.ts";
import {
  afterStep,
  decisionRefusal,
  requestSteps,
  type StepRefusal,
  stepRefusal,
} from "../../shared/domain/requests.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../shared/stores/audit.ts";
import {
  notesOf,
  type Request,
  type RequestNotes,
  requestWithKey,
  requestWrites,
  sealNotes,
} from "../../shared/stores/requests.ts";
import type { StorePorts } from "../ports.ts";
import { requestView } from "./request-view.ts";

type Asked = ReturnType<typeof requestStep.parse>;

const refusals: Readonly<Record<StepRefusal, Problem>> = {
  "request-over": problem("request-over"),
  "step-not-now": problem("step-not-now"),
  "step-not-of-kind": problem("step-not-of-kind"),
  "extended-before": problem("extended-before"),
};

/** The last step, whatever came of the request since, was this very one, by the same officer with the same paper and the same words: its answer was lost. */
const isAgain = (
  { history }: Request,
  { notes }: RequestNotes,
  { step, outcome, documentNumber, note }: Asked,
  officer: string,
): boolean => {
  const at = history.findLastIndex((each) => Object.hasOwn(requestSteps, each.step));
  const last = history[at];
  const words = notes.find(({ nth }) => nth === at + 1)?.text ?? null;
  return (
    last?.step === step &&
    last.by === officer &&
    last.outcome === outcome &&
    last.documentNumber === documentNumber &&
    words === note
  );
};

/** One step of a request: 補正, 延長, 速報, 決定, 取下げ. Whoever received it does not decide it. */
export const takeRequestStep =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = requestStep.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { step, outcome, documentNumber, note } = asked.data;
    const { subjectRequestId: requestId = "" } = call.params;
    if (!requestIdPattern.test(requestId)) return problem("not-found");
    const found = await requestWithKey(ports.database, requestId);
    if (!found) return problem("not-found");
    const { request, keyRow } = found;
    const day = today(call.occasion);
    const index = await ports.keyring.index();
    const subjects = request.personId === null ? [] : [index.auditSubject(request.personId)];
    const about = { subjects, object: requestId, purpose: "request" };
    const key = await ports.keyring.open(keyRow);
    const written = notesOf(key, request);
    if (isAgain(request, written, asked.data, call.caller.officer)) {
      await keepTrail(ports.database, call.trail({ ...about, codes: ["taken-before"] }));
      return { status: 200, body: requestView(request, day) };
    }
    const refusal = stepRefusal(request, step);
    if (refusal !== null) return refusals[refusal];
    const against = outcome === null ? null : decisionRefusal(request, outcome);
    if (against === "request-out-of-time") return problem("request-out-of-time");
    if (against === "outcome-of-another-kind")
      return problem("invalid-content", [
        { code: "outcome-of-another-kind", detail: "この種類の決定にない結果です", pointer: "/outcome" },
      ]);
    const own = request.history[0]?.by === call.caller.officer;
    if (step === "decide" && !may(call.caller, "decide-request", { own })) return problem("own-work");

    const at = call.occasion.at;
    const by = call.caller.officer;
    const after: Request = {
      ...request,
      ...afterStep(request, step),
      outcome: outcome ?? request.outcome,
      history: [...request.history, { step, on: day, at, by, outcome, documentNumber, object: null }],
      sealed:
        note === null
          ? request.sealed
          : sealNotes(key, requestId, {
              notes: [...written.notes, { nth: request.history.length + 1, at, by, text: note }],
            }),
      version: request.version + 1,
    };
    const kept = await ports.database.transact([
      ...requestWrites(after, request),
      auditWrite(call.trail({ ...about, codes: [step, ...(outcome === null ? [] : [outcome])] })),
    ]);
    return kept.ok ? { status: 200, body: requestView(after, day) } : problem("contended");
  };
