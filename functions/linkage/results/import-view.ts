import {
  type Import,
  type ImportLine,
  type Mismatch,
  mismatches,
  resultLabels,
} from "../../../shared/stores/imports.ts";

const outcomes = { ...resultLabels, unmatched: "突合できない" } as const;

/** An import as an answer shows it: counts by outcome, and each line that did not match with its reason. */
export const importView = ({ version: _version, ...imported }: Import, lines: readonly ImportLine[]) => ({
  ...imported,
  done: lines.length,
  ...(imported.state === "in-progress" ? { next: "同じファイルをもう一度送ると、続きから取り込みます" } : {}),
  counts: Object.fromEntries(
    Object.keys(outcomes).map((outcome) => [outcome, lines.filter((line) => line.outcome === outcome).length]),
  ),
  lines: lines.map(({ version: _version, ...line }) => ({
    ...line,
    outcomeLabel: outcomes[line.outcome],
    ...(line.outcome === "unmatched" && line.reason ? { detail: mismatches[line.reason as Mismatch] } : {}),
  })),
});
