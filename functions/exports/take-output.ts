import { may } from "../../shared/access/may.ts";
import { type Problem, problem } from "../../shared/contracts/problems.ts";
import { type OutputState, stateAfter } from "../../shared/domain/outputs.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import type { Database } from "../../shared/stores/database.ts";
import { sha256 } from "../../shared/stores/files.ts";
import { findPart, type Output, type OutputPart, outputWrite, partWrite } from "../../shared/stores/outputs.ts";
import { nonePlacedSince, placedSoFar } from "../../shared/stores/suspensions.ts";
import { clearFiles } from "./clear-files.ts";
import { isExpired } from "./go-on.ts";
import { factsOfOutput, outputOfCall } from "./may-see.ts";
import { partView } from "./output-view.ts";
import type { ExportPorts } from "./ports.ts";

const untakeable: Readonly<Record<Exclude<OutputState, "ready">, Problem>> = {
  requested: problem("output-not-approved"),
  withdrawn: problem("output-not-approved"),
  refused: problem("output-not-approved"),
  approved: problem("output-not-ready"),
  producing: problem("output-not-ready"),
  taken: problem("already-taken"),
  expired: problem("output-expired"),
};

/** Two who took parts at the same moment both changed the output: the second looks again. */
const attempts = 5;

/** Marks the part as taken, and with the last one the output. Undefined where somebody was quicker. */
const marked = async (
  output: Output,
  part: OutputPart,
  call: Call,
  ports: ExportPorts,
): Promise<Output | undefined> => {
  const takenParts = output.takenParts + 1;
  const after: Output = {
    ...output,
    takenParts,
    state: takenParts === output.parts ? stateAfter(output.state, "take-last") : output.state,
    version: output.version + 1,
  };
  const outcome = await ports.database.transact([
    outputWrite(after),
    partWrite(output.outputId, { ...part, takenAt: call.occasion.at, version: part.version + 1 }),
    ...(output.suspensionsPlaced === null ? [] : [nonePlacedSince(output.suspensionsPlaced)]),
    auditWrite(
      call.trail({
        kind: output.kind === "forms" ? "print" : "output",
        object: output.outputId,
        purpose: output.purpose,
        codes: ["taken", `part-${part.part}`, `lines-${part.lines}`, ...(after.state === "taken" ? ["last"] : [])],
      }),
    ),
  ]);
  return outcome.ok ? after : undefined;
};

/** Somebody's 利用 was suspended after the first file was begun: whether they are in it, the files do not say. */
const isOutdated = async ({ suspensionsPlaced }: Output, database: Database): Promise<boolean> =>
  suspensionsPlaced !== null && (await placedSoFar(database)) !== suspensionsPlaced;

/** The answer is on its way: files that cannot be taken away now are taken away by the clock. */
const clearNow = (output: Output, call: Call, ports: ExportPorts): Promise<void> =>
  clearFiles(output, call, ports).catch((error) => ports.log.fault(error));

/**
 * Hands a file to who asked for it, and to nobody else, once. That it was taken is written before the answer leaves: an
 * answer that was lost is not given again, and the same needs another approval.
 */
export const takeOutput =
  (ports: ExportPorts) =>
  async (call: Call): Promise<Reply> => {
    const number = /^[1-9]\d{0,3}$/.test(call.params.part ?? "") ? Number(call.params.part) : 0;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const output = await outputOfCall(call, ports.database);
      if (!output) return problem("not-found");
      if (!may(call.caller, "takeOutput", factsOfOutput(output, call.caller))) return problem("not-allowed");
      if (output.state !== "ready") return untakeable[output.state];
      if (isExpired(output, ports.clock())) return problem("output-expired");
      const part = await findPart(ports.database, output.outputId, number);
      if (!part) return problem("not-found");
      if (part.takenAt !== null) return problem("already-taken");
      if (await isOutdated(output, ports.database)) return problem("output-outdated");
      const bytes = await ports.exports.get(part.object);
      if (!bytes || sha256(bytes) !== part.sha256) throw new Error("a file of an output is not what was made");
      const after = await marked(output, part, call, ports);
      if (!after) continue;
      if (after.state === "taken") await clearNow(after, call, ports);
      return {
        status: 200,
        body: {
          outputId: output.outputId,
          ...partView({ ...part, takenAt: call.occasion.at }),
          contentBase64: Buffer.from(bytes).toString("base64"),
        },
      };
    }
    return problem("contended");
  };
