import { filingIdPattern } from "../domain/ids.ts";
import type { ReliefSpan } from "../domain/relief-spans.ts";
import type { PlainDate } from "../law/calendar.ts";
import type { RecordItem } from "./layout.ts";
import { results as layout, type ResultItem, type resultCodes } from "./layouts/results.ts";
import { type FileHeader, openRecordFile, type UnreadableFile, wardCodeOf } from "./record-file.ts";
import { type ReadFault, readRecord } from "./record-reader.ts";
import { type GrantFault, grantsOf } from "./result-grants.ts";

/** One line of a 処理結果一覧, matched by 基礎年金番号 and, where it is given, 受付番号. */
export interface ResultRecord {
  /** Place in the file; the header is line 1. */
  readonly line: number;
  readonly basicPensionNumber: string;
  readonly filingId?: string;
  /** The 手続 of the catalogue, `A01` or `A19-1`. */
  readonly form: string;
  readonly result: keyof typeof resultCodes;
  readonly reasonCode?: string;
  readonly processedOn: PlainDate;
  /** 訂正後の年月日: the day that stands instead of the reported one. When the result is `amended`, it or `grants` is there. */
  readonly amendedOn?: PlainDate;
  /** What was granted, each month at most once; left out where the line says none. */
  readonly grants?: readonly ReliefSpan[];
  /** The child of 育児期間免除. */
  readonly childBornOn?: PlainDate;
}

interface ResultFault {
  readonly line: number;
  readonly code: ReadFault | GrantFault | "bad-form" | "wrong-ward";
  readonly message: string;
}

export type ParsedResults =
  | {
      readonly ok: true;
      readonly header: FileHeader;
      readonly records: ResultRecord[];
      readonly faults: ResultFault[];
    }
  | UnreadableFile;

/** As many people as the largest ward has, so that no file can exhaust the memory of the importer. */
const mostRecords = 300_000;

type Values = Readonly<Partial<Record<RecordItem<ResultItem>, string>>>;

const recordOf = (line: number, values: Values, wardCode: string): ResultRecord | ResultFault => {
  const { basicPensionNumber = "", filingId, form = "", reasonCode, amendedOn, childBornOn } = values;
  const fault = (code: ResultFault["code"], message: string): ResultFault => ({ line, code, message });
  if (wardCodeOf(values) !== wardCode) return fault("wrong-ward", "市区町村コード: ヘッダと違います");
  if (!/^[A-Z]\d{2}(?:-\d)?$/.test(form)) return fault("bad-form", "手続コード: 形が違います");
  if (filingId !== undefined && !filingIdPattern.test(filingId)) return fault("bad-form", "受付番号: 形が違います");
  const grants = grantsOf(values, values.result as ResultRecord["result"]);
  if ("code" in grants) return fault(grants.code, grants.message);
  if (values.result === "amended" && amendedOn === undefined && grants.length === 0)
    return fault("missing", "訂正後の年月日と決定: どちらの値もありません");
  return {
    line,
    basicPensionNumber,
    form,
    result: values.result as ResultRecord["result"],
    processedOn: values.processedOn as PlainDate,
    ...(filingId === undefined ? {} : { filingId }),
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(amendedOn === undefined ? {} : { amendedOn: amendedOn as PlainDate }),
    ...(grants.length === 0 ? {} : { grants }),
    ...(childBornOn === undefined ? {} : { childBornOn: childBornOn as PlainDate }),
  };
};

/**
 * Reads a 処理結果一覧 of the stand-in layout. A record that cannot be read is a fault with its line and stops no other; a
 * header or trailer that cannot be read, or counts that differ, refuse the whole file, for then lines may be lacking.
 * Never throws, whatever the bytes.
 */
export const parseResults = (bytes: Uint8Array): ParsedResults => {
  const file = openRecordFile(bytes, layout, mostRecords);
  if (!file.ok) return file;
  const { wardCode } = file.header;
  const records: ResultRecord[] = [];
  const faults: ResultFault[] = [];
  for (const [at, bytesOfLine] of file.lines.entries()) {
    const line = at + 2;
    const read = readRecord(layout.data, bytesOfLine);
    const outcome = read.ok ? recordOf(line, read.values, wardCode) : { line, code: read.code, message: read.message };
    if ("code" in outcome) faults.push(outcome);
    else records.push(outcome);
  }
  return { ok: true, header: file.header, records, faults };
};
