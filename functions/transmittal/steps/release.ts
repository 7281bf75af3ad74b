import type { StepInput, StepOutput } from "../../../shared/contracts/steps.ts";
import { moved } from "../../../shared/domain/filing.ts";
import type { RunId } from "../../../shared/domain/ids.ts";
import { sendApproved } from "../../../shared/stores/files.ts";
import { filingWrite } from "../../../shared/stores/filings.ts";
import { dequeue } from "../../../shared/stores/queue.ts";
import { membersOf, memberWrite, type Run, runWrite } from "../../../shared/stores/runs.ts";
import { manifestName, releasedName, stagedName } from "../file-names.ts";
import { memberFiling } from "./member-filing.ts";
import type { StepPorts } from "./ports.ts";
import { endWith, requireRun, stepTrail, workflowOfficer } from "./run-progress.ts";

const types: Readonly<Record<string, string>> = { pdf: "application/pdf", dat: "application/octet-stream" };

/** The files as they were approved, byte for byte; the manifest last, so that whoever finds it finds all. */
const sendOut = async (run: Run, ports: StepPorts): Promise<void> => {
  if (!run.manifest) throw new Error("a run was approved without a manifest");
  for (const file of run.manifest.files) {
    const type = types[file.name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    await sendApproved(
      { store: ports.staging, name: stagedName(run.runId, file.name) },
      { store: ports.outbox, name: releasedName(run.runId, file.name) },
      { sha256: file.sha256, type },
    );
  }
  const manifest = Buffer.from(JSON.stringify(run.manifest, null, 2));
  await ports.outbox.put(releasedName(run.runId, manifestName), manifest, "application/json");
};

/** Whether another execution of the run was quicker, and has already cleared what was staged. */
const isOut = async (runId: RunId, ports: StepPorts): Promise<boolean> =>
  (await requireRun(ports, runId)).state === "released";

/**
 * What was approved goes out, and each 届出 in it is 進達済; then what was staged goes. Again: the same files, and no 届出
 * twice.
 */
export const release = async (
  { runId }: Extract<StepInput, { step: "release" }>,
  ports: StepPorts,
): Promise<StepOutput> => {
  const run = await requireRun(ports, runId);
  if (run.state !== "approved") return endWith(run, ports);
  try {
    await sendOut(run, ports);
  } catch (error) {
    if (!(await isOut(runId, ports))) throw error;
  }
  for (const member of await membersOf(ports.database, runId)) {
    if (member.state !== "included") continue;
    const { filing, queued } = await memberFiling(member, ports);
    const sent = moved(filing, "release", "transmitted", { at: ports.clock(), by: workflowOfficer });
    // Refused only when another execution of this run was quicker: then it is done.
    await ports.database.transact([filingWrite(sent), dequeue(queued), memberWrite(runId, member, "released")]);
  }
  const left = (await membersOf(ports.database, runId)).filter((member) => member.state === "included");
  if (left.length > 0) throw new Error("some of the run could not be released");
  await ports.database.transact([
    runWrite(run, { state: "released", taskToken: null }),
    stepTrail(ports, "release", runId, {}),
  ]);
  return endWith(await requireRun(ports, runId), ports);
};
