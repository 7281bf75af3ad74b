import { awardItems, benefitDecisions as layout } from "./layouts/benefit-decisions.ts";
import type { FileHeader } from "./record-file.ts";
import { composeRecordFile } from "./record-file-writer.ts";
import type { Award, ResultRecord } from "./result-record.ts";

const valuesOf = ({ kind, facts }: Award) => {
  const said = facts as Readonly<Record<string, string | number | undefined>>;
  return {
    benefitKind: kind,
    ...Object.fromEntries(awardItems.flatMap((item) => (said[item] === undefined ? [] : [[item, String(said[item])]]))),
  };
};

/**
 * The sender's side of a 給付決定一覧. Kokunen itself never sends one: the demo and the tests stand in for 日本年金機構 with it.
 * @throws RangeError when a value does not fit its field.
 */
export const composeBenefitDecisions = (
  records: readonly Omit<ResultRecord, "line" | "grants" | "amendedOn" | "childBornOn">[],
  context: FileHeader,
): Uint8Array =>
  composeRecordFile(
    layout,
    records.map(({ award, ...record }) => ({ ...record, ...(award === undefined ? {} : valuesOf(award)) })),
    context,
  );
