import { type RecordWriter, recordWriter } from "./fixed-record.ts";
import type { FileLayout, FrameItem, RecordItem } from "./layout.ts";
import type { FileHeader } from "./record-file.ts";

/** The values of a data record, but the municipality and the number in the file, which the writer fills in. */
export type RecordValues<Item extends string> = Readonly<Partial<Record<RecordItem<Item>, string>>>;

const refuse = ({ label }: { readonly label: string }): never => {
  throw new RangeError(`does not fit: ${label}`);
};

const placeOf = ({ wardCode }: Pick<FileHeader, "wardCode">) => {
  if (!/^\d{5}$/.test(wardCode)) throw new RangeError("a ward code is five digits");
  return { prefecture: wardCode.slice(0, 2), municipality: wardCode.slice(2) };
};

/** What header and trailer of a file with `count` data records say. */
export const frameOf = (
  context: FileHeader,
  count: number,
  layout: { readonly data: { readonly length: number } },
): Readonly<Record<FrameItem, string>> => ({
  ...placeOf(context),
  createdOn: context.createdOn,
  runId: context.runId,
  dataCount: String(count),
  recordCount: String(count + 2),
  recordLength: String(layout.data.length),
});

/**
 * Writes a file in parts, for whoever cannot hold it whole: header, stretches of data records, trailer.
 * @throws RangeError when a value does not fit its field.
 */
export const recordFileWriter = <Item extends string>(layout: FileLayout<Item>) => {
  const header = recordWriter(layout.header, layout.lineEnding);
  const data: RecordWriter<RecordItem<Item>> = recordWriter(layout.data, layout.lineEnding);
  const trailer = recordWriter(layout.trailer, layout.lineEnding);
  const ended = (writer: RecordWriter<FrameItem>, context: FileHeader, count: number) => {
    const frame = frameOf(context, count, layout);
    const bytes = new Uint8Array(writer.length);
    writer.write((item) => frame[item], bytes, 0, refuse);
    return bytes;
  };
  return {
    header: (context: FileHeader): Uint8Array => ended(header, context, 0),
    trailer: (context: FileHeader, count: number): Uint8Array => ended(trailer, context, count),
    /** Records numbered from `first`. */
    records: (records: readonly RecordValues<Item>[], { wardCode }: Pick<FileHeader, "wardCode">, first: number) => {
      const place = placeOf({ wardCode });
      const bytes = new Uint8Array(records.length * data.length);
      for (const [at, record] of records.entries()) {
        const values: RecordValues<Item> = { ...record, ...place, sequence: String(first + at) };
        data.write((item) => values[item], bytes, at * data.length, refuse);
      }
      return bytes;
    },
  };
};

/** A whole file. @throws RangeError when a value does not fit its field. */
export const composeRecordFile = <Item extends string>(
  layout: FileLayout<Item>,
  records: readonly RecordValues<Item>[],
  context: FileHeader,
): Uint8Array => {
  const writer = recordFileWriter(layout);
  return Buffer.concat([
    writer.header(context),
    writer.records(records, context, 1),
    writer.trailer(context, records.length),
  ]);
};
