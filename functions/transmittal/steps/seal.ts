import type { ReportKindName, StepInput, StepOutput } from "../../../shared/contracts/steps.ts";
import { countsByOffice, type OfficeCount } from "../../../shared/documents/report-offices.ts";
import { composeTransmittalSlip } from "../../../shared/documents/transmittal-slip.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import { closeOpenRun, type Manifest, membersOf, runWrite } from "../../../shared/stores/runs.ts";
import { fileNames, manifestName, slipName, stagedName } from "../file-names.ts";
import type { StepPorts } from "./ports.ts";
import { endWith, goOn, requireRun, stepTrail } from "./run-progress.ts";

/** The manifest: every file with its count, size and SHA-256. From here on the files may not change, and another run may open. */
export const seal = async ({ runId }: Extract<StepInput, { step: "seal" }>, ports: StepPorts): Promise<StepOutput> => {
  const run = await requireRun(ports, runId);
  if (run.state !== "composing") return goOn(run);
  const members = (await membersOf(ports.database, runId)).filter((member) => member.state === "included");
  const counts = Map.groupBy(members, (member) => member.kind);

  const files: Manifest["files"] = [];
  const offices = new Map<ReportKindName, readonly OfficeCount[]>();
  for (const [kind, { length: count }] of [...counts].sort()) {
    for (const name of Object.values(fileNames(kind))) {
      const bytes = await ports.staging.get(stagedName(runId, name));
      if (!bytes) throw new Error("a file of the run was not composed");
      if (name === fileNames(kind).media) offices.set(kind, countsByOffice(kind, bytes, ports.offices));
      files.push({ name, kind, count, size: bytes.length, sha256: sha256(bytes) });
    }
  }

  const createdOn = dayAt(run.startedAt);
  const empty = files.length === 0;
  if (!empty) {
    const slip = await composeTransmittalSlip(
      files.flatMap(({ kind, ...file }) => (kind ? [{ ...file, kind, offices: offices.get(kind) ?? [] }] : [])),
      { wardCode: ports.ward.code, wardName: ports.ward.name, runId, createdOn, font: ports.font },
    );
    await ports.staging.put(stagedName(runId, slipName), slip, "application/pdf");
    files.push({ name: slipName, kind: null, count: 0, size: slip.length, sha256: sha256(slip) });
  }
  const manifest: Manifest = { runId, wardCode: ports.ward.code, createdOn, files };
  if (!empty)
    await ports.staging.put(
      stagedName(runId, manifestName),
      Buffer.from(JSON.stringify(manifest, null, 2)),
      "application/json",
    );
  await ports.database.transact([
    runWrite(run, { state: empty ? "empty" : "sealed", manifest: empty ? null : manifest }),
    closeOpenRun,
    stepTrail(ports, "seal", runId, { codes: [`files-${files.length}`] }),
  ]);
  return endWith(await requireRun(ports, runId), ports);
};
