import { stringify } from "csv-stringify/sync";

export type CsvValue = string | number | null;

/** A column: the key of a row and its Japanese heading. */
export type CsvColumn<Row> = readonly [key: keyof Row & string, heading: string];

/**
 * A table for spreadsheets: UTF-8 with BOM (without it Excel takes Japanese text for Shift_JIS), CRLF, headings in the
 * first line, quoted where it must be (RFC 4180). A value that a spreadsheet would run as a formula (a leading = + - @, tab
 * or CR, half or full width) gets an apostrophe in front, so what is typed at a counter cannot act on who opens the file.
 */
export const csvOf = <Row extends Readonly<Record<string, CsvValue>>>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): string => written(columns, rows, true);

/** The lines of `rows` without BOM and headings: more of a table that {@link csvOf} began. */
export const csvRowsOf = <Row extends Readonly<Record<string, CsvValue>>>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): string => written(columns, rows, false);

const written = <Row extends Readonly<Record<string, CsvValue>>>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  begins: boolean,
): string =>
  stringify(
    rows.map((row) => columns.map(([key]) => row[key])),
    {
      bom: begins,
      header: begins,
      columns: columns.map(([, heading]) => heading),
      record_delimiter: "\r\n",
      escape_formulas: true,
    },
  );
