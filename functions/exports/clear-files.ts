import { auditWrite } from "../../shared/stores/audit.ts";
import { type Output, outputWrite } from "../../shared/stores/outputs.ts";
import type { ExportPorts } from "./ports.ts";
import { folderOf } from "./take-turn.ts";
import type { ProductionCall } from "./work.ts";

/** Takes the files of an output that has come to its end away, in every version, and says so in the trail. Again: nothing more. */
export const clearFiles = async (output: Output, call: ProductionCall, ports: ExportPorts): Promise<void> => {
  const { outputId, purpose } = output;
  await ports.exports.clear(folderOf(outputId));
  const after: Output = { ...output, clearedAt: ports.clock(), version: output.version + 1 };
  // Whoever was quicker has cleared the same.
  await ports.database.transact([
    outputWrite(after),
    auditWrite(call.trail({ kind: "output", object: outputId, purpose, codes: ["files-cleared"] })),
  ]);
};
