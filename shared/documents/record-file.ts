import type { PlainDate } from "../law/calendar.ts";
import type { FileLayout, FrameItem } from "./layout.ts";
import { linesOf } from "./record-lines.ts";
import { readRecord } from "./record-reader.ts";

/** What the header of a file says. */
export interface FileHeader {
  readonly wardCode: string;
  /** The sender's own number of the file. */
  readonly runId: string;
  readonly createdOn: PlainDate;
}

export interface UnreadableFile {
  readonly ok: false;
  readonly code: "empty" | "too-large" | "bad-header" | "bad-trailer" | "count-mismatch";
  readonly message: string;
}

/** A file whose header, trailer and counts are right; its data records are still to be read. */
interface OpenedFile {
  readonly ok: true;
  readonly header: FileHeader;
  /** Data records without their line endings; the first is line 2 of the file. */
  readonly lines: readonly Uint8Array[];
}

interface Municipality {
  readonly prefecture?: string;
  readonly municipality?: string;
}

export const wardCodeOf = ({ prefecture, municipality }: Municipality) => `${prefecture}${municipality}`;

const refused = (code: UnreadableFile["code"], message: string): UnreadableFile => ({ ok: false, code, message });

/**
 * Opens a file of header, data and trailer records. A header or trailer that cannot be read, or counts that differ, refuse
 * the whole file, for then lines may be lacking. Never throws, whatever the bytes.
 */
export const openRecordFile = (
  bytes: Uint8Array,
  layout: Pick<FileLayout<never>, "lineEnding" | "header" | "trailer"> & { readonly data: { readonly length: number } },
  mostRecords: number,
): OpenedFile | UnreadableFile => {
  if (bytes.length === 0) return refused("empty", "ファイルが空です");
  const lines = linesOf(bytes, layout, mostRecords + 2);
  if (lines === undefined) return refused("too-large", `データレコードは${mostRecords}件までです`);
  const [first, last] = [lines[0], lines.at(-1)];
  const header = first && readRecord<FrameItem>(layout.header, first);
  if (!header?.ok) return refused("bad-header", `ヘッダを読めません(${header?.message ?? "レコードがありません"})`);
  if (Number(header.values.recordLength) !== layout.data.length) {
    return refused("bad-header", "ヘッダのレコード長が様式と違います");
  }
  const trailer = lines.length > 1 && last ? readRecord<FrameItem>(layout.trailer, last) : undefined;
  if (!trailer?.ok)
    return refused("bad-trailer", `トレイラを読めません(${trailer?.message ?? "レコードがありません"})`);
  const wardCode = wardCodeOf(header.values);
  if (wardCodeOf(trailer.values) !== wardCode || trailer.values.createdOn !== header.values.createdOn) {
    return refused("bad-trailer", "トレイラがヘッダと合いません");
  }
  if (Number(trailer.values.dataCount) !== lines.length - 2 || Number(trailer.values.recordCount) !== lines.length) {
    return refused("count-mismatch", "トレイラの件数がレコードの数と合いません");
  }
  const { runId = "", createdOn } = header.values;
  return { ok: true, header: { wardCode, runId, createdOn: createdOn as PlainDate }, lines: lines.slice(1, -1) };
};
