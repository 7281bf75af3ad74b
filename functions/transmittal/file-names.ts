import type { ReportKindName } from "../../shared/contracts/steps.ts";
import type { RunId } from "../../shared/domain/ids.ts";

/** Names of a run's files. They say what kind of report is inside and nothing of whom. */
export const fileNames = (kind: ReportKindName) => ({ media: `${kind}.dat`, paper: `${kind}.pdf` });

export const slipName = "transmittal-slip.pdf";
export const manifestName = "manifest.json";

/** Where the files of a run lie while they wait. */
export const stagedFolder = (runId: RunId) => `runs/${runId}/`;
export const stagedName = (runId: RunId, name: string) => `${stagedFolder(runId)}${name}`;
export const releasedName = (runId: RunId, name: string) => `${runId}/${name}`;
