import type { Call } from "../../../shared/http/call.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { sendApproved } from "../../../shared/stores/files.ts";
import { findIncomeOutput, type IncomeOutput, incomeOutputWrite } from "../../../shared/stores/income-outputs.ts";
import { outputFiles, outputManifest, releasedOutput, stagedFolder, stagedOutput } from "./file-names.ts";
import { isOutdated, notOutdated } from "./outdated.ts";
import type { OutputPorts } from "./ports.ts";

/** Approved, and not yet out when somebody's 利用 was suspended: it goes back, what was staged goes, and the same is made anew. */
const takeBack = async (output: IncomeOutput, call: Call, ports: OutputPorts): Promise<IncomeOutput | "contended"> => {
  const after: IncomeOutput = { ...output, state: "refused", version: output.version + 1 };
  const outcome = await ports.database.transact([
    incomeOutputWrite(after),
    auditWrite(call.trail({ object: output.outputId, purpose: "income-output", codes: ["outdated"] })),
  ]);
  if (!outcome.ok) return "contended";
  await ports.staging.clear(stagedFolder(output.outputId));
  return after;
};

/** The files as they were approved, byte for byte; the manifest last, so that whoever finds it finds all. */
const sendOut = async ({ outputId, kind, asOf, files }: IncomeOutput, ports: OutputPorts): Promise<void> => {
  for (const file of files)
    await sendApproved(
      { store: ports.staging, name: stagedOutput(outputId, file.name) },
      { store: ports.outbox, name: releasedOutput(outputId, file.name) },
      { sha256: file.sha256, type: outputFiles[kind].type },
    );
  const manifest = { outputId, wardCode: ports.wardCode, createdOn: asOf, files };
  await ports.outbox.put(
    releasedOutput(outputId, outputManifest),
    Buffer.from(JSON.stringify(manifest, null, 2)),
    "application/json",
  );
};

/** What was approved goes out, and then what was staged of it goes. Again: the same files. `contended` when others were quicker. */
export const releaseOutput = async (
  output: IncomeOutput,
  call: Call,
  ports: OutputPorts,
): Promise<IncomeOutput | "contended"> => {
  const { outputId } = output;
  if (await isOutdated(output, ports)) return takeBack(output, call, ports);
  try {
    await sendOut(output, ports);
  } catch (error) {
    // Whoever was quicker has already cleared what was staged.
    if ((await findIncomeOutput(ports.database, outputId))?.state === "released") return "contended";
    throw error;
  }
  const after: IncomeOutput = { ...output, state: "released", version: output.version + 1 };
  const outcome = await ports.database.transact([
    incomeOutputWrite(after),
    ...notOutdated(output),
    auditWrite(call.trail({ object: outputId, purpose: "income-output", codes: ["released"] })),
  ]);
  if (!outcome.ok) return "contended";
  await ports.staging.clear(stagedFolder(outputId));
  return after;
};
