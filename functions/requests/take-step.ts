import type { KeyObject } from "node:crypto";
import { type Problem, problem } from "../../shared/contracts/problems.ts";
import { today } from "../../shared/domain/filing.ts";
import { afterStep, isOpen, type StepFault, type StepTaken, stepFault } from "../../shared/domain/requests.ts";
import { requestIdSchema } from "../../shared/domain/values.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../shared/stores/audit.ts";
import {
  findRequest,
  openNote,
  type Request,
  type RequestStepRow,
  sealNote,
  steppingWrites,
  stepsOfRequest,
} from "../../shared/stores/requests.ts";
import type { StorePorts } from "../ports.ts";
import { caseKeyCheck, caseKeyOf } from "./case-key.ts";
import { requestView } from "./request-view.ts";

const attempts = 3;

interface Taking {
  readonly taken: StepTaken;
  readonly documentNumber: string | null;
  readonly note: string;
  /** What its own faults are told as; any other is that of the state. */
  readonly refusals: Readonly<Partial<Record<StepFault, Problem>>>;
  /** What more speaks against it. */
  readonly against?: (request: Request) => Problem | null;
}

const codesOf = (taken: StepTaken): string[] =>
  taken.action === "extend" ? [taken.reason, `days-${taken.days}`] : taken.action === "decide" ? [taken.outcome] : [];

/** The same step once more: its answer was lost. */
const isSame = (last: RequestStepRow | undefined, step: Omit<RequestStepRow, "nth" | "at" | "to" | "personId">) =>
  last?.step === step.step &&
  last.by === step.by &&
  last.documentNumber === step.documentNumber &&
  last.codes.join() === step.codes.join();

const noteOf = (last: RequestStepRow | undefined, key: KeyObject | undefined): string =>
  (last && key && openNote(key, last)) ?? "";

const noKey = (): Problem =>
  problem("invalid-content", [
    { code: "note-cannot-be-kept", detail: "この人の記録は消去されているので、内容は書けません", pointer: "/note" },
  ]);

/** Takes a step with the case of a call, and adds a line to its history. Asked for again, the case is as it was. */
export const takeStep = async (
  call: Call,
  ports: StorePorts,
  { taken, documentNumber, note, refusals, against = () => null }: Taking,
): Promise<Reply> => {
  const { database } = ports;
  const id = requestIdSchema.safeParse(call.params.requestId);
  if (!id.success) return problem("not-found");
  const index = await ports.keyring.index();
  const day = today(call.occasion);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const request = await findRequest(database, id.data);
    if (!request) return problem("not-found");
    const { requestId, personId } = request;
    const codes = codesOf(taken);
    const step = { requestId, step: taken.action, by: call.caller.officer, codes, documentNumber };
    const history = await stepsOfRequest(database, requestId);
    const about = {
      subjects: personId === null ? [] : [index.auditSubject(personId)],
      object: requestId,
      purpose: "request",
    };
    const key = await caseKeyOf(request, ports);
    const last = history.at(-1);
    if (isSame(last, step) && noteOf(last, key) === note) {
      await keepTrail(database, call.trail({ ...about, codes: ["taken-before"] }));
      return { status: 200, body: requestView(request, day) };
    }
    const refused = against(request);
    if (refused) return refused;
    const fault = stepFault(request, taken, day);
    if (fault) return refusals[fault] ?? problem("transition-refused");
    if (note !== "" && !key) return noKey();
    const noted = note === "" ? undefined : key;
    const moved = afterStep(request, taken, day);
    const after = {
      ...moved,
      endedAt: isOpen(moved) ? null : call.occasion.at,
      version: request.version + 1,
    };
    const outcome = await database.transact([
      ...(noted ? [caseKeyCheck(request)] : []),
      ...steppingWrites(request, after, {
        ...step,
        personId,
        nth: after.version,
        to: after.state,
        at: call.occasion.at,
        ...(noted ? { sealed: sealNote(noted, requestId, after.version, note) } : {}),
      }),
      auditWrite(call.trail({ ...about, codes: [taken.action, ...codes] })),
    ]);
    if (outcome.ok) return { status: 200, body: requestView(after, day) };
  }
  return problem("contended");
};
