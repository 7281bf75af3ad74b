import type { IncomeOutputKind } from "../../../shared/domain/income-outputs.ts";

/** Names of an output's files. They say what is inside and nothing of whom. */
export const outputFiles = {
  "request-answer": { name: "income-answers.dat", type: "application/octet-stream" },
  continuation: { name: "continuation.dat", type: "application/octet-stream" },
  encouragement: { name: "encouragement.csv", type: "text/csv; charset=utf-8" },
} as const satisfies Record<IncomeOutputKind, { readonly name: string; readonly type: string }>;

export const outputManifest = "manifest.json";

/** Where the parts and the file of an output lie while it waits. */
export const stagedFolder = (outputId: string) => `income-outputs/${outputId}/`;
/** A part is named by what is in it: one that arrives late never takes the place of the one that counts. */
export const partName = (outputId: string, sha256: string) => `${stagedFolder(outputId)}parts/${sha256}`;
export const stagedOutput = (outputId: string, name: string) => `${stagedFolder(outputId)}${name}`;
export const releasedOutput = (outputId: string, name: string) => `income-outputs/${outputId}/${name}`;
