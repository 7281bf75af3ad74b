import { CsvError, parse } from "csv-parse/sync";
import type { Placed, UnreadableRow } from "../feed.ts";

/** Why a whole file is refused: then no row of it is taken. */
export const fileFaults = {
  "not-utf-8": "UTF-8として読めません",
  "too-large": "ファイルが大きすぎます(20MBまで)",
  "broken-csv": "CSVとして読めません(引用符の対応を確かめてください)",
  "wrong-header": "見出し行が約束の項目と違います",
} as const satisfies Record<string, string>;
type FileFault = keyof typeof fileFaults;

export type CsvRows<Row> =
  | { readonly ok: true; readonly rows: readonly Placed<Row>[] }
  | { readonly ok: false; readonly fault: FileFault; readonly line: number };

const mostBytes = 20 * 1024 * 1024;
const strict = new TextDecoder("utf-8", { fatal: true });

type Line = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** A whole number as a file writes it; anything else stays text, for the row's schema to refuse. */
export const wholeNumber = (cell: string): string | number => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell);

const wrongColumns = (cells: readonly string[]): UnreadableRow => ({
  ok: false,
  text: JSON.stringify(cells),
  faults: [{ code: "wrong-columns", detail: "項目の数が見出しと違います", pointer: "" }],
});

/**
 * Rows of a file, each at the line on which it ends; or why the file cannot be taken, and where. `rowOf` gets the cells
 * that are not empty, by column.
 */
export const readCsv = <Row>(
  bytes: Uint8Array,
  columns: readonly string[],
  rowOf: (cells: ReadonlyMap<string, string>) => Row,
): CsvRows<Row | UnreadableRow> => {
  if (bytes.length > mostBytes) return { ok: false, fault: "too-large", line: 0 };
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    return { ok: false, fault: "not-utf-8", line: 0 };
  }
  let lines: readonly Line[];
  try {
    // With `info` csv-parse gives each record with its line; its types know only the record.
    lines = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, fault: "broken-csv", line: Number(error.lines ?? 0) };
  }
  const [header, ...rest] = lines;
  if (JSON.stringify(header?.record) !== JSON.stringify(columns)) return { ok: false, fault: "wrong-header", line: 1 };
  return {
    ok: true,
    rows: rest.map(({ record, info }) => ({
      at: info.lines,
      row:
        record.length === columns.length
          ? rowOf(new Map(columns.flatMap((name, at) => (record[at] ? [[name, record[at]] as const] : []))))
          : wrongColumns(record),
    })),
  };
};
