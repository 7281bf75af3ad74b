import { type CsvColumn, type CsvValue, csvOf } from "../../shared/documents/csv.ts";
import { groupsOf } from "../groups-of.ts";
import type { MadeFile } from "./work.ts";

/** A row of the trail may name 500 people, some 14 KB: so many of them stay well below what a file may hold. */
const rowsAtOnce = 50;
/** Bytes from which on a new file begins. With what is added last, and in Base64, it stays below the 6 MB that Lambda answers. */
const enough = 3_000_000;

/**
 * Rows as CSV files that each open by themselves, with headings. Nothing for no rows, unless `always`: then a file with the
 * headings alone says that there was nobody.
 */
export const cutCsv = <Row extends Readonly<Record<string, CsvValue>>>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  always: boolean,
): MadeFile[] => {
  const files: MadeFile[] = [];
  let held: Row[] = [];
  let size = 0;
  const close = () => {
    files.push({ type: "text/csv", bytes: Buffer.from(csvOf(columns, held), "utf8"), lines: held.length });
    held = [];
    size = 0;
  };
  for (const group of groupsOf(rows, rowsAtOnce)) {
    for (const row of group) held.push(row);
    size += group.reduce((sum, row) => sum + sizeOf(columns, row), 0);
    if (size >= enough) close();
  }
  if (held.length > 0 || (always && files.length === 0)) close();
  return files;
};

/** At most so many bytes of CSV: every sign quoted. */
const sizeOf = <Row extends Readonly<Record<string, CsvValue>>>(columns: readonly CsvColumn<Row>[], row: Row): number =>
  columns.reduce((sum, [key]) => sum + Buffer.byteLength(String(row[key] ?? "")) + 3, 0);
