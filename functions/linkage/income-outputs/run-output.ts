import { type IncomeOutputRequest, incomeOutputRequest } from "../../../shared/contracts/income-outputs.ts";
import { type Problem, problem } from "../../../shared/contracts/problems.ts";
import { encouragedYear } from "../../../shared/domain/encouragement.ts";
import { today } from "../../../shared/domain/filing.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import type { PlainDate } from "../../../shared/law/calendar.ts";
import type { BlindIndex } from "../../../shared/protection/blind-index.ts";
import { auditWrite, keepTrail } from "../../../shared/stores/audit.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import {
  findIncomeOutput,
  type IncomeOutput,
  incomeOutputWrite,
  latestIncomeOutput,
  outputIdOf,
  outputNumber,
} from "../../../shared/stores/income-outputs.ts";
import { type Lists, openLists } from "./open-lists.ts";
import { outputView } from "./output-view.ts";
import type { OutputPorts } from "./ports.ts";
import { releaseOutput } from "./release-output.ts";
import { sealOutput } from "./seal-output.ts";
import type { StepWork } from "./step-work.ts";
import { workStep } from "./work-step.ts";

/** Milliseconds to work before answering that the rest is still to do; the function itself may take 28 seconds. */
const workingTime = 18_000;
/** A step that others keep going on with is left to the next call after this many times. */
const attempts = 3;

const notYet = (request: IncomeOutputRequest, on: PlainDate): Problem | undefined => {
  const refuse = (code: string, detail: string) => problem("invalid-content", [{ code, detail, pointer: "/year" }]);
  if (request.kind === "continuation" && request.year > Number(on.slice(0, 4)))
    return refuse("year-to-come", "まだ来ていない年の免除年度です");
  if (request.kind === "encouragement" && encouragedYear(request.year, on) === null)
    return refuse("year-out-of-reach", "いま申請できる月のない免除年度です");
  return undefined;
};

/** What is put out, whoever asks and however often: a kind and a year, or a kind and a list. */
const baseOf = (request: IncomeOutputRequest, { bytes }: Lists, index: BlindIndex): string =>
  [
    request.kind,
    ...("year" in request ? [request.year] : []),
    ...(bytes === null ? [] : [index.request(`income-output ${request.kind} ${sha256(bytes)}`)]),
  ].join("-");

/** After a refusal the same is made anew by itself; what went out, or had nobody in it, only where that is asked for. */
const startsAnew = ({ state }: IncomeOutput, again: boolean): boolean =>
  state === "refused" || ((state === "released" || state === "empty") && again);

const begun = (request: IncomeOutputRequest, outputId: string, { list, unpaid }: Lists, call: Call): IncomeOutput => {
  const given = list ?? unpaid;
  return {
    outputId,
    kind: request.kind,
    year: "year" in request ? request.year : null,
    listNumber: given?.header.runId ?? null,
    state: "composing",
    startedAt: call.occasion.at,
    startedBy: call.caller.officer,
    asOf: today(call.occasion),
    cursor: given === null ? "" : given.lines.length === 0 ? null : "0",
    steps: 0,
    examined: 0,
    total: given?.lines.length ?? null,
    lines: 0,
    counts: {},
    files: [],
    suspensionsPlaced: null,
    decision: null,
    version: 1,
  };
};

/** Takes the output as far as the time lets it: step by step, then the file, and out once it is approved. */
const workOn = async (started: IncomeOutput, work: Omit<StepWork, "output">): Promise<IncomeOutput> => {
  const { call, ports } = work;
  const until = Date.parse(call.occasion.at) + workingTime;
  const hasTime = () => Date.parse(ports.clock()) < until;
  let output = started;
  for (let failures = 0, turns = 0; failures < attempts && (turns === 0 || hasTime()); turns += 1) {
    if (output.state !== "composing" && output.state !== "approved") return output;
    const after =
      output.state === "approved"
        ? await releaseOutput(output, call, ports)
        : await (output.cursor === null ? sealOutput : workStep)({ ...work, output });
    failures = after === "contended" ? failures + 1 : 0;
    output = after === "contended" ? ((await findIncomeOutput(ports.database, output.outputId)) ?? output) : after;
  }
  return output;
};

/**
 * Starts the output of a kind and year or of a list, or goes on with it: 202 while something is left, 200 once its file
 * waits for the manager or is out. The same content is the same output, never a second.
 */
export const runOutput =
  (ports: OutputPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = incomeOutputRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const request = asked.data;
    const refused = notYet(request, today(call.occasion));
    if (refused) return refused;
    const lists = openLists(request, ports.wardCode);
    if ("problem" in lists) return lists;
    const index = await ports.keyring.index();
    const base = baseOf(request, lists, index);
    const latest = await latestIncomeOutput(ports.database, base);
    const known = latest && !startsAnew(latest, request.again) ? latest : undefined;
    const outputId = known?.outputId ?? outputIdOf(base, latest ? outputNumber(latest.outputId) + 1 : 1);
    const trail = (code: string) => call.trail({ object: outputId, purpose: "income-output", codes: [code] });
    const started = known ?? begun(request, outputId, lists, call);
    if (known) await keepTrail(ports.database, trail(known.state === "composing" ? "continued" : "done-before"));
    else if (!(await ports.database.transact([incomeOutputWrite(started), auditWrite(trail("started"))])).ok)
      return problem("contended");
    const { list, unpaid } = lists;
    const output = await workOn(started, { list, unpaid, index, call, ports });
    return { status: output.state === "composing" ? 202 : 200, body: outputView(output) };
  };
