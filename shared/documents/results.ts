import { filingIdPattern } from "../domain/ids.ts";
import type { ReliefSpan } from "../domain/relief-spans.ts";
import type { PlainDate } from "../law/calendar.ts";
import type { FrameItem, RecordItem } from "./layout.ts";
import { results as layout, type ResultItem, type resultCodes } from "./layouts/results.ts";
import { linesOf } from "./record-lines.ts";
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

export interface ResultsHeader {
  readonly wardCode: string;
  /** The sender's own number of the file. */
  readonly runId: string;
  readonly createdOn: PlainDate;
}

interface ResultFault {
  readonly line: number;
  readonly code: ReadFault | GrantFault | "bad-form" | "wrong-ward";
  readonly message: string;
}

export type ParsedResults =
  | {
      readonly ok: true;
      readonly header: ResultsHeader;
      readonly records: ResultRecord[];
      readonly faults: ResultFault[];
    }
  | {
      readonly ok: false;
      readonly code: "empty" | "too-large" | "bad-header" | "bad-trailer" | "count-mismatch";
      readonly message: string;
    };

/** As many people as the largest ward has, so that no file can exhaust the memory of the importer. */
const mostRecords = 300_000;

type Values = Readonly<Partial<Record<RecordItem<ResultItem>, string>>>;
type Frame = Readonly<Partial<Record<FrameItem, string>>>;

const wardCodeOf = ({ prefecture, municipality }: Frame | Values) => `${prefecture}${municipality}`;

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

const refused = (code: Extract<ParsedResults, { ok: false }>["code"], message: string): ParsedResults => ({
  ok: false,
  code,
  message,
});

/**
 * Reads a 処理結果一覧 of the stand-in layout. A record that cannot be read is a fault with its line and stops no other; a
 * header or trailer that cannot be read, or counts that differ, refuse the whole file, for then lines may be lacking.
 * Never throws, whatever the bytes.
 */
export const parseResults = (bytes: Uint8Array): ParsedResults => {
  if (bytes.length === 0) return refused("empty", "ファイルが空です");
  const lines = linesOf(bytes, layout, mostRecords + 2);
  if (lines === undefined) return refused("too-large", `データレコードは${mostRecords}件までです`);
  const [first, last] = [lines[0], lines.at(-1)];
  const header = first && readRecord(layout.header, first);
  if (!header?.ok) return refused("bad-header", `ヘッダを読めません(${header?.message ?? "レコードがありません"})`);
  if (Number(header.values.recordLength) !== layout.data.length) {
    return refused("bad-header", "ヘッダのレコード長が様式と違います");
  }
  const trailer = lines.length > 1 && last ? readRecord(layout.trailer, last) : undefined;
  if (!trailer?.ok)
    return refused("bad-trailer", `トレイラを読めません(${trailer?.message ?? "レコードがありません"})`);
  const wardCode = wardCodeOf(header.values);
  if (wardCodeOf(trailer.values) !== wardCode || trailer.values.createdOn !== header.values.createdOn) {
    return refused("bad-trailer", "トレイラがヘッダと合いません");
  }
  if (Number(trailer.values.dataCount) !== lines.length - 2 || Number(trailer.values.recordCount) !== lines.length) {
    return refused("count-mismatch", "トレイラの件数がレコードの数と合いません");
  }
  const records: ResultRecord[] = [];
  const faults: ResultFault[] = [];
  for (const [at, bytesOfLine] of lines.slice(1, -1).entries()) {
    const line = at + 2;
    const read = readRecord(layout.data, bytesOfLine);
    const outcome = read.ok ? recordOf(line, read.values, wardCode) : { line, code: read.code, message: read.message };
    if ("code" in outcome) faults.push(outcome);
    else records.push(outcome);
  }
  const { runId = "", createdOn } = header.values;
  return { ok: true, header: { wardCode, runId, createdOn: createdOn as PlainDate }, records, faults };
};
