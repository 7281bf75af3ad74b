import { createHash } from "node:crypto";
import { incomeAnswersFile } from "../../../shared/documents/income-answers.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import { type IncomeOutput, incomeOutputWrite, stepsOfOutput } from "../../../shared/stores/income-outputs.ts";
import { groupsOf } from "../../groups-of.ts";
import { encouragementHead } from "./encouragement-rows.ts";
import { outputFiles, partName, stagedFolder, stagedOutput } from "./file-names.ts";
import type { StepWork } from "./step-work.ts";

const partsAtOnce = 8;

/** What stands before and behind the parts. The answer bears the number of the list it answers. */
const endsOf = ({ output, ports }: StepWork): readonly [head: Uint8Array, tail: Uint8Array] => {
  if (output.kind === "encouragement") return [encouragementHead(), new Uint8Array(0)];
  const context = {
    wardCode: ports.wardCode,
    runId: output.listNumber ?? output.outputId,
    createdOn: output.asOf,
  };
  return [incomeAnswersFile.header(context), incomeAnswersFile.trailer(context, output.lines)];
};

/** The parts of the steps that counted, in order. @throws when one is not what its step wrote. */
const partsOf = async ({ output, ports }: StepWork): Promise<Uint8Array[]> => {
  const steps = await stepsOfOutput(ports.database, output.outputId);
  const hashes = steps.flatMap(({ sha256: hash }) => (hash === null ? [] : [hash]));
  if (steps.length !== output.steps || steps.reduce((sum, { lines }) => sum + lines, 0) !== output.lines)
    throw new Error("the steps of an output do not add up");
  const parts: Uint8Array[] = [];
  for (const group of groupsOf(hashes, partsAtOnce))
    for (const [at, bytes] of (
      await Promise.all(group.map((hash) => ports.staging.get(partName(output.outputId, hash))))
    ).entries()) {
      if (!bytes || sha256(bytes) !== group[at]) throw new Error("a part of an output is not what was written");
      parts.push(bytes);
    }
  return parts;
};

/** The file, put together of its parts, with its count, size and SHA-256. From here on it may not change. */
export const sealOutput = async (work: StepWork): Promise<IncomeOutput | "contended"> => {
  const { output, call, ports } = work;
  const empty = output.lines === 0;
  const { name, type } = outputFiles[output.kind];
  const files: IncomeOutput["files"] = [];
  if (!empty) {
    const [head, tail] = endsOf(work);
    const pieces = [head, ...(await partsOf(work)), tail];
    const hash = createHash("sha256");
    for (const piece of pieces) hash.update(piece);
    const bytes = Buffer.concat(pieces);
    await ports.staging.put(stagedOutput(output.outputId, name), bytes, type);
    files.push({ name, count: output.lines, size: bytes.length, sha256: hash.digest("hex") });
  }
  const after: IncomeOutput = {
    ...output,
    state: empty ? "empty" : "sealed",
    files,
    version: output.version + 1,
  };
  const outcome = await ports.database.transact([
    incomeOutputWrite(after),
    auditWrite(
      call.trail({ object: output.outputId, purpose: "income-output", codes: [after.state, `lines-${output.lines}`] }),
    ),
  ]);
  if (!outcome.ok) return "contended";
  // A step that was cut off may have left a part behind that nobody asks for.
  if (empty) await ports.staging.clear(stagedFolder(output.outputId));
  return after;
};
