import type { OutputPart } from "../../shared/stores/outputs.ts";

const endings = {
  "text/csv": "csv",
  "application/pdf": "pdf",
  "text/html": "html",
  "application/jsonl": "jsonl",
  "application/json": "json",
} as const satisfies Record<OutputPart["type"], string>;

/** What the nth file of an output is called when it is taken. */
export const partName = (outputId: string, part: number, type: OutputPart["type"]): string =>
  `${outputId}-${String(part).padStart(3, "0")}.${endings[type]}`;
