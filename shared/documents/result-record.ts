import { filingIdPattern } from "../domain/ids.ts";
import type { RecipientRight } from "../domain/recipient-facts.ts";
import type { ReliefSpan } from "../domain/relief-spans.ts";
import type { PlainDate } from "../law/calendar.ts";
import type { AwardFault } from "./decided-award.ts";
import type { FileLayout, RecordItem } from "./layout.ts";
import type { resultCodes } from "./layouts/results.ts";
import { type FileHeader, openRecordFile, type UnreadableFile, wardCodeOf } from "./record-file.ts";
import { type ReadFault, readRecord } from "./record-reader.ts";
import type { GrantFault } from "./result-grants.ts";

type Unnumbered<Right> = Right extends unknown ? Omit<Right, "seq"> : never;

/** What 日本年金機構 decided of a right to 給付: its kind and what is said of it. Which right of the person it is, the ward finds. */
export type Award = Unnumbered<RecipientRight>;

/** One line of a file of results, matched by 基礎年金番号 and, where it is given, 受付番号. */
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
  /** 訂正後の年月日: the day that stands instead of the reported one. When the result is `amended`, it, `grants` or `award` is there. */
  readonly amendedOn?: PlainDate;
  /** What was granted, each month at most once; left out where the line says none. */
  readonly grants?: readonly ReliefSpan[];
  /** The child of 育児期間免除. */
  readonly childBornOn?: PlainDate;
  /** 給付: left out where the line says nothing of a right. */
  readonly award?: Award;
}

export interface ResultFault {
  readonly line: number;
  readonly code: ReadFault | GrantFault | AwardFault | "bad-form" | "wrong-ward";
  /** Japanese; names the item and never what it says. */
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

/** What every line of every such file says. */
export type CommonItem = "basicPensionNumber" | "filingId" | "result" | "reasonCode" | "processedOn";

type Values<Item extends string> = Readonly<Partial<Record<RecordItem<Item>, string>>>;

const commonOf = (line: number, values: Values<CommonItem>, wardCode: string): ResultRecord | ResultFault => {
  const { basicPensionNumber = "", filingId, form = "", reasonCode } = values;
  if (wardCodeOf(values) !== wardCode) return { line, code: "wrong-ward", message: "市区町村コード: ヘッダと違います" };
  if (!/^[A-Z]\d{2}(?:-\d)?$/.test(form)) return { line, code: "bad-form", message: "手続コード: 形が違います" };
  if (filingId !== undefined && !filingIdPattern.test(filingId))
    return { line, code: "bad-form", message: "受付番号: 形が違います" };
  return {
    line,
    basicPensionNumber,
    form,
    // Required by the layout of every such file, and read by it.
    result: values.result as ResultRecord["result"],
    processedOn: values.processedOn as PlainDate,
    ...(filingId === undefined ? {} : { filingId }),
    ...(reasonCode === undefined ? {} : { reasonCode }),
  };
};

/**
 * Reads a file of results; `decided` adds to a line what its own layout says of the decision, or tells why that cannot be. A
 * record that cannot be read is a fault with its line and stops no other; a header or trailer that cannot be read, or counts
 * that differ, refuse the whole file, for then lines may be lacking. Never throws, whatever the bytes.
 */
export const readResults = <Item extends string>(
  bytes: Uint8Array,
  layout: FileLayout<Item | CommonItem>,
  decided: (
    record: ResultRecord,
    values: Values<Item | CommonItem>,
  ) => Partial<ResultRecord> | Pick<ResultFault, "code" | "message">,
): ParsedResults => {
  const file = openRecordFile(bytes, layout, mostRecords);
  if (!file.ok) return file;
  const { wardCode } = file.header;
  const records: ResultRecord[] = [];
  const faults: ResultFault[] = [];
  for (const [at, bytesOfLine] of file.lines.entries()) {
    const line = at + 2;
    const read = readRecord(layout.data, bytesOfLine);
    if (!read.ok) {
      faults.push({ line, code: read.code, message: read.message });
      continue;
    }
    const common = commonOf(line, read.values, wardCode);
    const own = "code" in common ? common : decided(common, read.values);
    if ("code" in own) faults.push({ line, code: own.code, message: own.message });
    else records.push({ ...(common as ResultRecord), ...own });
  }
  return { ok: true, header: file.header, records, faults };
};
