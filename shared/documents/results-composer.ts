import { results as layout } from "./layouts/results.ts";
import type { FileHeader } from "./record-file.ts";
import { composeRecordFile } from "./record-file-writer.ts";
import type { ResultRecord } from "./result-record.ts";
import { spanValues } from "./span-items.ts";

/**
 * The sender's side of a 処理結果一覧. Kokunen itself never sends one: the demo and the tests stand in for 日本年金機構 with it.
 * @throws RangeError when a value does not fit its field.
 */
export const composeResults = (
  records: readonly Omit<ResultRecord, "line" | "award">[],
  context: FileHeader,
): Uint8Array =>
  composeRecordFile(
    layout,
    records.map(({ grants = [], ...record }) => ({ ...record, ...spanValues("grant", grants) })),
    context,
  );
