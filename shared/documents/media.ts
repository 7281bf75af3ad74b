import type { PlainDate } from "../law/calendar.ts";
import { type RecordWriter, recordWriter } from "./fixed-record.ts";
import type { FileLayout, FrameItem, ItemField, RecordItem } from "./layout.ts";
import { reportLayouts } from "./layouts/reports.ts";
import { type Replaced, type Stopped, writeReport } from "./media-record.ts";
import { frameOf } from "./record-file-writer.ts";
import type { ReplacementVersion } from "./replacements.ts";
import { assertReportable, type ReportItem, type ReportKind, type ReportRecord } from "./report.ts";

export interface MediaContext {
  /** 全国地方公共団体コード without its check digit: prefecture 2 + municipality 3. */
  readonly wardCode: string;
  readonly runId: string;
  readonly createdOn: PlainDate;
  /** The 縮退表 to write by; left out, a character that cannot be written stops its record. */
  readonly replacements?: ReplacementVersion;
}

export interface Media {
  readonly bytes: Uint8Array;
  /** 受付番号 in the order of the data records. */
  readonly written: string[];
  readonly stopped: Stopped[];
  readonly replaced: Replaced[];
}

interface Writers {
  readonly layout: FileLayout<ReportItem>;
  readonly header: RecordWriter<FrameItem>;
  readonly data: RecordWriter<RecordItem<ReportItem>>;
  readonly trailer: RecordWriter<FrameItem>;
}

const writersOf = (layout: FileLayout<ReportItem>): Writers => ({
  layout,
  header: recordWriter(layout.header, layout.lineEnding),
  data: recordWriter(layout.data, layout.lineEnding),
  trailer: recordWriter(layout.trailer, layout.lineEnding),
});

const writers = Object.fromEntries(
  Object.entries(reportLayouts).map(([kind, layout]) => [kind, writersOf(layout)]),
) as Readonly<Record<ReportKind, Writers>>;

/** @throws RangeError when the context does not fit header or trailer: that is the caller's mistake, not a record's. */
const refuse = (field: ItemField<FrameItem>): never => {
  throw new RangeError(`the context does not fit: ${field.label}`);
};

/**
 * The medium of one report kind: header, a data record for each record that can be written, trailer; strict Shift_JIS. A
 * record with any item that does not fit is left out and told in `stopped`; nothing is ever written in a character's
 * place unless the ward chose a 縮退表, and then each replacement is in `replaced`.
 * @throws RangeError as {@link assertReportable}, and when the context does not fit.
 */
export const composeMedia = (kind: ReportKind, records: readonly ReportRecord[], context: MediaContext): Media => {
  assertReportable(kind, records);
  if (!/^\d{5}$/.test(context.wardCode)) throw new RangeError("a ward code is five digits");
  const { layout, header, data, trailer } = writers[kind];
  const prefecture = context.wardCode.slice(0, 2);
  const municipality = context.wardCode.slice(2);
  const written: string[] = [];
  const stopped: Stopped[] = [];
  const replaced: Replaced[] = [];
  const bytes = new Uint8Array(header.length + records.length * data.length + trailer.length);

  let at = header.length;
  for (const record of records) {
    const place = { prefecture, municipality, sequence: written.length + 1, replacements: context.replacements };
    const outcome = writeReport(layout, data, record, place, bytes, at);
    if (outcome.stopped.length > 0) {
      stopped.push(...outcome.stopped);
      continue;
    }
    replaced.push(...outcome.replaced);
    written.push(record.filingId);
    at += data.length;
  }

  const frame = frameOf(context, written.length, layout);
  header.write((item) => frame[item], bytes, 0, refuse);
  trailer.write((item) => frame[item], bytes, at, refuse);
  const end = at + trailer.length;
  return { bytes: end === bytes.length ? bytes : bytes.slice(0, end), written, stopped, replaced };
};
