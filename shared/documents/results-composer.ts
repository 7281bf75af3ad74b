import { recordWriter } from "./fixed-record.ts";
import type { FrameItem, RecordItem } from "./layout.ts";
import { results as layout, type ResultItem } from "./layouts/results.ts";
import type { ResultRecord, ResultsHeader } from "./results.ts";
import { spanValues } from "./span-items.ts";

const header = recordWriter(layout.header, layout.lineEnding);
const data = recordWriter(layout.data, layout.lineEnding);
const trailer = recordWriter(layout.trailer, layout.lineEnding);

const refuse = ({ label }: { readonly label: string }): never => {
  throw new RangeError(`does not fit: ${label}`);
};

/**
 * The sender's side of a 処理結果一覧. Kokunen itself never sends one: the demo and the tests stand in for 日本年金機構 with it.
 * @throws RangeError when a value does not fit its field.
 */
export const composeResults = (records: readonly Omit<ResultRecord, "line">[], context: ResultsHeader): Uint8Array => {
  const place = { prefecture: context.wardCode.slice(0, 2), municipality: context.wardCode.slice(2) };
  const frame: Readonly<Record<FrameItem, string>> = {
    ...place,
    createdOn: context.createdOn,
    runId: context.runId,
    dataCount: String(records.length),
    recordCount: String(records.length + 2),
    recordLength: String(layout.data.length),
  };
  const bytes = new Uint8Array(header.length + records.length * data.length + trailer.length);
  header.write((item) => frame[item], bytes, 0, refuse);
  for (const [at, { grants = [], ...record }] of records.entries()) {
    const values: Partial<Record<RecordItem<ResultItem>, string>> = {
      ...record,
      ...spanValues("grant", grants),
      ...place,
      sequence: String(at + 1),
    };
    data.write((item) => values[item], bytes, header.length + at * data.length, refuse);
  }
  trailer.write((item) => frame[item], bytes, bytes.length - trailer.length, refuse);
  return bytes;
};
