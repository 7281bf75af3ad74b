import { may } from "../../shared/access/may.ts";
import { type OutputRequest, outputRequest } from "../../shared/contracts/outputs.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { today } from "../../shared/domain/filing.ts";
import { lettersFrom } from "../../shared/domain/ids.ts";
import { itemsAsked, outputFaults } from "../../shared/domain/output-rules.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { type Output, outputWrite } from "../../shared/stores/outputs.ts";
import { knownSince } from "../requests/package/known-since.ts";
import type { DisclosureRequest } from "../requests/package/ports.ts";
import { expiryOf } from "./expiry.ts";
import { contentOf } from "./may-see.ts";
import { outputView } from "./output-view.ts";
import type { ExportPorts } from "./ports.ts";

const requested = (request: OutputRequest, call: Call, ports: ExportPorts): Output => {
  const { at } = call.occasion;
  return {
    ...request,
    outputId: `O${today(call.occasion).replaceAll("-", "")}-${lettersFrom(ports.random(6))}`,
    instructionNumber: request.instructionNumber ?? null,
    state: "requested",
    requestedAt: at,
    requestedBy: call.caller.officer,
    department: call.caller.department,
    decision: null,
    cursor: null,
    examined: 0,
    lines: 0,
    leftOut: 0,
    suspensionChanges: null,
    parts: 0,
    takenParts: 0,
    expiresAt: expiryOf("requested", at),
    clearedAt: null,
    version: 1,
  };
};

const noOpenRequest = {
  code: "no-open-disclosure",
  detail: "この番号の開示請求がありません(受けていない、取り下げられた、または開示しないと決めたもの)",
  pointer: "/spec/requestId",
} as const;

const nothingOnFile = {
  code: "nothing-on-file",
  detail: "この人の記録がありません(記録したことがないか、消去済みです)",
  pointer: "/spec/requestId",
} as const;

/** The 開示請求 whose record is asked for, or why it cannot be; null for what is asked of many. */
const disclosureAskedFor = async (
  request: OutputRequest,
  ports: ExportPorts,
): Promise<DisclosureRequest | null | typeof noOpenRequest | typeof nothingOnFile> => {
  if (request.kind !== "disclosure") return null;
  const asked = await ports.disclosures(request.spec.requestId);
  if (asked?.state !== "open") return noOpenRequest;
  return (await knownSince(ports, asked.personId)) === undefined ? nothingOnFile : asked;
};

/** Asks for a bulk output. By itself it gives nobody anything; asked for twice, it is two requests, and one of them is withdrawn. */
export const requestOutput =
  (ports: ExportPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = outputRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const request = asked.data;
    if (!may(call.caller, "requestOutput", contentOf(request))) return problem("not-allowed");
    const faults = outputFaults(request, today(call.occasion));
    if (faults.length > 0) return problem("invalid-content", faults);
    const disclosure = await disclosureAskedFor(request, ports);
    if (disclosure !== null && "code" in disclosure) return problem("invalid-content", [disclosure]);
    const output = requested(request, call, ports);
    const entry = call.trail({
      object: output.outputId,
      subjects: disclosure === null ? [] : [(await ports.keyring.index()).auditSubject(disclosure.personId)],
      items: [...itemsAsked(request)],
      purpose: output.purpose,
      codes: ["requested", output.kind],
    });
    const outcome = await ports.database.transact([
      outputWrite(output),
      ...(disclosure === null ? [] : disclosure.linked(output.outputId, call.occasion)),
      auditWrite(entry),
    ]);
    return outcome.ok ? { status: 201, body: outputView(output) } : problem("contended");
  };
